"""A stored query put to the record again, by the reader that the list has: what it finds now, and in whose words."""

from functools import cached_property

from django.http import QueryDict
from django.utils.http import urlencode

from careers.find.applicant_form import ANSWERS
from careers.find.eligibility import Verdict
from careers.find.facets import BY_NAME
from careers.find.filters import PostingFilterSet
from careers.find.panel import label_of
from careers.find.words import answers_in_words
from careers.postings.models import Posting

MOST_VALUES = 20
LONGEST_VALUE = 80
# What may be missing to somebody is worth a mail; what rules them out is not.
WORTH_A_MAIL = (Verdict.MEETS.value, Verdict.CANNOT_TELL.value)
NARROWING = ("q", *BY_NAME, *ANSWERS)
# As people say it: where and when come first.
IN_WORDS = ("location", "intake", *(name for name in BY_NAME if name not in {"location", "intake"}))


class Replay(PostingFilterSet):
    """The list's own filters; a value that the record has lost finds nothing instead of being left out."""

    def rows(self):
        """Return the postings that match, in no order."""
        rows = self.queryset.none() if self.lost else self.narrowed(self.queryset)
        return rows.order_by()

    @cached_property
    def lost(self):
        """Return the names of which nothing is left though something was asked for."""
        asked = [name for name in NARROWING if any(self.data.getlist(name))]
        return [name for name in asked if self.form.cleaned_data.get(name) in (None, "", [])]


def replay(query, on, postings=None):
    return Replay(QueryDict(query), postings, on=on)


def canonical(data, on, keep_answers=True):
    """Return the query string that stands for `data`, a QueryDict: what narrows the list, each thing once and in order.

    Facet values are kept though the record may not know them yet; answers only as far as they are understood.
    """
    filters = Replay(data, Posting.objects.none(), on=on)
    pairs = [("q", words)] if (words := filters.form.cleaned_data.get("q")) else []
    pairs += [(name, value) for name in BY_NAME for value in values(data, name)]
    if keep_answers and filters.form.answers:
        pairs += sorted(filters.form.answers_query.items())
        pairs += [("verdict", verdict) for verdict in filters.form.cleaned_data.get("verdict") or WORTH_A_MAIL]
    return urlencode(pairs)


def values(data, name):
    given = {value.strip()[:LONGEST_VALUE] for value in data.getlist(name)}
    return sorted(value for value in given if value.isprintable() and value)[:MOST_VALUES]


def facets_in_words(filters):
    """Return [(facet, value in words, whether the record knows it)] of what narrows the list beside words and facts."""
    known = filters.form.known
    return [
        (BY_NAME[name].label, in_words(filters, name, value), value in known[name])
        for name in IN_WORDS
        for value in values(filters.data, name)
    ]


def in_words(filters, name, value):
    text = label_of(filters, name, value) if value in filters.form.known[name] else value
    return f"intake {text}" if name == "intake" else text


def facts_in_words(filters):
    """Return ["you finish in November 2027", …] of what the student said."""
    return answers_in_words(filters.form) if filters.applicant else []
