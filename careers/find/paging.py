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

    @property
    def sorts(self):
        """Return {value: words} of the orders that make sense: no order by a date that nobody states."""
        return {value: words for value, words in SORTS.items() if value != "closing" or self._totals["closing"]}
