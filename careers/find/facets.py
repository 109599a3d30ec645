"""What a list of postings can be narrowed by: which rows a value keeps, and which values there are."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, TextField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from careers.postings import choices
from careers.postings.models import FieldOfStudy, Location, Posting, Qualification, Skill, Team

YEARS_AHEAD = 3
TEXT = TextField()


@dataclass(frozen=True)
class Facet:
    """A fact with one value a posting: `column` holds the value, `words` what people read."""

    name: str
    label: str
    column: str
    words: str = ""
    kind: Any = None

    def condition(self, values):
        return Q(**{f"{self.column}__in": values})

    def rows(self, postings):
        """Return (facet, value, label, postings) rows of one query."""
        counted = postings.exclude(**{self.column: None}).annotate(_value=Cast(self.column, TEXT), _words=self._label())
        return grouped(counted, self.name, Count("pk"))

    def label_of(self, value, words):
        return self.kind(value).label if self.kind else words or value

    def _label(self):
        return Cast(self.words or self.column, TEXT)


@dataclass(frozen=True)
class SetFacet(Facet):
    """A fact that is a set of choices in one column."""

    def condition(self, values):
        condition = Q()
        for value in values:
            condition |= Q(**{f"{self.column}__has": value})
        return condition


@dataclass(frozen=True)
class FieldFacet(Facet):
    def condition(self, values):
        return Q(pk__in=Posting.fields_of_study.through.objects.filter(fieldofstudy__slug__in=values).values("posting"))

    def rows(self, postings):
        links = Posting.fields_of_study.through.objects.filter(posting__in=postings.values("pk"))
        named = links.annotate(_value=Cast("fieldofstudy__slug", TEXT), _words=Cast("fieldofstudy__name", TEXT))
        return grouped(named, self.name, Count("posting", distinct=True))


@dataclass(frozen=True)
class SkillFacet(Facet):
    """Skills that a posting demands or offers a choice of; an example is no demand."""

    def condition(self, values):
        return Q(pk__in=demanding().filter(skill__slug__in=values).values("qualification__posting"))

    def rows(self, postings):
        links = demanding().filter(qualification__posting__in=postings.values("pk"))
        named = links.annotate(_value=Cast("skill__slug", TEXT), _words=Cast("skill__name", TEXT))
        return grouped(named, self.name, Count("qualification__posting", distinct=True))


def demanding():
    return Qualification.skills.through.objects.exclude(qualification__skills_rule=choices.SkillsRule.EXAMPLES)


def grouped(rows, name, count):
    columns = {"facet": Value(name, output_field=TEXT), "value": F("_value"), "words": F("_words")}
    return rows.order_by().values(**columns).annotate(postings=count).values_list("facet", "value", "words", "postings")


FACETS = (
    SetFacet("level", "Level of study", "degree_levels", kind=choices.DegreeLevel),
    FieldFacet("field", "Field of study", ""),
    Facet("intake", "Intake", "intake_year"),
    Facet("team", "Team", "team__slug", "team__name"),
    SkillFacet("skill", "Skill", ""),
    Facet("location", "Place", "location__slug", "location__name"),
    Facet("employment", "Employment", "employment_type", kind=choices.EmploymentType),
    Facet("mode", "Where you work", "work_mode", kind=choices.WorkMode),
)


def offered(postings_by_facet):
    """Return {facet name: {value: (label, postings)}} for {facet name: queryset}, in one query."""
    first, *others = (facet.rows(postings_by_facet[facet.name]) for facet in FACETS)
    found = {facet.name: {} for facet in FACETS}
    for name, value, words, postings in first.union(*others, all=True):
        add(found[name], BY_NAME[name], value, words, postings)
    return {name: in_order(BY_NAME[name], values) for name, values in found.items()}


def add(values, facet, value, words, postings):
    """Count one row; the row of a set counts for each of its members."""
    for each in value.strip("|").split("|") if isinstance(facet, SetFacet) else [value]:
        label, before = values.get(each, (facet.label_of(each, words), 0))
        values[each] = (label, before + postings)


def in_order(facet, values):
    """Return closed sets in their own order, everything else by what has most postings and then by name."""
    if facet.kind:
        return {value: values[value] for value in facet.kind.values if value in values}
    return dict(sorted(values.items(), key=lambda item: (-item[1][1], item[1][0].casefold())))


def vocabulary():
    """Return {facet name: {value: label}} of all that the record knows, with postings or without, in one query."""
    known = {facet.name: dict(facet.kind.choices) if facet.kind else {} for facet in FACETS}
    known["intake"] = {str(year): str(year) for year in coming_years()}
    first, *others = (vocabulary_rows(name, model) for name, model in VOCABULARIES.items())
    for name, value, label in first.union(*others, stated_years(), all=True):
        known[name][value] = label
    return known


def vocabulary_rows(name, model):
    return model.objects.order_by().values_list(Value(name, output_field=TEXT), "slug", "name")


def stated_years():
    year = Cast("intake_year", TEXT)
    rows = Posting.objects.exclude(intake_year=None).order_by().distinct()
    return rows.values_list(Value("intake", output_field=TEXT), year, year)


def coming_years():
    this_year = timezone.localdate().year
    return range(this_year, this_year + YEARS_AHEAD + 1)


BY_NAME = {facet.name: facet for facet in FACETS}
VOCABULARIES = {"team": Team, "location": Location, "field": FieldOfStudy, "skill": Skill}
