"""Select2 boxes for several rows."""

from django.contrib.admin.widgets import AutocompleteSelectMultiple


class SeveralSelect(AutocompleteSelectMultiple):
    """Without Select2's "clear all": it puts a button between the items of a list, which no screen reader expects."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}


class KnownSelect(SeveralSelect):
    """Shows what is chosen from rows read for the whole formset at once, not by a query for each of its forms."""

    chosen = ()

    def optgroups(self, name, value, attr=None):
        if {str(row.pk) for row in self.chosen} != set(value):
            return super().optgroups(name, value, attr)
        options = [
            self.create_option(name, row.pk, str(row), {str(row.pk)}, index) for index, row in enumerate(self.chosen)
        ]
        return [(None, options, 0)]
