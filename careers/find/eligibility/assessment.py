"""All rules together: one verdict, its reasons, and the words to lead with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from careers.postings.phrases import day

from . import dates, study, work
from .applicant import Applicant
from .stated import Stated
from .verdicts import Reason, Verdict
from .words import lower_first

Rule = Callable[..., Reason | None]
LENGTH = "weeks_min", "months_min"
# Every rule, in the order of its reasons, with the facts of a posting that its verdict depends on; others give words.
RULES: dict[Rule, tuple[str, ...]] = {
    dates.window: ("must_stay_enrolled", "graduation_by", "job_start_date", *LENGTH),
    study.level: ("degree_levels",),
    study.field: ("fields_of_study", "related_fields_accepted"),
    study.graduation: ("graduation_from", "graduation_by"),
    study.study_years: ("study_years", "graduates_eligible"),
    study.studying: ("must_be_studying", "graduates_eligible"),
    dates.enrolment: ("must_stay_enrolled", "job_start_date", *LENGTH),
    study.graduates: ("graduates_eligible",),
    dates.start: ("job_start_date", "intake_year"),
    work.weeks: LENGTH,
    work.days: ("days_per_week_min", "on_site_days_min"),
    work.work_rights: ("work_rights", "sponsorship_offered", "country_name"),
    dates.intake: ("intake_year", "job_start_date", "time_zone"),
}
# Rules that wait for the answer to the same question; what is missing is said once.
ASKED_BY = dict.fromkeys(("level", "studying", "graduates"), "studying")
OBSTACLES = {
    "level": "your level of study",
    "field": "your field of study",
    "graduation": "the month you finish",
    "study_years": "your year of study",
    "studying": "not studying now",
    "enrolment": "how long you are enrolled",
    "graduates": "having graduated",
    "weeks": "how many weeks you have",
    "days": "how many days a week you can work",
    "work_rights": "your right to work",
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """`too_late` never changes the verdict: what is stated is compared with what is said, not with the clock."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    latest_start: date | None
    too_late: bool
    nobody: bool

    @property
    def headline(self) -> str:
        if self.verdict is Verdict.MEETS:
            return "You meet everything it states."
        if self.verdict is Verdict.CANNOT_TELL:
            return self.gaps
        first = self.ruled_out_by[0].text
        return first if self.nobody else f"It rules you out: {lower_first(first)}"

    @property
    def gaps(self) -> str:
        """Return what the posting and the applicant leave open, "" if nothing."""
        posting = dict.fromkeys(reason.posting_gap for reason in self.reasons if reason.posting_gap)
        applicant: dict[str, str] = {}
        for reason in self.reasons:
            if reason.applicant_gap:
                applicant.setdefault(ASKED_BY.get(reason.rule, reason.rule), reason.applicant_gap)
        openings = (("It doesn’t say", posting), ("You haven’t said", dict.fromkeys(applicant.values())))
        return " ".join(f"{opening}: {', '.join(gaps)}." for opening, gaps in openings if gaps)

    @property
    def ruled_out_by(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.verdict is Verdict.DOES_NOT)

    @property
    def too_late_text(self) -> str:
        return too_late_words(self.latest_start) if self.too_late and self.latest_start else ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """The applicant's fact that rules out most postings, and how many."""

    rule: str
    count: int
    words: str


def assess(stated: Stated, applicant: Applicant, today: date) -> Assessment:
    """Return the answer for one posting; `today` is the day in the posting's own zone."""
    reasons = tuple(reason for rule in RULES if (reason := ask(rule, stated, applicant, today)))
    latest = dates.latest_start(stated)
    return Assessment(
        verdict=overall(reasons),
        reasons=reasons,
        latest_start=latest,
        too_late=latest is not None and today > latest,
        nobody=reasons[0].rule == "window",
    )


def ask(rule: Rule, stated: Stated, applicant: Applicant, today: date) -> Reason | None:
    """Return one rule's answer: the window is the posting's own matter, and only the intake knows the day."""
    if rule is dates.window:
        return rule(stated)
    return rule(stated, today if rule is dates.intake else applicant)


def overall(reasons: Iterable[Reason]) -> Verdict:
    verdicts = {reason.verdict for reason in reasons}
    return next(each for each in (Verdict.DOES_NOT, Verdict.CANNOT_TELL, Verdict.MEETS) if each in verdicts)


def obstacle(ruled_out: Mapping[str, int]) -> Obstacle | None:
    """Return what about the applicant rules out most, None if nothing does; given is {rule: postings ruled out}."""
    rule = max(OBSTACLES, key=lambda name: ruled_out.get(name, 0))
    return Obstacle(rule, ruled_out[rule], OBSTACLES[rule]) if ruled_out.get(rule) else None


def too_late_words(latest: date) -> str:
    return f"Too late to start: the last start that fits was {day(latest)}."
