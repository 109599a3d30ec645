"""All rules together: one verdict, its reasons, and the words to lead with."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from careers.postings.phrases import day

from . import dates, study, work
from .applicant import Applicant
from .stated import Stated
from .verdicts import Reason, Verdict
from .words import lower_first

RULES = (
    study.level,
    study.field,
    study.graduation,
    study.study_years,
    study.studying,
    dates.enrolment,
    study.graduates,
    dates.start,
    work.weeks,
    work.days,
    work.work_rights,
)
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
        applicant = dict.fromkeys(reason.applicant_gap for reason in self.reasons if reason.applicant_gap)
        openings = (("It doesn’t say", posting), ("You haven’t said", applicant))
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
    asked = (dates.window(stated), *(rule(stated, applicant) for rule in RULES), dates.intake(stated, today))
    reasons = tuple(reason for reason in asked if reason)
    latest = dates.latest_start(stated)
    return Assessment(
        verdict=overall(reasons),
        reasons=reasons,
        latest_start=latest,
        too_late=latest is not None and today > latest,
        nobody=reasons[0].rule == "window",
    )


def overall(reasons: Iterable[Reason]) -> Verdict:
    verdicts = {reason.verdict for reason in reasons}
    return next(each for each in (Verdict.DOES_NOT, Verdict.CANNOT_TELL, Verdict.MEETS) if each in verdicts)


def obstacle(assessments: Iterable[Assessment]) -> Obstacle | None:
    """Return what about the applicant rules out most of these, None if nothing does."""
    rules = (reason.rule for each in assessments for reason in each.ruled_out_by if reason.rule in OBSTACLES)
    most = Counter(rules).most_common(1)
    return Obstacle(most[0][0], most[0][1], OBSTACLES[most[0][0]]) if most else None


def too_late_words(latest: date) -> str:
    return f"Too late to start: the last start that fits was {day(latest)}."
