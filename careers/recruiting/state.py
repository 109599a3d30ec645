"""Where a posting is in its life, in a recruiter's words."""

from django.utils import timezone

from careers.postings.choices import ClosedReason, Status
from careers.postings.phrases import moment


def zone_of(posting):
    return posting.location.zone if posting.location else timezone.get_default_timezone()


def local_moment(value, posting):
    """Return "Monday 30 November 2026, 9:00 am AEDT (Sydney)"."""
    place = f" ({posting.location.name})" if posting.location else ""
    return moment(value, zone_of(posting)) + place


def state_of(posting, on=None):
    if posting.status != Status.PUBLISHED:
        return ended_state(posting) if posting.closed_reason else posting.get_status_display()
    if posting.is_scheduled(on):
        return f"Scheduled: opens {local_moment(posting.opens_at, posting)}"
    if posting.is_open(on):
        return "Open"
    return f"Closed by its date: {closing(posting)}"


def ended_state(posting):
    reason = ClosedReason(posting.closed_reason).label
    return f"{posting.get_status_display()}: {reason[0].lower()}{reason[1:]}"


def life_of(posting):
    """Return a line for each step so far: what, when, who, and what they said."""
    for event in posting.events.select_related("by"):
        yield f"{what_of(event, posting)}. {local_moment(event.at, posting)}, {who_of(event)}.", event.note


def what_of(event, posting):
    """Return "Scheduled: opens Monday 30 November 2026, 9:00 am AEDT (Sydney)"."""
    what = event.verb.replace("_", " ").capitalize()
    if not event.moment:
        return what
    return f"{what}: {'opens' if event.verb == 'scheduled' else 'closes'} {local_moment(event.moment, posting)}"


def who_of(event):
    who = f"by {event.by}" if event.by else "by nobody who has an account now"
    return f"{who}, without a second person" if event.alone else who


def closing(posting):
    """Return the closing moment as the location's clocks show it, None where none is stated."""
    return local_moment(posting.valid_through, posting) if posting.valid_through else None
