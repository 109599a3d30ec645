"""What the long parts of a posting's page list: fetched where such a part is made, not where a kept one is shown."""

from django.db.models import Prefetch, prefetch_related_objects

from .models import Benefit


def with_items(posting):
    """Return the posting with its items and benefits at hand, fetched at most once."""
    benefits = Prefetch("benefits", Benefit.objects.select_related("category"))
    prefetch_related_objects([posting], "responsibilities", "qualifications", benefits)
    return posting


def qualifications(posting, kind):
    return [row for row in with_items(posting).qualifications.all() if row.kind == kind]
