"""The steps of a posting's life as the desk offers them: verbs of the model, nouns in addresses, words on buttons."""

from collections.abc import Callable
from dataclasses import dataclass

from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.recruiting.forms import ClosureForm, ReopeningForm, ScheduleForm, StepForm
from careers.recruiting.gate import demand_no_errors

BEFORE_STUDENTS = {"publish", "schedule", "reopen"}
WRITE, PUBLISH = "postings.change_posting", "postings.publish_posting"


@dataclass(frozen=True)
class Step:
    verb: str
    noun: str
    label: str
    done: str
    permission: str
    fits: Callable[[Posting], bool]
    form: type[StepForm] = StepForm
    asks: bool = False
    in_bulk: bool = True

    def take(self, posting: Posting, by: object, **facts: object) -> None:
        """Call the verb; the model refuses with a ValidationError what does not fit."""
        if self.verb in BEFORE_STUDENTS:
            demand_no_errors(posting)
        getattr(posting, self.verb)(by=by, **facts)


def is_draft(posting: Posting) -> bool:
    return posting.status == Status.DRAFT


def is_in_review(posting: Posting) -> bool:
    return posting.status == Status.IN_REVIEW


def waits(posting: Posting) -> bool:
    return is_draft(posting) or is_in_review(posting) or posting.is_scheduled()


def is_published(posting: Posting) -> bool:
    return posting.status == Status.PUBLISHED


def has_left_the_desk(posting: Posting) -> bool:
    return not is_draft(posting) and not is_in_review(posting)


def can_be_archived(posting: Posting) -> bool:
    return posting.has_ended() and posting.status != Status.ARCHIVED


STEPS = (
    Step("submit", "submission", "Submit for review", "is in review", WRITE, is_draft),
    Step("send_back", "return", "Send back", "is a draft again", PUBLISH, is_in_review),
    Step("publish", "publication", "Publish now", "is open to students", PUBLISH, waits),
    Step("schedule", "schedule", "Schedule…", "is scheduled", PUBLISH, waits, ScheduleForm, True, False),
    Step("close", "closure", "Close…", "is closed", PUBLISH, is_published, ClosureForm, True),
    Step("withdraw", "withdrawal", "Withdraw…", "is withdrawn", PUBLISH, has_left_the_desk, asks=True),
    Step("reopen", "reopening", "Reopen…", "is open again", PUBLISH, Posting.has_ended, ReopeningForm, True, False),
    Step("archive", "archival", "Archive", "is archived", PUBLISH, can_be_archived),
)
