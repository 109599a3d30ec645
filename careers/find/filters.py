"""The one reader of list parameters, for the page and for everything that replays its address."""

from functools import cached_property, reduce
from operator import or_

import django_filters
from django import forms
from django.db.models import Case, When
from django.http import QueryDict
from django.utils import timezone

from careers.postings.models import Posting
from careers.postings.querysets import CLOSING_FIRST, NEWEST_FIRST

from . import search
from .applicant_form import ApplicantForm
from .eligibility import Verdict
from .facets import BY_NAME, CLOSING, vocabulary
from .keeping import current
from .ordering import ordered
from .verdicts import VERDICTS

SORTS = {
    "newest": "Newest first",
    "closing": "Closing first",
    "relevance": "Best match first",
    "verdict": "What fits first",
}
# Further than any list reaches, and short enough to count with.
BEYOND = 10**10


class ValuesField(forms.Field):
    """All values of a repeated parameter; the form sorts out which ones the record knows."""

    widget = forms.SelectMultiple

    def to_python(self, value):
        return list(dict.fromkeys(filter(None, value or [])))


class ValuesFilter(django_filters.Filter):
    field_class = ValuesField


class FacetFilter(ValuesFilter):
    def filter(self, postings, values):
        return postings.filter(BY_NAME[self.field_name].condition(values)) if values else postings


class PostingFilterForm(ApplicantForm):
    """Leaves out what it does not know, and says so beside the field."""

    @cached_property
    def known(self):
        return {**vocabulary(), "verdict": VERDICTS}

    def clean_page(self):
        """Return the number; past every end for one with too many digits."""
        text = self.cleaned_data["page"] or "1"
        if not (text.isascii() and text.isdigit()):
            raise forms.ValidationError("That is no page number. This is the first page.", code="invalid")
        return int(text) if len(text) < 10 else BEYOND

    def clean(self):
        for name in [*BY_NAME, "verdict"]:
            if given := self.cleaned_data.get(name):
                self.keep_known(name, given)
        if self.cleaned_data.get("verdict") and not self.answers:
            self.add_error("verdict", "Say something about yourself first; until then all are shown.")

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
        method="holding",
        max_length=200,
        error_messages={"max_length": "Use at most 200 letters. The words were left out."},
    )
    level = FacetFilter("level")
    field = FacetFilter("field")
    intake = FacetFilter("intake")
    team = FacetFilter("team")
    skill = FacetFilter("skill")
    location = FacetFilter("location")
    employment = FacetFilter("employment")
    mode = FacetFilter("mode")
    verdict = ValuesFilter(method="fitting")
    sort = django_filters.ChoiceFilter(
        choices=list(SORTS.items()),
        method="leave",
        error_messages={"invalid_choice": "There is no such order. These are the newest first."},
    )
    page = django_filters.CharFilter(method="leave")

    class Meta:
        model = Posting
        form = PostingFilterForm
        fields = ()

    def __init__(self, data=None, queryset=None, *, on=None, **kwargs):
        self.on = on or timezone.now()
        super().__init__(data or QueryDict(), Posting.objects.open(self.on) if queryset is None else queryset, **kwargs)
        self.form.full_clean()

    def get_form_class(self):
        """Return the class, made once: alerts read thousands of addresses."""
        kind = type(self)
        if "form_made" not in vars(kind):
            kind.form_made = super().get_form_class()
        return kind.form_made

    def filter_queryset(self, queryset):
        rows = self.narrowed(queryset).with_intake_over(self.on)
        return rows.order_by("intake_over", *self.order())

    def narrowed(self, postings):
        """Return `postings` narrowed by every filter."""
        for name, chosen in self.filters.items():
            if name in self.form.cleaned_data:
                postings = chosen.filter(postings, self.form.cleaned_data[name])
        return postings

    def holding(self, postings, name, value):
        return search.matching(postings, self.words)

    def fitting(self, postings, name, values):
        return postings.filter(pk__in=[pk for verdict in values for pk in self.pks_with(verdict)])

    def leave(self, postings, name, value):
        return postings

    def order(self):
        if self.order_in_force == "relevance" and self.words:
            return [*search.best_first(self.words), *NEWEST_FIRST]
        if self.order_in_force == "verdict" and self.applicant:
            by_verdict = (When(pk__in=self.pks_with(verdict), then=place) for place, verdict in enumerate(Verdict))
            return [Case(*by_verdict, default=len(Verdict)), *NEWEST_FIRST]
        return CLOSING_FIRST if self.order_in_force == "closing" else NEWEST_FIRST

    @property
    def order_in_force(self):
        """Return the order in force: the chosen one, else the best match where there are words."""
        return self.form.cleaned_data.get("sort") or ("relevance" if self.words else "newest")

    @cached_property
    def words(self):
        """Return the words as search understands them, None where there are none."""
        text = self.form.cleaned_data.get("q")
        return search.read(text) if text else None

    @property
    def applicant(self):
        """Return what the student says about themselves, None where that is nothing."""
        return self.form.applicant

    @cached_property
    def answers(self):
        """Return the Answers of all open postings to the applicant."""
        return self.index.answers(self.applicant)

    def pks_with(self, verdict):
        """Return the keys of the open postings with a verdict."""
        return self.index.pks([self.answers.by_verdict[verdict]], 0, len(self.index.keys))

    @property
    def chosen(self):
        """Return {facet or "verdict": values} of what narrows the list."""
        return {name: values for name in (*BY_NAME, "verdict") if (values := self.form.cleaned_data.get(name))}

    @property
    def page_number(self):
        return self.form.cleaned_data.get("page", 1)

    def offered(self):
        """Return {facet name: {value: (label, postings)}}, each facet counted as if it alone were unset."""
        return self.index.offered(self.chosen_facets, self.within)

    def fitting_counts(self):
        """Return {verdict: postings of the list as if no verdict were chosen}."""
        left = self.index.left(self.chosen_facets, self.holding_words)
        return {verdict: (left & places).bit_count() for verdict, places in self.answers.by_verdict.items()}

    def totals(self):
        """Return (postings on the list, those of them that state a closing date)."""
        return self.left.bit_count(), (self.left & self.index.any_of("", [CLOSING])).bit_count()

    def pks(self, start, stop):
        """Return the keys of these postings of the list, in its order."""
        return self.index.pks(ordered(self, self.left), start, stop)

    @cached_property
    def index(self):
        return current(self.on)

    @cached_property
    def left(self):
        """Return the list as a set of the index."""
        return self.index.left(self.chosen_facets, self.within)

    @cached_property
    def within(self):
        """Return the set to which words and verdict hold the list, None where they hold it to nothing."""
        if not (values := self.form.cleaned_data.get("verdict")):
            return self.holding_words
        fitting = reduce(or_, (self.answers.by_verdict[value] for value in values))
        return fitting if self.holding_words is None else fitting & self.holding_words

    @cached_property
    def holding_words(self):
        """Return the set that holds the words, None where there are none."""
        return self.index.bits(self.found) if self.form.cleaned_data.get("q") else None

    @property
    def chosen_facets(self):
        return {name: values for name, values in self.chosen.items() if name in BY_NAME}

    @cached_property
    def found(self):
        """Return the keys of all postings, open or not, that hold the words."""
        return search.pks(self.words) if self.words else []
