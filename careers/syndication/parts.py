"""What hangs on postings (items, skills, fields of study, benefits), of all of them in one query instead of six."""

from collections import defaultdict
from itertools import groupby
from typing import NamedTuple

from django.db.models import F, IntegerField, TextField, Value
from django.db.models.functions import Cast

from careers.postings.models import Posting, Qualification, Responsibility

TEXT = TextField()
NOTHING = Value("", output_field=TEXT)
ZERO = Value(0, output_field=IntegerField())


class Row(NamedTuple):
    """One line of the query; what a part has no use for is "" or 0. The order of the columns is that of the record."""

    posting: int
    part: str
    group_order: int
    group: str
    order: int
    pk: int
    text: str
    more: str
    slug: str
    name: str

    @property
    def position(self):
        return (*self[:7], self.name or "")


class Parts:
    """The rows of one posting, in order."""

    def __init__(self):
        self.rows = defaultdict(list)

    @property
    def responsibilities(self):
        return [row.text for row in self.rows["responsibility"]]

    @property
    def qualifications(self):
        items = (list(rows) for _, rows in groupby(self.rows["qualification"], lambda row: row.pk))
        return [
            {"kind": rows[0].group, "text": rows[0].text, "skills": named(rows), "skills_rule": rows[0].more}
            for rows in items
        ]

    @property
    def fields_of_study(self):
        return named(self.rows["field"])

    @property
    def benefits(self):
        return [{"category": row.group, "name": row.text, "countries": codes(row.more)} for row in self.rows["benefit"]]


def named(rows):
    return [{"slug": row.slug, "name": row.name} for row in rows if row.slug]


def codes(text):
    """Return the countries of a column "|AU|NZ|", None where they are not known."""
    return (text or "").strip("|").split("|") if (text or "").strip("|") else None


def parts_of(pks):
    """Return {pk: Parts}, with empty ones for postings that have nothing."""
    first, *others = (source(pks) for source in (responsibilities, qualifications, fields, benefits))
    found = defaultdict(Parts)
    for row in sorted((Row(*values) for values in first.union(*others, all=True)), key=lambda row: row.position):
        found[row.posting].rows[row.part].append(row)
    return found


def responsibilities(pks):
    rows = Responsibility.objects.filter(posting__in=pks)
    return lines(rows, "responsibility", order=F("order"), pk=F("pk"), text=F("text"))


def qualifications(pks):
    rows = Qualification.objects.filter(posting__in=pks)
    columns = {"group": "kind", "order": "order", "pk": "pk", "text": "text", "more": "skills_rule"}
    columns |= {"slug": "skills__slug", "name": "skills__name"}
    return lines(rows, "qualification", **{name: F(column) for name, column in columns.items()})


def fields(pks):
    rows = Posting.fields_of_study.through.objects.filter(posting__in=pks)
    return lines(rows, "field", slug=F("fieldofstudy__slug"), name=F("fieldofstudy__name"))


def benefits(pks):
    rows = Posting.benefits.through.objects.filter(posting__in=pks)
    columns = {"group_order": "category__order", "group": "category__name", "order": "order", "text": "name"}
    known = {name: F(f"benefit__{column}") for name, column in columns.items()}
    return lines(rows, "benefit", **known, more=F("benefit__countries"))


def lines(rows, part, **known):
    """Return rows in the columns of Row, texts all of one type: PostgreSQL unites no others."""
    numbers = {"group_order": ZERO, "order": ZERO, "pk": ZERO}
    texts = dict.fromkeys(("group", "text", "more", "slug", "name"), NOTHING)
    columns = {**numbers, **texts, **known, "part": Value(part, output_field=TEXT), "posting": F("posting")}
    cast = {name: Cast(column, TEXT) if name in texts else column for name, column in columns.items()}
    return rows.order_by().values_list(*(cast[name] for name in Row._fields))
