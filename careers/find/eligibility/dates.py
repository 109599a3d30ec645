"""Rules about dates: enrolment, start, intake, and the window that the posting's own dates leave."""

from datetime import date

from careers.lib import periods
from careers.lib.periods import last_day, latest_start_before
from careers.postings.phrases import day, month

from .applicant import Applicant
from .stated import Stated
from .verdicts import Reason, Verdict, judged, open_question, unsaid, unstated

STAY_ENROLLED = "It asks you to stay enrolled until the work ends"


def enrolment(stated: Stated, applicant: Applicant) -> Reason:
    if stated.must_stay_enrolled is False:
        return judged("enrolment", True, "It doesn’t ask you to stay enrolled.")
    demanded = enrolment_demanded(stated, applicant)
    if stated.must_stay_enrolled:
        return demanded
    gap, you = "whether you must stay enrolled until the work ends", applicant.enrolled_words
    if demanded.verdict is Verdict.MEETS:
        return judged("enrolment", True, f"It doesn’t say {gap}; {you}, so you meet it either way.")
    return unstated("enrolment", gap, you)


def enrolment_demanded(stated: Stated, applicant: Applicant) -> Reason:
    """Return the answer where enrolment is required; what is known of the period may already reach too far."""
    if applicant.has_graduated and not applicant.enrolled_until:
        return judged("enrolment", False, f"{STAY_ENROLLED}; {applicant.enrolled_words}.")
    if not applicant.enrolled_to:
        return unsaid("enrolment", STAY_ENROLLED, "how long you are enrolled")
    until, you = last_day(applicant.enrolled_to), applicant.enrolled_words
    end = earliest_end(stated, applicant.available_from)
    if end and (end > until or period_known(stated, applicant)):
        return judged("enrolment", end <= until, f"{STAY_ENROLLED}, on {day(end)} at the earliest; {you}.")
    if not stated.job_start_date or not (stated.weeks_min or stated.months_min):
        gap = "how long it lasts" if stated.job_start_date else "in which month it starts"
        return open_question("enrolment", STAY_ENROLLED, gap, you)
    return unsaid("enrolment", STAY_ENROLLED, "from when you can start")


def period_known(stated: Stated, applicant: Applicant) -> bool:
    return bool(stated.job_start_date and applicant.available_from and (stated.weeks_min or stated.months_min))


def earliest_end(stated: Stated, available_from: date | None = None) -> date | None:
    """Return the first day on which the work can end, as far as start and length are known; None without a start."""
    starts = [start for start in (stated.job_start_date, available_from) if start]
    if not starts:
        return None
    return periods.earliest_end(max(starts), stated.weeks_min, stated.months_min)


def start(stated: Stated, applicant: Applicant) -> Reason:
    """ "Earliest start" leaves every later month of the same intake; after its year the posting says nothing."""
    earliest, given, you = stated.job_start_date, applicant.available_from, applicant.start_words
    years = [year for year in (stated.intake_year, earliest and earliest.year) if year]
    if not years:
        return unstated("start", "when it starts", you)
    fact = f"It starts in {month(earliest)} at the earliest" if earliest else f"It starts in {stated.intake_year}"
    if not given:
        return unsaid("start", fact, "from when you can start")
    if given.year > max(years):
        return open_question("start", fact, f"whether you could start after {max(years)}", you)
    return judged("start", True, f"{fact}; {you}.")


def intake(stated: Stated, today: date) -> Reason:
    """The one rule that knows the day: an intake whose year is over may still take people, or not."""
    year = stated.intake_year or (stated.job_start_date and stated.job_start_date.year)
    if not year:
        return unstated("intake", "for which year it takes people")
    if today.year <= year:
        return judged("intake", True, f"Its intake is {year}.")
    gap = f"whether its {year} intake still takes people"
    text = f"Its intake was {year}, and that year is over: ask {gap}."
    return Reason("intake", Verdict.CANNOT_TELL, text, posting_gap=gap)


def window(stated: Stated) -> Reason | None:
    """Return that nobody fits, where the posting's own dates say so; a rule that only siblings state does not count."""
    end = end_after_cut_off(stated)
    if not (end and stated.graduation_by):
        return None
    text = (
        f"As written, nobody can meet this: it asks you to finish by {month(stated.graduation_by)} and to stay "
        f"enrolled until the work ends, on {day(end)} at the earliest. "
        f"Ask {stated.contact_email or 'the recruiters'} what is meant."
    )
    return judged("window", False, text)


def end_after_cut_off(stated: Stated) -> date | None:
    """Return the earliest end of the work where it lies after the cut-off and enrolment is required, else None."""
    if not (stated.must_stay_enrolled and stated.graduation_by and stated.job_start_date):
        return None
    return periods.end_after(stated.graduation_by, stated.job_start_date, stated.weeks_min, stated.months_min)


def latest_start(stated: Stated) -> date | None:
    """Return the last day on which the shortest stated length can start, None where no date bounds it."""
    if not (stated.must_stay_enrolled and stated.graduation_by) or end_after_cut_off(stated):
        return None
    return latest_start_before(stated.graduation_by, stated.weeks_min, stated.months_min)
