"""What the filter panel and the chips above a list show."""

from dataclasses import dataclass

from django.utils.http import urlencode

from .facets import FACETS
from .verdicts import VERDICTS

# More options than this are folded behind a summary.
MOST = 8
LABELS = {"verdict": "What fits you", **{facet.name: facet.label for facet in FACETS}}


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    postings: int
    chosen: bool


@dataclass(frozen=True)
class Panel:
    name: str
    options: list
    errors: list

    @property
    def label(self):
        return LABELS[self.name]

    @property
    def first(self):
        return self.options[:MOST]

    @property
    def rest(self):
        return self.options[MOST:]

    @property
    def rest_is_chosen(self):
        return any(option.chosen for option in self.rest)


@dataclass(frozen=True)
class Chip:
    label: str
    text: str
    query: str


def panels(filterset):
    """Return one Panel for each thing to choose from or to say something about."""
    found = {"verdict": verdict_counts(filterset), **filterset.offered()}
    made = (Panel(name, options(filterset, name, found[name]), errors(filterset, name)) for name in LABELS)
    return [panel for panel in made if panel.options or panel.errors]


def panels_key(filterset):
    """Return what the panels depend on beside the record; "" where they are not to be kept: answers, messages."""
    if filterset.applicant or filterset.form.errors:
        return ""
    return urlencode([*filterset.chosen.items(), ("q", filterset.form.cleaned_data.get("q"))], doseq=True)


def told(filterset):
    """Return whether a panel has a message: it must be seen, also where the panels are folded."""
    return any(errors(filterset, name) for name in LABELS)


def errors(filterset, name):
    return filterset.form.errors.get(name, [])


def options(filterset, name, found):
    """Return what has postings, and what is chosen without having any."""
    chosen = filterset.chosen.get(name, [])
    here = [Option(value, label, postings, value in chosen) for value, (label, postings) in found.items()]
    return here + [Option(value, label_of(filterset, name, value), 0, True) for value in chosen if value not in found]


def label_of(filterset, name, value):
    return filterset.form.known[name][value]


def verdict_counts(filterset):
    """Return {verdict: (words, postings)} of the list as if no verdict were chosen; {} where nothing was said."""
    if not filterset.applicant:
        return {}
    counts = filterset.fitting_counts()
    return {verdict: (words, counts[verdict]) for verdict, words in VERDICTS.items() if counts[verdict]}


def chips(filterset):
    """Return one Chip a chosen value, each with the query of the same list without it."""
    chosen = [
        Chip(LABELS[name], label_of(filterset, name, value), without(filterset.data, name, value))
        for name, values in filterset.chosen.items()
        for value in values
    ]
    words = filterset.form.cleaned_data.get("q")
    return [Chip("Search words", words, without(filterset.data, "q", words)), *chosen] if words else chosen


def without(data, name, value):
    """Return the query string of `data`, a QueryDict, without one value; the paging starts again."""
    rest = data.copy()
    rest.pop("page", None)
    rest.setlist(name, [each for each in rest.getlist(name) if each.strip() != value])
    return rest.urlencode()
