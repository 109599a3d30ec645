"""What a list of postings can be narrowed by: which rows a value keeps, and what the values are called."""

from array import array
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.db.models import ExpressionWrapper, F, Q, TextField, Value
from django.utils import timezone

from careers.postings import choices
from careers.postings.derived import Derived
from careers.postings.models import FieldOfStudy, Location, Posting, Qualification, Skill, Team

YEARS_AHEAD = 3
TEXT = TextField()
# What no one chooses by but lists are ordered by.
CLOSING, INTAKE_OVER = "closing", "intake over"


@dataclass(frozen=True)
class Facet:
    """A fact with one value a posting, in `column`."""

    name: str
    label: str
    column: str
    kind: Any = None

    def condition(self, values):
        return Q(**{f"{self.column}__in": values})

    def members(self, content, names):
        """Return the (value, label) pairs that a content states; `names` are {facet name: {pk: (slug, name)}}."""
        return [(str(content), self.kind(content).label if self.kind else str(content))]


@dataclass(frozen=True)
class SetFacet(Facet):
    """A fact that is a set of choices in one column."""

    def condition(self, values):
        condition = Q()
        for value in values:
            condition |= Q(**{f"{self.column}__has": value})
        return condition

    def members(self, content, names):
        values = Posting._meta.get_field(self.column).to_python(content)
        return [(each, self.kind(each).label) for each in values]


@dataclass(frozen=True)
class NamedFacet(Facet):
    """A fact that has a name and an address of its own: `column` holds the key of its row."""

    def condition(self, values):
        return Q(**{f"{self.column}__slug__in": values})

    def members(self, content, names):
        known = names[self.name]
        return [known[content]] if content in known else []


@dataclass(frozen=True)
class LinkFacet(NamedFacet):
    """A fact that stands in a table of links: `posting` leads to the posting, `column` to the row with the name."""

    posting: str = "posting"

    def links(self):
        if self.name == "field":
            return Posting.fields_of_study.through.objects.order_by()
        # Skills that a posting demands or offers a choice of; an example is no demand.
        examples = choices.SkillsRule.EXAMPLES
        return Qualification.skills.through.objects.exclude(qualification__skills_rule=examples).order_by()

    def condition(self, values):
        return Q(pk__in=self.links().filter(super().condition(values)).values(self.posting))

    def pairs(self, postings):
        """Return the (posting's key, content) pairs of these postings."""
        links = self.links().filter(**{f"{self.posting}__in": postings.order_by().values("pk")})
        return links.values_list(self.posting, self.column).iterator()


FACETS = (
    SetFacet("level", "Level of study", "degree_levels", choices.DegreeLevel),
    LinkFacet("field", "Field of study", "fieldofstudy"),
    Facet("intake", "Intake", "intake_year"),
    NamedFacet("team", "Team", "team"),
    LinkFacet("skill", "Skill", "skill", posting="qualification__posting"),
    NamedFacet("location", "Place", "location"),
    Facet("employment", "Employment", "employment_type", choices.EmploymentType),
    Facet("mode", "Where you work", "work_mode", choices.WorkMode),
)
BY_NAME = {facet.name: facet for facet in FACETS}
ORDERING = "date_posted", "valid_through", "intake_year"
LINKED = [facet for facet in FACETS if isinstance(facet, LinkFacet)]
OWN = [facet for facet in FACETS if facet not in LINKED]
COLUMNS = list(dict.fromkeys([*ORDERING, *(facet.column for facet in OWN)]))
NAMED = {"team": Team, "location": Location, "field": FieldOfStudy, "skill": Skill}


def stated(postings):
    """Return [(pk, day posted, closing, intake year)] and {(facet, value): (label, keys)} of these postings.

    Columns are read as the engine gives them, and each content is understood once, for many postings share it.
    """
    rows, known = [], [Understood(name) for name in ORDERING]
    stored = {facet.name: defaultdict(partial(array, "q")) for facet in FACETS}
    own = [(stored[facet.name], COLUMNS.index(facet.column)) for facet in OWN]
    for pk, *contents in postings.order_by().values_list("pk", *map(as_given, COLUMNS)).iterator():
        rows.append((pk, *(values[content] for values, content in zip(known, contents, strict=False))))
        for held, column in own:
            held[contents[column]].append(pk)
    for facet in LINKED:
        for pk, content in facet.pairs(postings):
            stored[facet.name][content].append(pk)
    return rows, in_words(stored)


def as_given(column):
    return ExpressionWrapper(F(column), output_field=TEXT)


class Understood(dict):
    """{a column's content: its Python value}, moments in UTC; all rows that hold it share it, which saves memory."""

    def __init__(self, column):
        super().__init__()
        self.field = Posting._meta.get_field(column)

    def __missing__(self, content):
        value = self.field.to_python(content)
        if isinstance(value, datetime):
            value = value.replace(tzinfo=value.tzinfo or UTC)
        self[content] = value
        return value


def in_words(stored):
    """Return {(facet, value): (label, keys)} of {facet: {content: keys}}, what is not stated left out."""
    found, names = {}, named()
    for name, contents in stored.items():
        contents.pop(None, None)
        for content, keys in contents.items():
            for value, label in BY_NAME[name].members(content, names):
                found.setdefault((name, value), (label, array("q")))[1].extend(keys)
    return found


def named():
    """Return {facet name: {pk: (slug, name)}} of what has a name, in one query."""
    first, *others = (names(name, model) for name, model in NAMED.items())
    found = {name: {} for name in NAMED}
    for name, pk, *words in first.union(*others, all=True):
        found[name][pk] = tuple(words)
    return found


def names(name, model):
    return model.objects.order_by().values_list(Value(name, output_field=TEXT), "pk", "slug", "name")


@Derived
def recorded():
    """Return {facet name: {value: label}} of what the record knows, with postings or without, in two queries."""
    known = {facet.name: dict(facet.kind.choices) if facet.kind else {} for facet in FACETS}
    known |= {name: dict(rows.values()) for name, rows in named().items()}
    return {**known, "intake": {str(year): str(year) for year in years()}}


def years():
    return Posting.objects.exclude(intake_year=None).order_by().distinct().values_list("intake_year", flat=True)


def vocabulary():
    """Return {facet name: {value: label}} of all values that are accepted: the coming intakes too."""
    this_year = timezone.localdate().year
    coming = {str(year): str(year) for year in range(this_year, this_year + YEARS_AHEAD + 1)}
    known = recorded()
    return {**known, "intake": {**known["intake"], **coming}}
