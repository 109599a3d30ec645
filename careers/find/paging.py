"""A list in pages, and the orders that make sense for it."""

from django.core.paginator import Paginator
from django.db.models import Func, IntegerField

from .filters import SORTS


class PlaceAmong(Func):
    """Where a row stands among these keys: one expression, where a branch of Case for each row took milliseconds."""

    output_field = IntegerField()

    def __init__(self, pks):
        super().__init__("pk")
        self.pks = pks

    def as_sql(self, compiler, connection):
        column, _ = compiler.compile(self.source_expressions[0])
        places = " ".join(f"WHEN {pk:d} THEN {place}" for place, pk in enumerate(self.pks))
        return f"CASE {column} {places} END", []


def in_order(postings, pks):
    return postings.filter(pk__in=pks).order_by(PlaceAmong(pks))


class PostingPaginator(Paginator):
    """Pages of a FilterSet's postings: its index counts and orders them, the database fetches the rows of one page."""

    def __init__(self, filterset, rows, per_page):
        self.filterset = filterset
        self.total, self.closing = filterset.totals()
        super().__init__(rows, per_page)

    def page(self, number):
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        pks = self.filterset.pks(start, min(start + self.per_page, self.count))
        return self._get_page(in_order(self.object_list, pks), number, self)

    @property
    def count(self):
        return self.total

    @property
    def sorts(self):
        """Return {value: words}: no order by a date that nobody states."""
        makes_sense = {
            "newest": True,
            "closing": self.closing,
            "relevance": self.filterset.words,
            "verdict": self.filterset.applicant,
        }
        return {value: words for value, words in SORTS.items() if makes_sense[value]}
