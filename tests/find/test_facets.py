from datetime import UTC, datetime

import pytest

from careers.find.facets import FACETS, vocabulary
from careers.find.filters import PostingFilterSet
from careers.postings.choices import Status
from careers.postings.models import FieldOfStudy
from tests.factories import make_posting, make_qualification, make_team

pytestmark = pytest.mark.django_db


def offered():
    return PostingFilterSet({}).offered()


def test_values_are_those_of_open_postings():
    make_posting(team=make_team("Alpha"))
    make_posting(team=make_team("Beta"), status=Status.DRAFT)
    make_posting(team=make_team("Gamma"), valid_through=datetime(2020, 1, 1, tzinfo=UTC))

    assert offered()["team"] == {"alpha": ("Alpha", 1)}


def test_set_counts_for_each_of_its_members():
    make_posting(degree_levels=["bachelor", "master"])
    make_posting(degree_levels=["master"])
    make_posting(degree_levels=None)

    assert offered()["level"] == {"bachelor": ("Bachelor", 1), "master": ("Master", 2)}


def test_posting_counts_once_for_a_skill_named_twice():
    posting = make_posting()
    make_qualification(posting, skills=["Go"])
    make_qualification(posting, skills=["Go", "Rust"], skills_rule="any_of")
    make_qualification(posting, skills=["Perl"], skills_rule="examples")

    assert offered()["skill"] == {"go": ("Go", 1), "rust": ("Rust", 1)}


def test_fields_of_study_are_counted():
    field = FieldOfStudy.objects.create(name="Computer science", slug="computer-science")
    make_posting().fields_of_study.add(field)

    assert offered()["field"] == {"computer-science": ("Computer science", 1)}


def test_all_facets_take_one_query(django_assert_num_queries):
    make_posting()

    with django_assert_num_queries(1):
        offered()


def test_vocabulary_takes_one_query_and_knows_every_facet(django_assert_num_queries):
    make_posting(intake_year=2019)

    with django_assert_num_queries(1):
        known = vocabulary()
    assert known.keys() == {facet.name for facet in FACETS}
    assert "2019" in known["intake"]
