"""The orders of a list, as the index walks them: sets of places one after the other, each in list order."""

from careers.postings.models import Posting

from . import search
from .facets import CLOSING, INTAKE_OVER

# Of more finds than this the engine's ranks mean little and cost the most: within title, facts and text the newest.
MOST_RANKED = 1_000


def ordered(filterset, left):
    """Return or yield `left`, a set of the index, as sets and lists of places in the order in force."""
    if filterset.order_in_force == "closing":
        return by_closing(filterset.index, left)
    over = filterset.index.any_of("", [INTAKE_OVER])
    parts = (tier for part in (~over, over) for tier in tiers(filterset, left & part))
    return (ranked(filterset, part) for part in parts)


def tiers(filterset, left):
    if filterset.order_in_force == "relevance" and filterset.words:
        return by_relevance(filterset, left)
    if filterset.order_in_force == "verdict" and filterset.applicant:
        return [left & bits for bits in filterset.answers.by_verdict.values()]
    return [left]


def by_closing(index, left):
    """Return those with a closing date, of which none is over, by it; then the others."""
    closing = index.any_of("", [CLOSING])
    marks = left.to_bytes(len(index.keys) // 8 + 1, "little")
    first = [place for place in index.by_closing if marks[place >> 3] >> (place & 7) & 1]
    return [first, left & ~closing]


def by_relevance(filterset, left):
    """Yield what holds all words in the title, then in title and facts, then the rest, each looked for when needed."""
    title = left & filterset.index.bits(search.pks(filterset.words, "title")) if left else 0
    yield title
    facts = left & filterset.index.bits(search.pks(filterset.words, "facts")) if left else 0
    yield facts & ~title
    yield left & ~facts


def ranked(filterset, places):
    """Return few finds by the engine's rank, everything else as it is."""
    by_rank = filterset.order_in_force == "relevance" and filterset.words
    if not by_rank or not places or len(filterset.found) > MOST_RANKED:
        return places
    index = filterset.index
    pks = index.pks([places], 0, len(index.keys))
    ranks = dict(Posting.objects.filter(pk__in=pks).order_by().values_list("pk", search.rank(filterset.words)))
    return [index.places[pk] for pk in sorted(pks, key=lambda pk: (ranks.get(pk, 0), index.places[pk]))]
