"""Adding to the sums. Each addition is one UPDATE, so that two at once both count."""

from django.db.models import F
from django.utils import timezone

from careers.postings.factsheet import factsheet, missing

from .models import FactDay, PostingDay

# What a page sends, and the sum it adds to.
SENT = {"view": "views", "apply": "apply_starts", "ask": "asks"}


def count(posting, what, on=None):
    """Add one to `posting`'s sum of the day at its place; `what` is a key of SENT."""
    on = on or timezone.now()
    day = on.astimezone(posting.location.zone if posting.location else None).date()
    add(PostingDay, SENT[what], posting=posting, day=day)
    if what == "ask":
        for fact in missing(factsheet(posting, on)):
            add(FactDay, "asks", fact=fact.label, day=day)


def add(model, column, **row):
    """Add one to `column` of the row, made if it is not there yet."""
    if not model.objects.filter(**row).update(**{column: F(column) + 1}):
        model.objects.get_or_create(**row)
        model.objects.filter(**row).update(**{column: F(column) + 1})
