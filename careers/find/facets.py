"""What a list of postings can be narrowed by: which rows a value keeps, and what the values are called."""

from array import array
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from typing import Any

from django.db.models import DateTimeField, ExpressionWrapper, F, Q, TextField, Value
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

    def pairs(self, postings, pks, columns):
        """Return (posting's key, content) pairs of these postings; `columns` are those of their own table."""
        return zip(pks, columns[self.column], strict=True)

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

    def pairs(self, postings, pks, columns):
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
COLUMNS = list(dict.fromkeys([*ORDERING, *(facet.column for facet in FACETS if not isinstance(facet, LinkFacet))]))
NAMED = {"team": Team, "location": Location, "field": FieldOfStudy, "skill": Skill}


def stated(postings):
    """Return [(pk, day posted, closing, intake year)] and {(facet, value): (label, keys)} of these postings.

    Columns are read as the engine gives them, and each content is understood once, for many postings share it.
    """
    rows = list(postings.order_by().values_list("pk", *map(as_given, COLUMNS)))
    pks, *contents = zip(*rows, strict=True) if rows else [()] * (1 + len(COLUMNS))
    columns = dict(zip(COLUMNS, contents, strict=True))
    ordering = [understood(name, columns[name]) for name in ORDERING]
    return list(zip(pks, *ordering, strict=True)), in_words(postings, pks, columns)


def as_given(column):
    return ExpressionWrapper(F(column), output_field=TEXT)


def understood(column, contents):
    """Return a column's contents as Python values, moments in UTC."""
    field = Posting._meta.get_field(column)
    known = {content: field.to_python(content) for content in set(contents)}
    if isinstance(field, DateTimeField):
        known = {content: moment and moment.replace(tzinfo=moment.tzinfo or UTC) for content, moment in known.items()}
    return map(known.__getitem__, contents)


def in_words(postings, pks, columns):
    """Return {(facet, value): (label, keys)}."""
    found, names = {}, named()
    for facet in FACETS:
        for content, keys in grouped(facet.pairs(postings, pks, columns)).items():
            for value, label in facet.members(content, names):
                found.setdefault((facet.name, value), (label, array("q")))[1].extend(keys)
    return found


def grouped(pairs):
    """Return {content: keys} of (key, content) pairs, what is not stated left out."""
    found = defaultdict(partial(array, "q"))
    for pk, content in pairs:
        found[content].append(pk)
    found.pop(None, None)
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
