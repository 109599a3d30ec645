"""Next intake's drafts: a posting a year on, without what belongs to the old one alone."""

from datetime import datetime

import reversion
from django.core.exceptions import ValidationError

from careers.postings.models import Posting
from careers.recruiting.moments import wall_clock, whole_day
from careers.recruiting.state import zone_of

# Offered a year on, and empty until somebody says that they hold.
DATES = ("job_start_date", "graduation_from", "graduation_by", "opens_at", "valid_through")
# Its address, its life, its approvals and the advert it was read from.
NOT_CARRIED = {
    "id", "slug", "requisition_id", "status", "date_posted", "closed_at", "closed_reason", "next_posting", "version",
    "source_text", "source_url", "source_hash", *DATES,
}  # fmt: skip
LISTS = ("responsibilities", "qualifications")


def suggestions(posting):
    """Return {date: the same a year on} of the dates it states."""
    stated = {name: getattr(posting, name) for name in DATES}
    return {name: a_year_on(value, zone_of(posting)) for name, value in stated.items() if value}


def a_year_on(value, zone):
    """Return the same month, or the same time on the location's clocks, a year later."""
    if isinstance(value, datetime):
        day, clock = wall_clock(value, zone)
        return whole_day(a_year_on(day, zone), clock, zone)
    leap_day = (value.month, value.day) == (2, 29)
    return value.replace(year=value.year + 1, day=28 if leap_day else value.day)


def make_draft(posting, dates):
    """Return the saved draft, the old posting pointing to it; raise ValidationError where that cannot be."""
    draft = Posting(**carried(posting), **dates)
    draft.intake_year = posting.intake_year + 1 if posting.intake_year else None
    draft.full_clean()
    posting.take_turn()
    draft.save()
    for field in Posting._meta.local_many_to_many:
        getattr(draft, field.name).set(getattr(posting, field.name).all())
    for name in LISTS:
        copy_items(getattr(posting, name).all(), draft)
    posting.next_posting = draft
    posting.save(update_fields=["next_posting"])
    reversion.add_to_revision(draft)
    return draft


def carried(posting):
    fields = [field for field in Posting._meta.local_fields if field.name not in NOT_CARRIED]
    return {field.attname: getattr(posting, field.attname) for field in fields}


def copy_items(items, draft):
    for item in items:
        many = [field.name for field in item._meta.local_many_to_many]
        chosen = {name: list(getattr(item, name).all()) for name in many}
        item.pk, item.posting = None, draft
        item._state.adding = True
        item.save()
        for name, rows in chosen.items():
            getattr(item, name).set(rows)


def why_not(posting):
    """Return why it gets no draft, "" where it does."""
    if posting.next_posting:
        return f"The next one is there already: “{posting.next_posting}”."
    return ""


def demand(posting):
    if reason := why_not(posting):
        raise ValidationError(reason, code="there_already")
