"""A list of the desk is narrowed by the filters beside it; Django's would ask the database whatever an address says."""

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import DataError

# What the links of Django's filters end with.
ENDINGS = {"exact", "isnull", "gte", "lt"}


class OwnFilters(ChangeList):
    """Leads from an address of another kind to the whole list."""

    def get_filters(self, request):
        if not all(map(self.offers, self.get_filters_params())):
            raise IncorrectLookupParameters
        return super().get_filters(request)

    def offers(self, name):
        start, _, end = name.rpartition("__")
        return any(name == each or (end in ENDINGS and f"{start}__".startswith(f"{each}__")) for each in self.names())

    def names(self):
        for each in self.list_filter:
            if isinstance(each, type) and issubclass(each, SimpleListFilter):
                yield each.parameter_name
            else:
                yield each if isinstance(each, str) else each[0]

    def get_results(self, request):
        """Refuse numbers too large for a column, and NUL: no engine stores them, and each fails in its own way."""
        try:
            super().get_results(request)
        except (ValueError, OverflowError, DataError) as error:
            raise IncorrectLookupParameters(error) from None


class Narrowed:
    def get_changelist(self, request, **kwargs):
        return OwnFilters


class RowsView(AutocompleteJsonView):
    """Searches the rows of a field that a form has; Django's fails over relations that lead here."""

    def process_request(self, request):
        term, desk, field, key = super().process_request(request)
        if not field.concrete:
            raise PermissionDenied
        return term.replace("\x00", ""), desk, field, key
