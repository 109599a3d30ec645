"""Alerts in numbers: what was counted, what waits, and what people look for. Nobody's address, nobody's answers."""

from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from .models import Digest, Kind, State, Subscriber, Subscription, Tally, Watch
from .replay import facets_in_words, replay
from .wanted import words_only

MOST = 25
# A wish that fewer share might be somebody's own.
LEAST = 3
LISTED = 20


def present():
    """Return [(what, number)] of today's state."""
    going = Subscription.objects.going()
    mailed = going.mailed()
    return [
        ("Alerts that get mail", mailed.count()),
        ("Paused", going.exclude(paused_at=None).count()),
        ("Addresses", mailed.values("subscriber").distinct().count()),
        ("Addresses whose server refuses mail", Subscriber.objects.exclude(suppressed_at=None).count()),
        ("Digests that wait", Digest.objects.filter(state=State.WAITING).count()),
    ]


def by_day(on, days=30):
    """Return {what: [(day, number, percent of its highest)]}, the oldest day first."""
    first = on.date() - timedelta(days=days - 1)
    numbers = defaultdict(int)
    for tally in Tally.objects.filter(day__gte=first):
        numbers[tally.what, tally.day] = tally.number
    found = {}
    for what in Tally.What:
        rows = [(day, numbers[what, day]) for day in (first + timedelta(days=each) for each in range(days))]
        most = max(number for _, number in rows) or 1
        found[what.label] = [(day, number, 100 * number // most) for day, number in rows]
    return found


def looked_for():
    """Return [(what, alerts)] of the most common wishes: values and words, never what people said about themselves."""
    watches = Watch.objects.annotate(alerts=Count("subscriptions", filter=Q(subscriptions__ended_at=None)))
    kinds, wishes, on = Counter(), Counter(), timezone.now()
    for kind, query, alerts in watches.filter(alerts__gt=0).values_list("kind", "query", "alerts").iterator():
        kinds[Kind(kind).label] += alerts
        for wish in set(wishes_in(words_only(query), on)) if kind == Kind.SEARCH else ():
            wishes[wish] += alerts
    common = [(wish, number) for wish, number in wishes.most_common(MOST) if number >= LEAST]
    return [*kinds.most_common(), *common]


def wishes_in(query, on):
    filters = replay(query, on)
    words = filters.form.cleaned_data.get("q")
    wishes = [f"{label}: {text.removeprefix('intake ')}" for label, text, _ in facets_in_words(filters)]
    return [*wishes, f"Words: {words.lower()}"] if words else wishes


def unknown():
    """Return the digests whose fate nobody knows, the newest first."""
    return Digest.objects.filter(state=State.UNKNOWN).order_by("-pk")[:LISTED]
