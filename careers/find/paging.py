"""A list in pages, and the orders that make sense for it."""

from django.core.paginator import Paginator

from .filters import SORTS


class PostingPaginator(Paginator):
    """Pages of a FilterSet's postings; how many there are is counted by its index, not by the database."""

    def __init__(self, filterset, rows, per_page):
        self.filterset = filterset
        self.total, self.closing = filterset.totals()
        super().__init__(rows, per_page)

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
