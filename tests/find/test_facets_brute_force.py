"""Every count on the panel against counting by hand, over all combinations of chosen values."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from django.http import QueryDict

from careers.find.facets import BY_NAME
from careers.find.filters import PostingFilterSet
from careers.postings.models import FieldOfStudy
from tests.factories import make_location, make_posting, make_qualification, make_team

pytestmark = pytest.mark.django_db

VALUES = {
    "team": [["alpha"], ["beta"]],
    "location": [["sydney"], ["melbourne"]],
    "level": [["bachelor"], ["bachelor", "master"], []],
    "field": [["law"], ["law", "physics"], []],
    "skill": [["go"], ["go", "rust"], []],
    "intake": [["2190"], ["2191"], []],
    "employment": [["INTERN"], ["PART_TIME"]],
    "mode": [["onsite"], []],
}
PERIODS = (2, 3, 5, 7, 11, 13, 4, 9)


def facts_of(number):
    """Return {facet: values} of one generated posting: each facet in a rhythm of its own."""
    return {
        name: values[number * period // 3 % len(values)]
        for (name, values), period in zip(VALUES.items(), PERIODS, strict=True)
    }


def make(facts):
    posting = make_posting(
        team=make_team(facts["team"][0].title()),
        location=make_location(facts["location"][0].title()),
        degree_levels=facts["level"] or None,
        intake_year=int(facts["intake"][0]) if facts["intake"] else None,
        employment_type=facts["employment"][0],
        work_mode=facts["mode"][0] if facts["mode"] else None,
    )
    for slug in facts["field"]:
        posting.fields_of_study.add(FieldOfStudy.objects.get_or_create(slug=slug, defaults={"name": slug.title()})[0])
    make_qualification(posting, skills=facts["skill"], skills_rule="any_of")
    make_qualification(posting, skills=["perl"], skills_rule="examples")


def counted_by_hand(rows, chosen, facet):
    """Return {value: postings} of one facet, counted as if it alone were unset."""
    others = {name: values for name, values in chosen.items() if name != facet}
    kept = [row for row in rows if all(set(values) & set(row[name]) for name, values in others.items())]
    values = {value for row in kept for value in row[facet]}
    return {value: sum(value in row[facet] for row in kept) for value in values}


def query_of(chosen):
    data = QueryDict(mutable=True)
    for name, values in chosen.items():
        data.setlist(name, values)
    return data


def selections():
    """Return every choice of nothing, one value or all values over every pair of facets, the others unset."""
    everything = {name: sorted({value for values in lists for value in values}) for name, lists in VALUES.items()}
    for first, second in product(everything, repeat=2):
        if first < second:
            for one, two in product([[], *([v] for v in everything[first]), everything[first]],
                                    [[], *([v] for v in everything[second]), everything[second]]):  # fmt: skip
                yield {name: values for name, values in ((first, one), (second, two)) if values}


def test_counts_are_those_of_counting_by_hand():
    rows = [facts_of(number) for number in range(24)]
    for row in rows:
        make(row)

    for chosen in selections():
        offered = PostingFilterSet(query_of(chosen)).offered()
        for facet in BY_NAME:
            counts = {value: postings for value, (_, postings) in offered[facet].items()}
            assert counts == counted_by_hand(rows, chosen, facet), (chosen, facet)


def test_list_holds_as_many_rows_as_the_panel_promises():
    rows = [facts_of(number) for number in range(24)]
    for row in rows:
        make(row)

    for facet, values in PostingFilterSet().offered().items():
        for value, (_, postings) in values.items():
            assert PostingFilterSet(query_of({facet: [value]})).qs.count() == postings


def test_totals_are_those_of_the_rows():
    rows = [facts_of(number) for number in range(24)]
    for row in rows:
        make(row)
    make_posting(team=None, location=None, valid_through=datetime(2190, 1, 1, tzinfo=UTC))

    for chosen in selections():
        filters = PostingFilterSet(query_of(chosen))
        stating = filters.qs.filter(valid_through__isnull=False).count()
        assert filters.totals() == (filters.qs.count(), stating), chosen


@pytest.mark.parametrize("sort", ["newest", "closing", "verdict"])
def test_pages_hold_the_rows_in_the_order_of_the_database(sort):
    for number in range(24):
        make(facts_of(number))
        make_posting(valid_through=datetime(2190, 1, 1 + number % 3, tzinfo=UTC), date_posted=date(2026, 1, 1))
    make_posting(intake_year=2001)

    for chosen in list(selections())[::7]:
        filters = PostingFilterSet(query_of({**chosen, "sort": [sort], "studying": ["bachelor"]}))
        rows = list(filters.qs.values_list("pk", flat=True))
        assert filters.pks(0, 100) == rows, chosen
        assert filters.pks(3, 9) == rows[3:9], chosen
