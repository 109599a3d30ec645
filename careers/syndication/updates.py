"""Ids that last and dates that mean something: a posting is updated when a fact of it changes, not its wording."""

from datetime import UTC, datetime, time

from django.conf import settings

# RFC 4151: a name stands for whom it belonged to in a year; whoever moves the site keeps the name in FEED_HOST.
YEAR = 2026


def published(posting):
    """Return when it opened to students, None where nothing says so."""
    if posting.opens_at or not posting.date_posted:
        return posting.opens_at
    return datetime.combine(posting.date_posted, time(), zone_of(posting))


def updated(posting):
    """Return when a fact last changed or it opened (again), None where nothing says so; needs with_updates()."""
    known = published(posting), posting.changed_at, posting.reopened_at
    return max(filter(None, known), default=None)


def tag(name):
    """Return an id that survives another host, another slug and another title."""
    return f"tag:{settings.FEED_HOST},{YEAR}:{name}"


def uid(name):
    """Return an id as calendars have it, which lasts like a tag."""
    return f"{name}@{settings.FEED_HOST}"


def zone_of(posting):
    return posting.location.zone if posting.location else UTC
