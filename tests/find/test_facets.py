from datetime import UTC, datetime, timedelta

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


def test_counts_are_kept_while_the_edition_stands(django_assert_num_queries):
    make_posting()
    offered()

    with django_assert_num_queries(1):
        offered()


def test_counts_follow_every_change_at_once():
    posting = make_posting(degree_levels=["master"])
    assert offered()["level"] == {"master": ("Master", 1)}

    type(posting).objects.update(degree_levels=["phd"])

    assert offered()["level"] == {"phd": ("PhD", 1)}


def test_counts_follow_the_clock():
    closing = datetime(2190, 1, 1, 12, tzinfo=UTC)
    make_posting(team=make_team("Alpha"), valid_through=closing)

    assert PostingFilterSet(on=closing).offered()["team"] == {"alpha": ("Alpha", 1)}
    assert PostingFilterSet(on=closing + timedelta(microseconds=1)).offered()["team"] == {}
    assert PostingFilterSet(on=closing - timedelta(days=1)).offered()["team"] == {"alpha": ("Alpha", 1)}


def test_vocabulary_knows_every_facet():
    make_posting(intake_year=2019)

    known = vocabulary()

    assert known.keys() == {facet.name for facet in FACETS}
    assert "2019" in known["intake"]
