"""Where a posting is in its life, in a recruiter's words."""

from django.utils import timezone

from careers.postings.choices import ClosedReason, Status
from careers.postings.phrases import moment


def zone_of(posting):
    return posting.location.zone if posting.location else timezone.get_default_timezone()


def state_of(posting, on=None):
    if posting.status != Status.PUBLISHED:
        return ended_state(posting) if posting.closed_reason else posting.get_status_display()
    if posting.is_scheduled(on):
        return f"Scheduled: opens {moment(posting.opens_at, zone_of(posting))}"
    if posting.is_open(on):
        return "Open"
    return f"Closed by its date: {closing(posting)}"


def ended_state(posting):
    reason = ClosedReason(posting.closed_reason).label
    return f"{posting.get_status_display()}: {reason[0].lower()}{reason[1:]}"


def life_of(posting):
    """Return a line for each step so far: what, when, who, and what they said."""
    for event in posting.events.select_related("by"):
        what = event.verb.replace("_", " ").capitalize()
        who = f"by {event.by}" if event.by else "by nobody who has an account now"
        yield f"{what}, {moment(event.at, zone_of(posting))}, {who}", event.note


def closing(posting):
    """Return the closing moment as the location's clocks show it, None where none is stated."""
    return moment(posting.valid_through, zone_of(posting)) if posting.valid_through else None
