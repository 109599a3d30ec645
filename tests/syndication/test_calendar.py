"""The calendar by a parser of its format: what it says, and when."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.syndication.ics import LONGEST, Event, calendar
from tests.factories import make_location, make_posting

ON = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def parsed(text):
    return icalendar.Calendar.from_ical(text)


def events(client, query=""):
    return parsed(client.get(f"/postings.ics{query}").content).walk("VEVENT")


@pytest.mark.django_db
def test_closing_is_a_moment_and_a_start_a_month(client):
    make_posting(
        title="Tamer, of krakens; big", intake_year=2190, opens_at=ON, job_start_date=date(2190, 2, 1),
        valid_through=datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC),
    )  # fmt: skip

    closing, start = events(client)

    assert closing["SUMMARY"] == "Closes: Tamer, of krakens; big, Sydney, 2190"
    assert closing["DTSTART"].dt == datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC)
    assert "Applications close: Thursday 14 January 2190, 11:59 pm AEDT" in closing["DESCRIPTION"]
    assert (start["DTSTART"].dt, start["DTEND"].dt) == (date(2190, 2, 1), date(2190, 3, 1))
    assert start["SUMMARY"].startswith("Earliest start, February 2190: ")
    assert {event["DTSTAMP"].dt for event in (closing, start)} == {ON}


@pytest.mark.django_db
def test_posting_without_a_date_has_no_event(client):
    make_posting(intake_year=2190)

    assert events(client) == []


@pytest.mark.django_db
def test_calendar_says_the_same_until_something_changes(client):
    make_posting(location=make_location("Perth", time_zone="Australia/Perth"), job_start_date=date(2190, 2, 1))

    assert client.get("/postings.ics").content == client.get("/postings.ics").content


@pytest.mark.django_db
def test_calendar_of_one_posting_holds_its_dates_alone(client):
    posting = make_posting(title="Tamer", valid_through=datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC))
    make_posting(job_start_date=date(2190, 2, 1))

    answer = client.get(f"/postings/{posting.slug}.ics")

    (closing,) = parsed(answer.content).walk("VEVENT")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert closing["SUMMARY"] == "Closes: Tamer, Sydney"


@pytest.mark.django_db
def test_calendar_of_a_posting_ends_with_it(client):
    posting = make_posting(valid_through=ON - timedelta(days=400))

    assert client.get(f"/postings/{posting.slug}.ics").status_code == 410
    assert client.get("/postings/never-was.ics").status_code == 404


@given(st.text(), st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_as_it_was(description, summary):
    event = Event("1@example", ON, ON, None, summary, description, "https://example.org/")

    (back,) = parsed(calendar("Name", "Maker", [event])).walk("VEVENT")

    assert str(back["SUMMARY"]) == summary
    kept = "".join(each for each in description.replace("\r\n", "\n") if each == "\n" or each.isprintable())
    assert "".join(each for each in str(back["DESCRIPTION"]) if each == "\n" or each.isprintable()) == kept


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_line_is_longer_than_75_octets(text):
    event = Event("1@example", ON, date(2026, 1, 1), None, text, text * 9, "https://example.org/")

    lines = calendar("Name", "Maker", [event]).encode().split(b"\r\n")

    assert max(len(line) for line in lines) <= LONGEST
    assert all(line.decode() is not None for line in lines), "no character is cut in two"
