from datetime import UTC, date, datetime, timedelta

import pytest

from careers.postings.models import Posting
from careers.postings.querysets import CLOSING_FIRST
from tests.factories import make_posting

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_newest_first_puts_undated_postings_last():
    undated, old, new = (make_posting(date_posted=posted) for posted in (None, date(2026, 1, 1), date(2026, 5, 1)))

    assert list(Posting.objects.newest_first()) == [new, old, undated]


def test_closing_first_puts_postings_without_a_closing_date_last():
    never, late, soon = (make_posting(valid_through=closes) for closes in (None, NOON + HOUR, NOON))

    assert list(Posting.objects.order_by(*CLOSING_FIRST)) == [soon, late, never]


@pytest.mark.parametrize(
    ("facts", "over"),
    [
        ({"intake_year": 2025}, True),
        ({"intake_year": 2026}, False),
        ({"intake_year": None}, False),
        ({"intake_year": 2025, "valid_through": NOON + HOUR}, False),
    ],
)
def test_intake_is_over_when_its_year_is_past_and_no_closing_is_stated(facts, over):
    make_posting(**facts)

    assert Posting.objects.with_intake_over(NOON).get().intake_over is over


@pytest.mark.parametrize(
    ("facts", "after"),
    [
        ({}, None),
        ({"opens_at": NOON + timedelta(seconds=90)}, timedelta(seconds=90)),
        ({"valid_through": NOON + timedelta(seconds=0.5)}, timedelta(seconds=0.5, microseconds=1)),
        ({"valid_through": NOON}, timedelta(microseconds=1)),
        ({"valid_through": NOON - HOUR}, None),
        ({"status": "draft", "opens_at": NOON + timedelta(seconds=90)}, None),
    ],
)
def test_next_change_is_the_first_opening_or_the_moment_after_the_first_closing(facts, after):
    make_posting(**facts)

    assert Posting.objects.next_change(NOON) == (NOON + after if after else None)


def test_with_team_needs_one_query(django_assert_num_queries):
    make_posting()

    with django_assert_num_queries(1):
        [(posting.team.name, posting.location.name) for posting in Posting.objects.with_team()]
