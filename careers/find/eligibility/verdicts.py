"""What a rule answers."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """In the order in which a list sorted by verdict shows them."""

    MEETS = "meets"
    CANNOT_TELL = "cannot_tell"
    DOES_NOT = "does_not"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule's answer; a gap is what the posting or the applicant leaves open, worded to follow "… say"."""

    rule: str
    verdict: Verdict
    text: str
    posting_gap: str = ""
    applicant_gap: str = ""


def judged(rule: str, met: bool, text: str) -> Reason:
    return Reason(rule, Verdict.MEETS if met else Verdict.DOES_NOT, text)


def unstated(rule: str, gap: str, you: str = "") -> Reason:
    """Return that the posting leaves `gap` open; `you` is what the applicant said about it."""
    return Reason(rule, Verdict.CANNOT_TELL, f"It doesn’t say {gap}{f'; {you}' if you else ''}.", posting_gap=gap)


def unsaid(rule: str, fact: str, gap: str) -> Reason:
    """Return that the posting states `fact` and the applicant leaves `gap` out."""
    return Reason(rule, Verdict.CANNOT_TELL, f"{fact}; you haven’t said {gap}.", applicant_gap=gap)


def open_question(rule: str, fact: str, gap: str, you: str) -> Reason:
    """Return that both have spoken and the posting still leaves `gap` to be asked."""
    return Reason(rule, Verdict.CANNOT_TELL, f"{fact} but doesn’t say {gap}; {you}.", posting_gap=gap)
