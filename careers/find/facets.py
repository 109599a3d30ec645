"""What a list of postings can be narrowed by: which rows a value keeps, and what the values are called."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast
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
    """A fact with one value a posting: `column` holds the value, `words` what people read."""

    name: str
    label: str
    column: str
    words: str = ""
    kind: Any = None

    @property
    def columns(self):
        return self.column, self.words or self.column

    def condition(self, values):
        return Q(**{f"{self.column}__in": values})

    def members(self, value, words):
        """Return the (value, label) pairs that one row states."""
        return [] if value is None else [(str(value), self.kind(value).label if self.kind else str(words))]


@dataclass(frozen=True)
class SetFacet(Facet):
    """A fact that is a set of choices in one column."""

    def condition(self, values):
        condition = Q()
        for value in values:
            condition |= Q(**{f"{self.column}__has": value})
        return condition

    def members(self, value, words):
        return [(each, self.kind(each).label) for each in value or ()]


@dataclass(frozen=True)
class LinkFacet(Facet):
    """A fact that stands in a table of links: `column` leads to the posting, `words` to the name."""

    def links(self):
        if self.name == "field":
            return Posting.fields_of_study.through.objects.all()
        # Skills that a posting demands or offers a choice of; an example is no demand.
        examples = choices.SkillsRule.EXAMPLES
        return Qualification.skills.through.objects.exclude(qualification__skills_rule=examples)

    def condition(self, values):
        return Q(pk__in=self.links().filter(**{f"{self.words}__slug__in": values}).values(self.column))

    def rows(self, postings):
        """Return (facet, pk, value, label) rows of these postings."""
        links = self.links().filter(**{f"{self.column}__in": postings.order_by().values("pk")}).order_by()
        name = Value(self.name, output_field=TEXT)
        return links.values_list(name, self.column, f"{self.words}__slug", f"{self.words}__name").distinct()


FACETS = (
    SetFacet("level", "Level of study", "degree_levels", kind=choices.DegreeLevel),
    LinkFacet("field", "Field of study", "posting", "fieldofstudy"),
    Facet("intake", "Intake", "intake_year"),
    Facet("team", "Team", "team__slug", "team__name"),
    LinkFacet("skill", "Skill", "qualification__posting", "skill"),
    Facet("location", "Place", "location__slug", "location__name"),
    Facet("employment", "Employment", "employment_type", kind=choices.EmploymentType),
    Facet("mode", "Where you work", "work_mode", kind=choices.WorkMode),
)
BY_NAME = {facet.name: facet for facet in FACETS}
OWN = [facet for facet in FACETS if not isinstance(facet, LinkFacet)]
LINKED = [facet for facet in FACETS if isinstance(facet, LinkFacet)]
NAMED = {"team": Team, "location": Location, "field": FieldOfStudy, "skill": Skill}


def stated(postings):
    """Yield (facet name, pk, value, label) of all that these postings state, in two queries.

    Each posting comes first under "", its value what it is ordered by: (day posted, closing, intake year).
    """
    columns = [column for facet in OWN for column in facet.columns]
    ordering = "date_posted", "valid_through", "intake_year"
    for pk, day, closes, year, *values in postings.order_by().values_list("pk", *ordering, *columns).iterator():
        yield "", pk, (day, closes, year), ""
        for place, facet in enumerate(OWN):
            for value, label in facet.members(*values[2 * place : 2 * place + 2]):
                yield facet.name, pk, value, label
    first, *others = (facet.rows(postings) for facet in LINKED)
    yield from first.union(*others, all=True).iterator()


@Derived
def recorded():
    """Return {facet name: {value: label}} of what the record knows, with postings or without, in one query."""
    known = {facet.name: dict(facet.kind.choices) if facet.kind else {} for facet in FACETS}
    first, *others = (names(name, model) for name, model in NAMED.items())
    for name, value, label in first.union(*others, years(), all=True):
        known[name][value] = label
    return known


def names(name, model):
    return model.objects.order_by().values_list(Value(name, output_field=TEXT), "slug", "name")


def years():
    year = Cast("intake_year", TEXT)
    rows = Posting.objects.exclude(intake_year=None).order_by().distinct()
    return rows.values_list(Value("intake", output_field=TEXT), year, year)


def vocabulary():
    """Return {facet name: {value: label}} of all values that are accepted: the coming intakes too."""
    this_year = timezone.localdate().year
    coming = {str(year): str(year) for year in range(this_year, this_year + YEARS_AHEAD + 1)}
    known = recorded()
    return {**known, "intake": {**known["intake"], **coming}}
