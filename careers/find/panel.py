"""What the filter panel and the chips above a list show."""

from dataclasses import dataclass

from .facets import FACETS

# More options than this are folded behind a summary.
MOST = 8


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    postings: int
    chosen: bool


@dataclass(frozen=True)
class Panel:
    name: str
    label: str
    options: list
    errors: list

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
    """Return one Panel a facet, with what open postings have and what is chosen."""
    found, chosen = filterset.offered(), filterset.chosen
    return [
        Panel(
            facet.name,
            facet.label,
            options(found[facet.name], chosen.get(facet.name, []), filterset.form),
            filterset.form.errors.get(facet.name, []),
        )
        for facet in FACETS
    ]


def options(found, chosen, form):
    here = [Option(value, label, postings, value in chosen) for value, (label, postings) in found.items()]
    return here + [Option(value, label_of(form, value), 0, True) for value in chosen if value not in found]


def label_of(form, value):
    """Return the words for a value that no open posting has."""
    return next((known[value] for known in form.known.values() if value in known), value)


def chips(filterset):
    """Return one Chip a chosen value, each with the query of the same list without it."""
    chosen = [
        Chip(facet.label, filterset.form.known[facet.name][value], without(filterset.data, facet.name, value))
        for facet in FACETS
        for value in filterset.chosen.get(facet.name, [])
    ]
    words = filterset.form.cleaned_data.get("q")
    return [Chip("Words", words, without(filterset.data, "q", words)), *chosen] if words else chosen


def without(data, name, value):
    """Return the query string of `data`, a QueryDict, without one value; the paging starts again."""
    rest = data.copy()
    rest.pop("page", None)
    rest.setlist(name, [each for each in rest.getlist(name) if each.strip() != value])
    return rest.urlencode()
