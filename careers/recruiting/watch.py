"""What a recruiter keeps an eye on: conditions with names, one for the number on the desk and the list behind it."""

from datetime import timedelta

from django.db.models import CharField, Count, Exists, OuterRef, Q
from django.db.models.functions import Cast
from reversion.models import Version

from careers.postings.choices import Status
from careers.postings.models import Posting, PostingEvent

SOON = timedelta(days=14)
LONG = timedelta(days=30)


def drafts(on):
    return Q(status=Status.DRAFT)


def in_review(on):
    return Q(status=Status.IN_REVIEW)


def sent_back(on):
    returned = PostingEvent.objects.filter(posting=OuterRef("pk"), verb="sent_back")
    return Q(Exists(returned), status=Status.DRAFT)


def open_now(on):
    return Q(pk__in=Posting.objects.open(on).values("pk"))


def opens_soon(on):
    return Q(status=Status.PUBLISHED, opens_at__gt=on, opens_at__lte=on + SOON)


def closes_soon(on):
    return Q(status=Status.PUBLISHED, valid_through__gte=on, valid_through__lte=on + SOON)


def closed_by_itself(on):
    return Q(status=Status.PUBLISHED, valid_through__lt=on, valid_through__gte=on - SOON)


def stale(on):
    """Drafts without a recorded edit for LONG."""
    touched = Version.objects.filter(
        content_type__app_label="postings",
        content_type__model="posting",
        object_id=Cast(OuterRef("pk"), CharField()),
        revision__date_created__gte=on - LONG,
    )
    return Q(~Exists(touched), status=Status.DRAFT)


WATCHED = {
    "drafts": ("Drafts", drafts),
    "in_review": ("Waiting for review", in_review),
    "sent_back": ("Sent back, to be mended", sent_back),
    "open": ("Open to students now", open_now),
    "opens_soon": ("Open within 14 days", opens_soon),
    "closes_soon": ("Close within 14 days", closes_soon),
    "closed_by_itself": ("Closed by their date, last 14 days", closed_by_itself),
    "stale": ("Drafts nobody touched for 30 days", stale),
}


def numbers(on):
    """Return {name: number of postings} of all that is watched, in one query."""
    return Posting.objects.aggregate(**{name: Count("pk", filter=test(on)) for name, (_, test) in WATCHED.items()})
