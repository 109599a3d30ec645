"""Full-text search: read what somebody typed once, then ask what it finds, marks and suggests.

query = search.read("k8s intern in sydney")
rows = search.matching(postings, query).order_by(*search.best_first(query), *NEWEST_FIRST)
"""

from . import hints
from .documents import catch_up
from .marking import best_line, mark
from .matching import Rank, best_first, holding, pks_holding
from .query import Query, parse
from .vocabulary import vocabulary

__all__ = [
    "best_first",
    "best_line",
    "facet_offers",
    "mark",
    "matching",
    "pks",
    "rank",
    "read",
    "spelling",
    "understood",
]  # fmt: skip


def read(text):
    """Return the Query that a text means by now; the documents are brought up to date for it."""
    catch_up()
    return parsed(text)


def parsed(text):
    known = vocabulary()
    return parse(text, known.same, known.names)


def matching(postings, query):
    """Return the rows that hold every word of `query`, a Query or a text; no usable word finds nothing."""
    return holding(postings, query if isinstance(query, Query) else read(query))


def pks(query, part=""):
    """Return the keys of all postings, open or not, that hold a Query; in the title alone, or in title and facts."""
    return pks_holding(query, part) if query else []


def rank(query):
    """Return what to order by: how well a posting that was found says it, the best the lowest."""
    return Rank("pk", query)


def understood(query):
    """Return the words that were looked for, as they were typed."""
    return query.understood


def spelling(query, postings):
    """Return a near spelling that finds some of `postings`, None where there is none."""
    return hints.spelling(query, postings, parsed)


def facet_offers(query, known):
    """Return (facet, value, label, rest of the words) for every value of {facet: {value: label}} that is named."""
    return [(offer.facet, offer.value, offer.label, offer.rest) for offer in hints.offers(query, known, query.same)]
