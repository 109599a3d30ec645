"""The bar on top of a posting's form: where it is in its life, what can be done next and what stands in the way."""

from dataclasses import dataclass

from careers.postings.choices import Status
from careers.postings.models import PostingEvent
from careers.recruiting import gate, second_person
from careers.recruiting.state import closing, local_moment, state_of
from careers.recruiting.steps import STEPS, Step, is_live

STATIONS = ("Draft", "In review", "Live", "Closed")


@dataclass(frozen=True)
class Bar:
    """`stations` are (label, whether it is there now); `blocks` is what keeps it from students."""

    state: str
    stations: list[tuple[str, bool]]
    steps: list[Step]
    blocks: list[str]
    comment: PostingEvent | None
    closes: str | None
    is_live: bool


def bar_of(posting, user):
    steps = [step for step in STEPS if user.has_perm(step.permission) and step.fits(posting)]
    approving = any(step.approves for step in steps)
    return Bar(
        state_of(posting),
        [(label, label == station(posting)) for label in STATIONS],
        steps,
        blocks(posting, user if approving else None) if not is_live(posting) else [],
        comment_on(posting),
        closing(posting),
        is_live(posting),
    )


def station(posting):
    if posting.status in {Status.DRAFT, Status.IN_REVIEW}:
        return posting.get_status_display()
    return "Live" if is_live(posting) else "Closed"


def blocks(posting, publisher):
    """Return why it could not go before students now; `publisher` is whoever would be the one to publish it."""
    found = gate.errors_of([posting])[posting.pk]
    errors = [f"{each.message} {each.hint}" for each in found]
    # A finding says the same, unless somebody let that stand.
    told = posting.title.strip() or any(each.field == "title" for each in found)
    title = [] if told else ["Give it a title first."]
    alone = publisher and second_person.writers([posting]).get(posting.pk) == publisher.pk
    return title + errors + ([second_person.REFUSAL] if alone and second_person.is_demanded() else [])


def comment_on(posting):
    """Return the last step of a posting that is being written or looked at, if somebody said something with it."""
    if posting.status not in {Status.DRAFT, Status.IN_REVIEW}:
        return None
    last = posting.events.select_related("by").last()
    if last and last.note:
        last.when = local_moment(last.at, posting)
        return last
    return None
