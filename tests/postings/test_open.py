"""Open has one answer: from the database and from the object, to the second, also when clocks turn."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.factories import make_posting

pytestmark = pytest.mark.django_db

SYDNEY = ZoneInfo("Australia/Sydney")
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def is_open(posting, on):
    """Return what queryset and object say, which must be the same."""
    listed = Posting.objects.open(on).filter(pk=posting.pk).exists()
    assert posting.is_open(on) is listed
    return listed


def sydney(*moment, fold=0):
    return datetime(*moment, tzinfo=SYDNEY, fold=fold)


def test_posting_opens_at_the_second():
    posting = make_posting(opens_at=NOON)

    assert [is_open(posting, NOON + step) for step in (-SECOND, 0 * SECOND, SECOND)] == [False, True, True]


def test_posting_closes_after_the_second():
    posting = make_posting(valid_through=NOON)

    assert [is_open(posting, NOON + step) for step in (-SECOND, 0 * SECOND, SECOND)] == [True, True, False]


def test_posting_of_one_moment_is_open_in_it():
    posting = make_posting(opens_at=NOON, valid_through=NOON)

    assert [is_open(posting, NOON + step) for step in (-SECOND, 0 * SECOND, SECOND)] == [False, True, False]


def test_posting_without_dates_is_always_open():
    posting = make_posting()

    assert is_open(posting, datetime(1999, 1, 1, tzinfo=UTC))
    assert is_open(posting, datetime(2100, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.PUBLISHED}))
def test_only_a_published_posting_is_open(status):
    assert not is_open(make_posting(status=status), NOON)


def test_now_is_the_default():
    past, future = make_posting(valid_through=NOON - timedelta(days=900)), make_posting()

    assert set(Posting.objects.open()) == {future}
    assert (past.is_open(), future.is_open()) == (False, True)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ((2026, 10, 3), datetime(2026, 10, 3, 13, 59, 59, tzinfo=UTC)),
        ((2026, 10, 4), datetime(2026, 10, 4, 12, 59, 59, tzinfo=UTC)),
        ((2027, 4, 3), datetime(2027, 4, 3, 12, 59, 59, tzinfo=UTC)),
        ((2027, 4, 4), datetime(2027, 4, 4, 13, 59, 59, tzinfo=UTC)),
    ],
)
def test_closing_day_ends_at_sydneys_midnight_when_clocks_turn(day, last):
    posting = make_posting(valid_through=sydney(*day, 23, 59, 59))

    posting.refresh_from_db()

    assert (is_open(posting, last), is_open(posting, last + SECOND)) == (True, False)


def test_hour_that_comes_twice_closes_in_the_one_that_is_meant():
    posting = make_posting(valid_through=sydney(2027, 4, 4, 2, 15, fold=1))

    assert is_open(posting, sydney(2027, 4, 4, 2, 30).astimezone(UTC))
    assert not is_open(posting, sydney(2027, 4, 4, 2, 30, fold=1).astimezone(UTC))


def test_posting_opens_when_the_clock_jumps():
    posting = make_posting(opens_at=sydney(2026, 10, 4, 3))
    jump = datetime(2026, 10, 3, 16, tzinfo=UTC)

    assert (is_open(posting, jump - SECOND), is_open(posting, jump)) == (False, True)


def test_scheduled_posting_is_not_open_and_was_never_public():
    posting = make_posting(opens_at=NOON)

    assert posting.is_scheduled(NOON - SECOND)
    assert not posting.is_scheduled(NOON)
    assert not posting.was_public(NOON - SECOND)
    assert posting.was_public(NOON)


# Few moments close together, so that dates meet and cross.
moments = st.none() | st.integers(-4, 4).map(lambda halves: NOON + halves * SECOND / 2)


@given(st.sampled_from(Status), moments, moments, moments, moments.filter(bool))
def test_queryset_and_object_always_agree(status, opens_at, valid_through, closed_at, on):
    if opens_at and valid_through and opens_at > valid_through:
        opens_at, valid_through = valid_through, opens_at
    posting = make_posting(status=status, opens_at=opens_at, valid_through=valid_through, closed_at=closed_at)
    row = Posting.objects.filter(pk=posting.pk)

    assert row.open(on).exists() is posting.is_open(on)
    assert row.once_public(on).exists() is posting.was_public(on)
    assert not posting.is_open(on) or posting.was_public(on)
    assert not (posting.is_open(on) and posting.has_ended(on))
