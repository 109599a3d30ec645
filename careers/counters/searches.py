"""Searches that found nothing. The words are kept once they were seen on three days; until then only a digest is."""

import re
from datetime import timedelta

from django.utils.crypto import salted_hmac

from careers.find.filters import PostingFilterSet

from .models import FruitlessSearch, SearchSeen

DAYS = 3
KEPT_FOR = timedelta(days=60)
# So that nobody can fill the disk: what comes after these on one day is not looked at.
MOST_A_DAY = 5_000
PERSONAL = re.compile(r"[@\d\x00]")


def note(words, on):
    """Note that `words` found nothing, if they really do now and hold neither a digit nor an @."""
    words = " ".join(words.casefold().split())
    if not 2 <= len(words) <= 80 or PERSONAL.search(words) or finds_something(words, on):
        return
    day = on.date()
    SearchSeen.objects.filter(day__lt=day - KEPT_FOR).delete()
    if SearchSeen.objects.filter(day=day).count() < MOST_A_DAY:
        remember(words, salted_hmac("careers.counters.searches", words, algorithm="sha256").hexdigest(), day)


def remember(words, digest, day):
    SearchSeen.objects.get_or_create(digest=digest, day=day)
    days = SearchSeen.objects.filter(digest=digest).count()
    if days >= DAYS:
        FruitlessSearch.objects.update_or_create(words=words, defaults={"days": days, "last_seen": day})


def finds_something(words, on):
    return PostingFilterSet({"q": words}, on=on).qs.exists()
