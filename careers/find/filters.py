"""The one reader of list parameters, for the page and for everything that replays its address."""

from functools import cached_property

import django_filters
from django import forms
from django.utils import timezone

from careers.postings.models import Posting
from careers.postings.querysets import CLOSING_FIRST, NEWEST_FIRST

from .facets import BY_NAME, FACETS, offered, vocabulary
from .search import matching

SORTS = {"newest": "Newest first", "closing": "Closing first"}
# Further than any list reaches, and short enough to count with.
BEYOND = 10**10
ORDERS = {"newest": NEWEST_FIRST, "closing": CLOSING_FIRST}


class ValuesField(forms.Field):
    """All values of a repeated parameter; the form sorts out which ones the record knows."""

    widget = forms.SelectMultiple

    def to_python(self, value):
        return list(dict.fromkeys(filter(None, value or [])))


class FacetFilter(django_filters.Filter):
    field_class = ValuesField

    def filter(self, postings, values):
        return postings.filter(BY_NAME[self.field_name].condition(values)) if values else postings


class PostingFilterForm(forms.Form):
    """Leaves out what it does not know, and says so beside the field."""

    @cached_property
    def known(self):
        return vocabulary()

    def clean_page(self):
        """Return the number; past every end for one with too many digits."""
        text = self.cleaned_data["page"] or "1"
        if not (text.isascii() and text.isdigit()):
            raise forms.ValidationError("That is no page number. This is the first page.", code="invalid")
        return int(text) if len(text) < 10 else BEYOND

    def clean(self):
        for name in BY_NAME.keys() & self.cleaned_data.keys():
            if given := self.cleaned_data[name]:
                self.keep_known(name, given)

    def keep_known(self, name, given):
        unknown = [value for value in given if value not in self.known[name]]
        if unknown:
            words = ", ".join(f"“{value[:40]}”" for value in unknown[:3])
            message = f"There is no {words} here, so it was left out."
            self.add_error(name, forms.ValidationError(message, code="unknown"))
        self.cleaned_data[name] = [value for value in given if value in self.known[name]]


class PostingFilterSet(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="Words",
        method="search",
        max_length=200,
        error_messages={"max_length": "Use at most 200 letters. The words were left out."},
    )
    team = FacetFilter("team")
    location = FacetFilter("location")
    level = FacetFilter("level")
    field = FacetFilter("field")
    skill = FacetFilter("skill")
    intake = FacetFilter("intake")
    employment = FacetFilter("employment")
    mode = FacetFilter("mode")
    sort = django_filters.ChoiceFilter(
        choices=[*SORTS.items(), ("relevance", "Best match first")],
        method="leave_order",
        error_messages={"invalid_choice": "There is no such order. These are the newest first."},
    )

    page = django_filters.CharFilter(method="leave_order")

    class Meta:
        model = Posting
        form = PostingFilterForm
        fields = ()

    def __init__(self, data=None, queryset=None, *, on=None, **kwargs):
        self.on = on or timezone.now()
        super().__init__(data or {}, Posting.objects.open(self.on) if queryset is None else queryset, **kwargs)

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset).with_intake_over(self.on)
        return rows.order_by("intake_over", *ORDERS.get(self.form.cleaned_data.get("sort"), NEWEST_FIRST))

    def search(self, postings, name, value):
        return matching(postings, value)

    def leave_order(self, postings, name, value):
        return postings

    @property
    def chosen(self):
        """Return {facet name: values} of the facets that narrow the list."""
        return {facet.name: values for facet in FACETS if (values := self.form.cleaned_data.get(facet.name))}

    @property
    def page_number(self):
        return self.form.cleaned_data.get("page", 1)

    def offered(self):
        """Return {facet name: {value: (label, postings)}} of all open postings."""
        return offered(dict.fromkeys(BY_NAME, self.queryset))
