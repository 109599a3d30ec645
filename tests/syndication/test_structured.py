"""JobPosting by the schema of Google's rules: on a posting's page only, whole or not at all, and visible to people."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from jsonschema import Draft202012Validator

from careers.postings.choices import Status
from careers.postings.models import FieldOfStudy, Posting
from tests.factories import (
    make_location,
    make_organisation,
    make_posting,
    make_qualification,
    make_responsibility,
    make_team,
)
from tests.syndication.heads import Head
from tests.syndication.schemas import SCHEMAS

pytestmark = pytest.mark.django_db

SCHEMA = SCHEMAS["jobposting.schema.json"]
HOSTILE = "</script><!-- <script>alert(1)</script> & “é”"


def check(data):
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(SCHEMA, format_checker=checker).validate(data)


def make_whole(**facts):
    """Return a posting that states everything there is a word for."""
    make_organisation(name="Acme")
    place = make_location("Perth", region="WA", time_zone="Australia/Perth")
    posting = make_posting(**{
        "title": "Kraken Tamer (Deep Sea)", "location": place, "team": make_team(introduction="We tame."),
        "date_posted": date(2026, 1, 9), "valid_through": datetime(2190, 1, 14, 15, 59, 59, tzinfo=UTC),
        "employment_type": "INTERN", "requisition_id": "R-17", "pay_min": "43.50", "pay_max": 50,
        "pay_currency": "AUD", "pay_period": "hour", "degree_levels": ["bachelor"], "hours_per_week": 38,
        "job_start_date": date(2190, 2, 1), "on_site_days_min": 3, "work_mode": "remote", "intake_year": 2190, **facts,
    })  # fmt: skip
    posting.fields_of_study.add(FieldOfStudy.objects.create(name="Law", slug="law"))
    make_responsibility(posting, "Feed the kraken")
    make_qualification(posting, "Can swim")
    return posting


def data_of(client, posting):
    return Head(client.get(posting.get_absolute_url())).of("JobPosting")


@pytest.mark.usefixtures("sample")
def test_sample_keeps_to_the_schema(client):
    found = [data_of(client, posting) for posting in Posting.objects.open()]

    # One states no responsibilities, yet qualifications; all have what is required.
    assert len([check(data) for data in found if data]) == 5


def test_all_that_is_stated_is_said_in_the_words_of_the_schema(client):
    data = data_of(client, make_whole())

    check(data)
    assert set(SCHEMA["properties"]) == data.keys()
    assert data["title"] == "Kraken Tamer"
    assert (data["datePosted"], data["validThrough"]) == ("2026-01-09", "2190-01-14T23:59:59+08:00")
    assert (data["jobStartDate"], data["employmentType"]) == ("2190-02", "INTERN")
    amount = {"@type": "QuantitativeValue", "minValue": 43.5, "maxValue": 50.0, "unitText": "HOUR"}
    assert data["baseSalary"]["value"] == amount
    assert data["jobLocation"]["address"]["addressCountry"] == "AU"


def test_every_value_is_visible_on_the_page(client):
    head = Head(client.get(make_whole().get_absolute_url()))
    data = head.of("JobPosting")
    shown = [data["title"], "9 January 2026", "14 January 2190, 11:59 pm", "Internship", "Acme", "Perth, Australia"]
    shown += ["R-17", "$43.50 to $50 an hour", "February 2190", *data["educationRequirements"].split(". ")]
    shown += [*data["workHours"].split("; "), "remote"]
    lines = (unescape(re.sub("<[^>]+>", "", line)).strip() for line in re.split("</li>|</?h2>|\n", data["description"]))
    shown += [part for line in lines for part in line.split(": ", 1) if part]

    assert not [value for value in shown if value.casefold() not in head.visible.casefold()]


@pytest.mark.parametrize("lacking", ["date_posted", "location", "title"])
def test_posting_that_lacks_what_is_required_has_none(client, lacking):
    posting = make_whole(**{lacking: "" if lacking == "title" else None})

    head = Head(client.get(posting.get_absolute_url()))

    assert head.of("JobPosting") is None
    assert head.of("BreadcrumbList")


def test_posting_without_text_or_organisation_has_none(client):
    bare = make_posting(date_posted=date(2026, 1, 9))
    whole = make_whole()
    make_organisation(name="")

    assert data_of(client, bare) is data_of(client, whole) is None


def test_what_is_not_stated_is_left_out(client):
    posting = make_whole(
        valid_through=None, employment_type=None, requisition_id=None, pay_min=None, pay_max=None, degree_levels=None,
        hours_per_week=None, on_site_days_min=None, job_start_date=None, work_mode=None,
    )  # fmt: skip
    posting.fields_of_study.clear()

    data = data_of(client, posting)

    check(data)
    assert data.keys() == {*SCHEMA["required"], "url"}


def test_pay_by_the_fortnight_has_no_unit_and_one_figure_no_range(client):
    assert "baseSalary" not in data_of(client, make_whole(pay_period="fortnight"))

    Posting.objects.update(pay_period="day", pay_max="43.50")
    value = data_of(client, Posting.objects.get())["baseSalary"]["value"]
    assert value == {"@type": "QuantitativeValue", "value": 43.5, "unitText": "DAY"}


def test_text_from_people_cannot_leave_the_data(client):
    posting = make_whole(title=HOSTILE, requisition_id=HOSTILE)
    make_responsibility(posting, HOSTILE)

    response = client.get(posting.get_absolute_url())

    block = response.content.decode().split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert not set("<>&") & set(block)
    assert Head(response).of("JobPosting")["identifier"]["value"] == HOSTILE


def test_no_other_page_has_a_posting_in_its_data(client):
    posting = make_whole()
    closed = make_whole_closed()
    others = ["/", "/postings/", "/teams/", posting.team.get_absolute_url(), f"/comparison/?posting={posting.slug}"]

    for address in [*others, closed.get_absolute_url()]:
        assert Head(client.get(address)).of("JobPosting") is None, address


def make_whole_closed():
    long_ago = datetime(2025, 1, 1, tzinfo=UTC)
    posting = make_posting(status=Status.CLOSED, opens_at=long_ago, closed_at=datetime(2025, 6, 1, tzinfo=UTC))
    make_responsibility(posting)
    return posting


def test_organisation_and_trails_stand_where_they_belong(client):
    posting = make_whole()
    make_organisation(name="Acme", contact_email="ask@acme.example")

    assert Head(client.get("/")).of("Organization") == {
        "@context": "https://schema.org", "@type": "Organization", "name": "Acme", "email": "ask@acme.example",
        "url": "http://127.0.0.1:8000/",
    }  # fmt: skip
    trail = Head(client.get(posting.get_absolute_url())).of("BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in trail] == ["Internships", "Kraken Tamer (Deep Sea)"]
    trail = Head(client.get(posting.team.get_absolute_url())).of("BreadcrumbList")["itemListElement"]
    assert trail[0]["item"] == "http://127.0.0.1:8000/teams/"
