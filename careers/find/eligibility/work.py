"""Rules about the work: weeks, days and place, work rights."""

from careers.lib.periods import weeks_needed
from careers.postings.phrases import counted

from .applicant import Applicant
from .stated import Stated
from .verdicts import Reason, judged, open_question, unsaid, unstated
from .words import RIGHTS, both, country_in_sentence, length

VISAS = {"student-visa", "other-visa"}


def weeks(stated: Stated, applicant: Applicant) -> Reason:
    needed, given = weeks_needed(stated.weeks_min, stated.months_min), applicant.weeks
    you = f"you have {counted(given, 'week')}" if given is not None else ""
    if needed is None:
        return unstated("weeks", "how long it lasts", you)
    in_weeks = f" ({counted(needed, 'week')})" if stated.months_min else ""
    fact = f"It asks for at least {length(stated.weeks_min, stated.months_min)}{in_weeks}"
    if given is None:
        return unsaid("weeks", fact, "for how many weeks you can work")
    return judged("weeks", given >= needed, f"{fact}; {you}.")


def days(stated: Stated, applicant: Applicant) -> Reason:
    """Days on site are days of work: where only they are stated, they are the number it asks for."""
    needed, given = max(stated.days_per_week_min or 0, stated.on_site_days_min or 0), applicant.days
    you = f"you can work {counted(given, 'day')}" if given is not None else ""
    gap = "how many days a week it asks for"
    if not needed and given is not None and given >= 7:
        return judged("days", True, f"It doesn’t say {gap}; {you}, so you meet it either way.")
    if not needed:
        return unstated("days", gap, you)
    fact = f"It asks for at least {counted(needed, 'day')} a week{where(stated, needed)}"
    if given is None:
        return unsaid("days", fact, "how many days a week you can work")
    return judged("days", given >= needed, f"{fact}; {you}.")


def where(stated: Stated, needed: int) -> str:
    """Return " on site in Sydney", or ", 2 of them on site in Sydney", or "" where no day on site is asked for."""
    place = f" in {stated.location}" if stated.location else ""
    if stated.on_site_days_min == needed or stated.work_mode == "onsite":
        return f" on site{place}"
    return f", {stated.on_site_days_min} of them on site{place}" if stated.on_site_days_min else ""


def work_rights(stated: Stated, applicant: Applicant) -> Reason:
    held, you, gap = applicant.rights, applicant.rights_words(stated.country_name), "which work rights it asks for"
    if held == "sponsorship":
        return sponsorship(stated, you)
    if stated.work_rights:
        return listed_rights(stated, held, you)
    # Citizens need no leave to work in their own country, so no list that an employer may lawfully state shuts them
    # out. Of residents that is not so: posts that need a security clearance take citizens only.
    if held == "citizen" and stated.country_name:
        return judged("work_rights", True, f"It doesn’t say {gap}; {you}, so you meet it either way.")
    return unstated("work_rights", gap, you)


def listed_rights(stated: Stated, held: str | None, you: str) -> Reason:
    accepted = stated.work_rights
    fact = f"It takes {both(RIGHTS.get(each, each) for each in accepted)}"
    if set(accepted) >= set(RIGHTS) and stated.sponsorship_offered:
        return judged("work_rights", True, f"{fact}, and offers sponsorship, so it takes you.")
    if not held:
        return unsaid(
            "work_rights", fact, f"which right to work in {country_in_sentence(stated.country_name)} you hold"
        )
    if held in accepted and not stated.country_name:
        return open_question("work_rights", fact, "in which country you would work", you)
    if held in VISAS - set(accepted) and stated.sponsorship_offered:
        return open_question("work_rights", f"{fact}, and offers sponsorship,", "whether it would sponsor you", you)
    return judged("work_rights", held in accepted, f"{fact}; {you}.")


def sponsorship(stated: Stated, you: str) -> Reason:
    if stated.sponsorship_offered is None:
        return unstated("work_rights", "whether it offers sponsorship", you)
    fact = "It offers sponsorship" if stated.sponsorship_offered else "It doesn’t offer sponsorship"
    return judged("work_rights", stated.sponsorship_offered, f"{fact}; {you}.")
