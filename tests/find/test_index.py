"""The index of a process follows the record: what changed, not all of it, and all of it where that is not known."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from careers.find import search
from careers.find.eligibility import Applicant
from careers.find.filters import PostingFilterSet
from careers.find.index import Index
from careers.find.keeping import Keeper
from careers.find.models import Followed, Stale
from careers.postings.models import FieldOfStudy, Posting, Team
from tests.factories import make_posting, make_qualification, make_skill, make_team

pytestmark = pytest.mark.django_db
IN_2190 = datetime(2190, 1, 1, tzinfo=UTC)
STUDENT = Applicant(studying="master", rights="citizen", available_from=date(2027, 1, 1))
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def keeper(monkeypatch):
    """A keeper that has an index of three postings, and notes how often it builds one."""
    for number in range(3):
        posting = make_posting(date_posted=date(2026, 1, 1 + number), team=make_team(f"Team {number}"))
        make_qualification(posting, skills=["Python"])
    keeper, build, built = Keeper(), Index.build, []
    monkeypatch.setattr(Index, "build", lambda on: built.append(on) or build(on))
    keeper.current(timezone.now()).answers(STUDENT)
    keeper.built = built
    return keeper


def said(index):
    """Return all that an index says, as far as it is not a matter of how it came about."""
    values = {(name, value): bits for name, held in index.values.items() for value, bits in held.items() if bits}
    labels = {pair: index.labels[pair] for pair in values if pair[0]}
    return index.keys, values, labels, index.closings, index.places, index.answers(STUDENT)


def change_slug():
    Posting.objects.filter(pk=Posting.objects.first().pk).update(slug="moved")


CHANGES = {
    "new posting": lambda: make_posting(date_posted=date(2026, 1, 2), title="New"),
    "newest posting": lambda: make_posting(date_posted=date(2026, 2, 2)),
    "posting without a day": lambda: make_posting(date_posted=None, location=None),
    "closed": lambda: Posting.objects.order_by("pk")[1].close(),
    "deleted": lambda: Posting.objects.order_by("pk")[1].delete(),
    "moved in the list": lambda: Posting.objects.filter(title__contains="1").update(date_posted=date(2025, 1, 1)),
    "all changed": lambda: Posting.objects.update(
        degree_levels=("phd",), valid_through=datetime(2190, 1, 1, tzinfo=UTC)
    ),
    "intake over": lambda: Posting.objects.filter(pk=Posting.objects.first().pk).update(intake_year=2001),
    "no change that counts": change_slug,
    "another team": lambda: Posting.objects.update(team=make_team("Team 0")),
    "skill gone": lambda: Posting.objects.first().qualifications.get().skills.clear(),
    "skill there": lambda: Posting.objects.first().qualifications.get().skills.add(make_skill("Python")),
    "item gone": lambda: Posting.objects.first().qualifications.all().delete(),
    "nothing": lambda: None,
}


@pytest.mark.parametrize("change", CHANGES)
def test_change_is_followed_without_building_anew(keeper, change):
    CHANGES[change]()

    index = keeper.current(timezone.now())

    assert len(keeper.built) == 1
    assert said(index) == said(Index.build(timezone.now()))


def test_change_is_followed_after_search_has_worked_it_off(keeper):
    CHANGES["moved in the list"]()
    search.read("anything")
    assert not Stale.objects.exists()
    CHANGES["closed"]()

    index = keeper.current(timezone.now())

    assert len(keeper.built) == 1
    assert said(index) == said(Index.build(timezone.now()))


WIDE = {
    "team renamed": lambda: Team.objects.update(name="Renamed"),
    "field there": lambda: FieldOfStudy.objects.create(name="Botany", slug="botany"),
    "marks gone": lambda: [make_posting(), Stale.objects.all().delete(), Followed.objects.all().delete()],
    "too many": lambda: [make_posting() for _ in range(201)],
}


@pytest.mark.parametrize("change", WIDE)
def test_index_is_built_anew_where_what_changed_is_not_known(keeper, change):
    WIDE[change]()

    index = keeper.current(timezone.now())

    assert len(keeper.built) == 2
    assert said(index) == said(Index.build(timezone.now()))


def test_opening_and_closing_are_followed(keeper):
    make_posting(opens_at=timezone.now() + timedelta(hours=1), valid_through=timezone.now() + timedelta(hours=2))
    numbers = []

    for minutes in (0, 61, 121):
        on = timezone.now() + timedelta(minutes=minutes)
        index = keeper.current(on)
        numbers.append(len(index.keys))
        assert said(index) == said(Index.build(on))

    assert numbers == [3, 4, 3]


def test_marks_are_kept_for_a_while_only(monkeypatch):
    monkeypatch.setattr(search.documents, "MOST_FOLLOWED", 5)

    for _ in range(10):
        make_posting()
        search.read("anything")

    assert Followed.objects.count() == 5


def test_new_year_builds_the_index_anew(keeper):
    make_posting(intake_year=timezone.localdate().year)

    with time_machine.travel(timezone.now() + timedelta(days=370)):
        assert said(keeper.current(timezone.now())) == said(Index.build(timezone.now()))


@pytest.mark.parametrize("page", [1, 2, 3])
def test_page_far_down_costs_as_many_statements_as_the_first(client, queries, page):
    for _ in range(60):
        make_posting()
    client.get("/postings/")

    statements = queries(lambda: client.get(f"/postings/?page={page}"))

    assert len(statements) <= 3, statements
    assert not any("OFFSET" in sql for sql in statements)


def test_broad_search_puts_titles_first_and_then_the_newest(monkeypatch):
    monkeypatch.setattr("careers.find.ordering.MOST_RANKED", 2)
    old, new = (make_posting(title="Baker", date_posted=date(2026, 1, day)) for day in (1, 2))
    other = make_posting(title="Cook", date_posted=date(2026, 1, 3))
    make_qualification(other, "Has been a baker")

    assert PostingFilterSet({"q": "baker"}).pks(0, 9) == [new.pk, old.pk, other.pk]


def test_index_reads_few_statements(queries):
    make_posting()

    assert len(queries(lambda: Index.build(NOON))) == 4
