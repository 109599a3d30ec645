"""The stated dates of a posting, in the order of the calendar."""

from datetime import UTC, date, datetime

import pytest

from careers.postings.timeline import timeline
from tests.factories import make_posting

pytestmark = pytest.mark.django_db
ON = datetime(2026, 6, 1, tzinfo=UTC)


def labels(**facts):
    return [moment.label for moment in timeline(make_posting(**facts), ON)]


def test_dates_stand_in_the_order_of_the_calendar():
    found = labels(
        date_posted=date(2026, 5, 1),
        job_start_date=date(2027, 1, 1),
        weeks_min=12,
        graduation_by=date(2027, 12, 1),
        valid_through=datetime(2026, 9, 1, tzinfo=UTC),
    )

    assert found == [
        "Posted", "Applications close", "Earliest start", "Shortest internship ends",
        "Latest month to finish your course",
    ]  # fmt: skip


def test_what_is_not_stated_is_not_drawn():
    assert labels(date_posted=date(2026, 5, 1), job_start_date=date(2027, 1, 1)) == ["Posted", "Earliest start"]


def test_one_date_alone_is_no_order():
    assert labels(date_posted=date(2026, 5, 1)) == []


def test_end_counts_the_first_day():
    moments = timeline(make_posting(job_start_date=date(2027, 1, 1), weeks_min=12), ON)

    assert moments[-1].text == "25 March 2027, if it starts at once"


def test_closing_day_is_that_of_the_location():
    closes = datetime(2026, 9, 1, 13, 59, 59, tzinfo=UTC)

    moments = timeline(make_posting(valid_through=closes, date_posted=date(2026, 5, 1)), ON)

    assert moments[-1].text == "Tuesday 1 September 2026, 11:59 pm AEST"


def test_dates_before_today_are_past():
    moments = timeline(make_posting(date_posted=date(2026, 5, 1), job_start_date=date(2027, 1, 1)), ON)

    assert [moment.is_past for moment in moments] == [True, False]
