"""A stored search keeps its meaning, whatever becomes of the values it names."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from careers.alerts.replay import canonical
from careers.alerts.wanted import read, read_address
from careers.postings.models import FieldOfStudy, Team
from tests.alerts.people import SEARCH, subscribe
from tests.factories import make_location, make_posting, make_team

pytestmark = pytest.mark.usefixtures("organisation")


def found(query):
    return list(read(QueryDict(query), timezone.now()).found(timezone.now()))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("sort=closing&page=3&x=y&location=sydney", "location=sydney"),
        ("location=sydney&intake=2027&location=sydney", "intake=2027&location=sydney"),
        ("graduation=Nov+2027", "graduation=2027-11&verdict=meets&verdict=cannot_tell"),
        ("graduation=2027-11&verdict=meets", "graduation=2027-11&verdict=meets"),
        ("graduation=soon&weeks=none", ""),
        ("verdict=meets", ""),
        ("location=%00&location=%F0%9F", "location=%EF%BF%BD"),
    ],
)
def test_query_is_kept_in_one_form(given, kept):
    assert canonical(QueryDict(given), timezone.now()) == kept


def test_address_reads_as_the_same_again():
    posting = make_posting(team=make_team("Search"))
    for query in (SEARCH, f"next_role={posting.slug}&weeks=12", "next_team=search", f"posting={posting.slug}"):
        wanted = read(QueryDict(query), timezone.now())
        assert read_address(wanted.address, timezone.now()) == wanted


def test_people_who_want_the_same_share_a_watch():
    first, second = subscribe("a@example.org", SEARCH), subscribe("b@example.org", f"{SEARCH}&sort=closing")

    assert first.watch == second.watch


@pytest.mark.parametrize("query", ["team=gone", "location=atlantis", "intake=2029", "level=wizard", "skill=x"])
def test_value_that_is_not_on_record_finds_nothing(query):
    make_posting()

    assert found(query) == []


def test_search_does_not_widen_when_its_team_is_deleted():
    team = make_team("Search")
    wanted = read(QueryDict("team=search"), timezone.now())
    make_posting()

    team.delete()

    assert list(wanted.found(timezone.now())) == []


def test_search_does_not_widen_when_its_field_of_study_is_deleted():
    field = FieldOfStudy.objects.create(slug="law", name="Law")
    wanted = read(QueryDict("field_of_study=law"), timezone.now())
    make_posting()

    field.delete()

    assert list(wanted.found(timezone.now())) == []


def test_value_that_comes_to_be_on_record_is_found():
    wanted = read(QueryDict("location=perth"), timezone.now())
    posting = make_posting(location=make_location("Perth"))

    assert list(wanted.found(timezone.now())) == [posting]


def test_one_of_two_values_may_go():
    posting = make_posting(location=make_location("Perth"))

    assert found("location=perth&location=atlantis") == [posting]


def test_next_intake_of_a_role_is_the_same_role_and_no_other():
    role = make_posting(title="Site Intern", status="closed", closed_at=timezone.now())
    same = make_posting(title="site intern", intake_year=2028)
    make_posting(title="Site Intern", team=make_team("Other"))
    make_posting(title="Data Intern")

    assert found(f"next_role={role.slug}") == [same]


def test_named_next_posting_counts_whatever_its_title():
    after = make_posting(title="Renamed Intern")
    role = make_posting(status="closed", closed_at=timezone.now(), next_posting=after)

    assert found(f"next_role={role.slug}") == [after]


def test_next_intake_of_a_team_that_is_gone_finds_nothing():
    make_team("Search")
    subscription = subscribe(query="next_team=search")
    Team.objects.filter(slug="search").delete()
    subscription.watch.refresh_from_db()
    make_posting(team=None)

    assert subscription.watch.team is None
    assert list(read_address("next_team=search", timezone.now()).found(timezone.now())) == []
