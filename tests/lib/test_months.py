from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.lib.months import month_number, parse_month

FORMATS = (
    "%Y-%m",
    "%Y/%m",
    "%Y.%m",
    "%Y-%m-01",
    "%m/%Y",
    "%m-%Y",
    "%B %Y",
    "%b %Y",
    "%b. %Y",
    "%B, %Y",
    "%b%Y",
    "%B  %Y",
)


@pytest.mark.parametrize(
    "text",
    ["2026-12", "2026/12", "2026.12", "2026 12", "2026-12-01", "12/2026", "12-2026", "12 2026", "Dec 2026", "dec. 2026",
     "DECEMBER 2026", "December, 2026", "Decem 2026", " December\n 2026 ", "Dec2026"],
)  # fmt: skip
def test_month_is_read_in_every_usual_form(text):
    assert parse_month(text) == date(2026, 12, 1)


@pytest.mark.parametrize("text", ["Sep 2026", "Sept 2026", "September 2026", "9/2026", "2026-9"])
def test_september_is_read_in_all_its_short_forms(text):
    assert parse_month(text) == date(2026, 9, 1)


@pytest.mark.parametrize(
    "text",
    ["", " ", "2026", "December", "2026-00", "2026-13", "13/2026", "2026-12-31", "31 December 2026", "12/26", "Dec 26",
     "1899-12", "2200-01", "Ju 2026", "Decx 2026", "Decembers 2026", "soon 2026", "2026-12 or later", "2026--12",
     "99999-12", "2026-12\x00", "²⁰²⁶-12"],
)  # fmt: skip
def test_what_names_no_single_month_is_refused(text):
    with pytest.raises(ValueError, match="is not a month"):
        parse_month(text)


def test_refusal_quotes_no_more_than_a_glimpse():
    with pytest.raises(ValueError, match="not a month") as refusal:
        parse_month("9" * 10_000)

    assert len(str(refusal.value)) < 80


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMATS))
def test_every_month_is_read_back_from_every_form(day, form):
    assert parse_month(day.strftime(form)) == day.replace(day=1)


@given(st.text(max_size=30))
def test_any_text_is_a_month_or_a_value_error(text):
    try:
        month = parse_month(text)
    except ValueError:
        return
    assert month.day == 1
    assert 1900 <= month.year <= 2199


@pytest.mark.parametrize(("name", "number"), [("jan", 1), ("may", 5), ("july", 7), ("december", 12), ("xyz", 0)])
def test_month_number_knows_names_and_their_beginnings(name, number):
    assert month_number(name) == number
