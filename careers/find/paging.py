"""A list in pages, and what can be said of all of it at once."""

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Count

from .filters import SORTS


class PostingPaginator(Paginator):
    @cached_property
    def _totals(self):
        return self.object_list.order_by().aggregate(count=Count("pk"), closing=Count("valid_through"))

    @property
    def count(self):
        return self._totals["count"]

    def sorts(self, filterset):
        """Return {value: words} of the orders that make sense here: none by a date that nobody states."""
        makes_sense = {
            "newest": True,
            "closing": self._totals["closing"],
            "relevance": filterset.form.cleaned_data.get("q"),
            "verdict": filterset.applicant,
        }
        return {value: words for value, words in SORTS.items() if makes_sense[value]}
