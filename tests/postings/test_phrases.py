from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from careers.postings import phrases

SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2027, 3, 14, 12, 59, 59, tzinfo=UTC), "Sunday 14 March 2027, 11:59 pm AEDT"),
        (datetime(2026, 10, 3, 13, 59, 59, tzinfo=UTC), "Saturday 3 October 2026, 11:59 pm AEST"),
        (datetime(2026, 10, 4, 12, 59, 59, tzinfo=UTC), "Sunday 4 October 2026, 11:59 pm AEDT"),
        (datetime(2026, 11, 29, 13, 0, tzinfo=UTC), "Monday 30 November 2026, 12:00 am (start of the day) AEDT"),
        (datetime(2026, 11, 30, 1, 0, tzinfo=UTC), "Monday 30 November 2026, 12:00 noon AEDT"),
        (datetime(2026, 11, 29, 13, 1, tzinfo=UTC), "Monday 30 November 2026, 12:01 am AEDT"),
    ],
)
def test_moments_are_said_in_the_zone_of_the_place(moment, words):
    assert phrases.moment(moment, SYDNEY) == words


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        ((Decimal("43"), None, "AUD", "hour", "plus"), "From $43 an hour plus super"),
        ((Decimal("43"), Decimal("43"), "AUD", "hour", "plus"), "$43 an hour plus super"),
        (
            (Decimal("70000"), Decimal("80000.50"), "AUD", "year", "included"),
            "$70,000 to $80,000.50 a year including super",
        ),
        ((None, Decimal("1200"), "AUD", "fortnight", None), "Up to $1,200 a fortnight"),
        ((None, None, None, None, None), ""),
    ],
)  # fmt: skip
def test_pay_is_said_the_way_people_say_it(pay, words):
    assert phrases.pay(*pay) == words


@pytest.mark.parametrize(
    ("weeks", "months", "words"),
    [
        (12, None, "At least 12 weeks"),
        (None, 1, "At least 1 month"),
        (12, 3, "At least 12 weeks and also 3 months"),
        (None, None, ""),
    ],
)
def test_every_stated_length_is_said(weeks, months, words):
    assert phrases.length(weeks, months) == words


def test_lists_end_with_the_conjunction():
    assert phrases.listed([]) == ""
    assert phrases.listed(["a"]) == "a"
    assert phrases.listed(["a", "b", "c"], "or") == "a, b or c"


def test_months_have_their_name():
    assert phrases.month(date(2026, 12, 1)) == "December 2026"
