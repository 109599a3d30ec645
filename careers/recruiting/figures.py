"""The sums of careers.counters as recruiters read them: this week beside the last, by posting, by day."""

from datetime import timedelta

from django.db.models import F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from careers.counters.models import FactDay, FruitlessSearch, PostingDay
from careers.postings.models import Posting

WEEK = timedelta(days=7)


def week(today, postings=None):
    """Return {sum: (last seven days, the seven before)}, today not among them: it is not over."""
    rows = PostingDay.objects.all() if postings is None else PostingDay.objects.filter(posting__in=postings)
    now, before = (total(rows, today - back * WEEK) for back in (1, 2))
    return {name: (now[name], before[name]) for name in PostingDay.SUMS}


def total(rows, first):
    """Return {sum: number} of the seven days from `first`."""
    found = rows.filter(day__gte=first, day__lt=first + WEEK).aggregate(**{name: Sum(name) for name in PostingDay.SUMS})
    return {name: number or 0 for name, number in found.items()}


def by_posting(postings):
    """Return `postings` with `views`, `apply_starts` and `asks` summed over all days."""
    days = PostingDay.objects.filter(posting=OuterRef("pk")).order_by().values("posting")
    sums = {name: Coalesce(Subquery(days.annotate(number=Sum(name)).values("number")), 0) for name in PostingDay.SUMS}
    return postings.annotate(**sums)


def by_day(today, postings, days=28):
    """Return [(day, views)] of the last `days` days, those without a view too."""
    first = today - timedelta(days=days - 1)
    rows = PostingDay.objects.filter(posting__in=postings, day__gte=first).order_by().values("day")
    found = dict(rows.annotate(number=Sum("views")).values_list("day", "number"))
    return [(day, found.get(day, 0)) for day in (first + timedelta(days=back) for back in range(days))]


def asked_for(most=5):
    """Return [(fact, asks)], what students ask for most."""
    rows = FactDay.objects.order_by().values("fact").annotate(number=Sum("asks")).order_by(F("number").desc(), "fact")
    return list(rows.values_list("fact", "number")[:most])


def fruitless(most=5):
    return FruitlessSearch.objects.all()[:most]


def intakes():
    """Return the years that postings name, newest first."""
    years = Posting.objects.exclude(intake_year=None).order_by("-intake_year").values_list("intake_year", flat=True)
    return list(years.distinct())
