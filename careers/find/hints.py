"""What to try next: a filter that the words name, a near spelling, the same search with one thing less."""

from dataclasses import dataclass

from django.http import QueryDict

from careers.postings.models import Posting

from . import search
from .filters import PostingFilterSet
from .panel import LABELS, chips

MOST_CHIPS = 8
MOST_INSTEAD = 3


@dataclass(frozen=True)
class Hint:
    """A link to another list: what it is, and how many postings it holds (None: not counted)."""

    text: str
    query: str
    postings: int | None = None


def hints(filterset, count):
    """Return the hints of a list that holds `count` postings."""
    found = {"offers": offers(filterset)} if filterset.words else {}
    return found if count else {**found, **nothing(filterset)}


def offers(filterset):
    """Return one Hint for each filter that the words name."""
    known = {
        name: {value: label for value, (label, _) in values.items()} for name, values in filterset.offered().items()
    }
    named = search.facet_offers(filterset.words, known)
    return [
        Hint(f"{LABELS[facet]}: {label}", moved(filterset.data, facet, value, rest))
        for facet, value, label, rest in named
        if value not in filterset.chosen.get(facet, [])
    ]


def moved(data, facet, value, rest):
    """Return the query in which `value` is a filter and only the `rest` is left of the words."""
    query = with_words(data, rest)
    query.appendlist(facet, value)
    return query.urlencode()


def with_words(data, words):
    """Return a copy of the parameters with these words, "" for none; the paging starts again."""
    query = data.copy()
    query.pop("page", None)
    query["q"] = words
    if not words:
        query.pop("q")
    return query


def nothing(filterset):
    """Return what was understood (or not a word), a near spelling, one thing less, and some open postings."""
    spelling = search.spelling(filterset.words, filterset.queryset) if filterset.words else None
    return {
        "understood": search.understood(filterset.words) if filterset.words else [],
        "wordless": "" if filterset.words else filterset.form.cleaned_data.get("q"),
        "spelling": Hint(spelling, with_words(filterset.data, spelling).urlencode()) if spelling else None,
        "less": [less(chip, filterset.on) for chip in chips(filterset)[:MOST_CHIPS]],
        "instead": Posting.objects.open(filterset.on).newest_first().for_cards()[:MOST_INSTEAD],
    }


def less(chip, on):
    postings = PostingFilterSet(QueryDict(chip.query), on=on).totals()[0]
    return Hint(f"without {chip.label.lower()} “{chip.text}”", chip.query, postings)
