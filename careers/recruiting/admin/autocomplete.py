"""Select2 boxes for one row and for several, and what may be a key in what comes back from them."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

# Of the largest key a database holds.
DIGITS = 18


def is_key(value):
    return value == "" or (value.isascii() and value.isdigit() and len(value) <= DIGITS)


class RowsField(forms.ModelMultipleChoiceField):
    """Refuses a number that is too large for a key; Django's asks the database for it, and fails."""

    def clean(self, value):
        if wrong := [each for each in value or () if not is_key(str(each))]:
            raise forms.ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": wrong[0]})
        return super().clean(value)


class OneSelect(AutocompleteSelect):
    """Shows nothing for what is no key; Django's looks it up to show the form again, and fails."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, list(filter(is_key, value)), attr)


class SeveralSelect(AutocompleteSelectMultiple):
    """Without Select2's "clear all": it puts a button between the items of a list, which no screen reader expects."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, list(filter(is_key, value)), attr)


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
