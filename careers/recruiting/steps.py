"""The steps of a posting's life as the desk offers them: verbs of the model, nouns in addresses, words on buttons."""

from collections.abc import Callable
from dataclasses import dataclass

from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.recruiting.step_forms import (
    ClosureForm,
    ExtensionForm,
    ReopeningForm,
    ReturnForm,
    ScheduleForm,
    StepForm,
)

WRITE, PUBLISH = "postings.change_posting", "postings.publish_posting"


@dataclass(frozen=True)
class Step:
    """`says` tells what it does; `shows` marks what students see then, `approves` what a second person looks at."""

    verb: str
    noun: str
    title: str
    done: str
    permission: str
    fits: Callable[[Posting], bool]
    says: str
    form: type[StepForm] = StepForm
    shows: bool = False
    approves: bool = False


def is_draft(posting: Posting) -> bool:
    return posting.status == Status.DRAFT


def is_in_review(posting: Posting) -> bool:
    return posting.status == Status.IN_REVIEW


def waits(posting: Posting) -> bool:
    return is_draft(posting) or is_in_review(posting) or posting.is_scheduled()


def is_live(posting: Posting) -> bool:
    return posting.is_open() or posting.is_scheduled()


def is_published(posting: Posting) -> bool:
    return posting.status == Status.PUBLISHED


def has_left_the_desk(posting: Posting) -> bool:
    return not is_draft(posting) and not is_in_review(posting)


def can_be_archived(posting: Posting) -> bool:
    return posting.has_ended() and posting.status != Status.ARCHIVED


STEPS = (
    Step(
        "submit", "submission", "Submit for review", "is in review", WRITE, is_draft,
        "Publishers are asked to look at it. It can still be edited meanwhile.",
    ),
    Step(
        "send_back", "return", "Send back", "is a draft again", PUBLISH, is_in_review,
        "It becomes a draft again, with your comment on top of its form.", ReturnForm,
    ),
    Step(
        "publish", "publication", "Publish now", "is open to students", PUBLISH, waits,
        "Students see it at once and can apply.", shows=True, approves=True,
    ),
    Step(
        "schedule", "schedule", "Schedule", "is scheduled", PUBLISH, waits,
        "It opens by itself at the moment you choose.", ScheduleForm, shows=True, approves=True,
    ),
    Step(
        "extend", "extension", "Move the closing", "closes at another moment", PUBLISH, is_live,
        "Later or earlier; students read the new moment at once.", ExtensionForm, shows=True,
    ),
    Step(
        "close", "closure", "Close", "is closed", PUBLISH, is_published,
        "Nobody can apply any more. Its address keeps answering and says why.", ClosureForm,
    ),
    Step(
        "withdraw", "withdrawal", "Withdraw", "is withdrawn", PUBLISH, has_left_the_desk,
        "Students then read only its title and the date. Its text leaves the site.",
    ),
    Step(
        "reopen", "reopening", "Reopen", "is open again", PUBLISH, Posting.has_ended,
        "Students see it again and can apply.", ReopeningForm, shows=True, approves=True,
    ),
    Step(
        "archive", "archival", "Archive", "is archived", PUBLISH, can_be_archived,
        "It leaves your lists. Its address keeps answering.",
    ),
)  # fmt: skip
