"""“Can I apply?”: the form, the results, and how the answers travel."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from careers.postings.models import FieldOfStudy, Posting, Term
from tests.factories import make_location, make_posting

pytestmark = pytest.mark.django_db

SAMPLE = ("organisation", "teams", "locations", "skills", "benefits", "boilerplate", "postings")
STUDENT = {
    "studying": "master", "field_of_study": "computer-science", "graduation": "2026-11", "available_from": "2026-01",
    "weeks": "16", "days": "3", "rights": "citizen",
}  # fmt: skip


def asked(client, **answers):
    response = client.get(reverse("eligibility"), answers)
    assert response.status_code == 200
    return response


def groups(response):
    return {str(verdict): {row.title for row in rows} for verdict, *_, rows in response.context["groups"]}


def text_of(response):
    return " ".join(response.content.decode().split())


# Whether an intake can still be met depends on the day.
@time_machine.travel(datetime(2026, 11, 26, tzinfo=UTC))
def test_the_student_of_the_sample_reads_two_two_and_one(client):
    call_command("loaddata", *SAMPLE, verbosity=0)

    assert groups(asked(client, **STUDENT)) == {
        "meets": {"Site Reliability Engineer Intern", "Backend Software Engineer Intern (Platform Engineering)"},
        "cannot_tell": {"Data Scientist Intern (AI/LLM Data Application)"},
        "does_not": {
            "Backend Engineer Intern (Live Streaming)",
            "Backend Engineer Intern (Edge Computing Platform)",
        },
    }


def test_form_asks_and_answers_nothing_by_itself(client):
    make_posting()

    response = asked(client)

    assert "groups" not in response.context
    assert "Your answers, your list" in text_of(response)


@pytest.mark.parametrize("month", ["2026-11", "Nov 2026", "november 2026", "11/2026"])
def test_months_are_read_in_any_spelling(client, month):
    posting = make_posting(graduation_by=date(2026, 10, 1))

    assert "you finish in November 2026" in text_of(asked(client, graduation=month))
    assert posting.title in text_of(asked(client, graduation=month))


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("graduation", "soon", "Write a month and a year, such as Nov 2026."),
        ("graduation", "2026-13", "Write a month and a year, such as Nov 2026."),
        ("available_from", "9" * 500, "Write a month and a year, such as Nov 2026."),
        ("weeks", "-3", "Write a whole number from 1 to 260."),
        ("days", "9", "Write a whole number from 1 to 7."),
        ("weeks", "9" * 5000, "Write a whole number from 1 to 260."),
        ("rights", "king", "That is not one of the answers"),
        ("field_of_study", "alchemy", "No role names that field."),
    ],
)
def test_wrong_answer_is_said_beside_its_field_and_the_rest_is_answered(client, name, value, message):
    make_posting(degree_levels=["master"])

    text = text_of(asked(client, studying="bachelor", **{name: value}))

    assert message in text
    assert f'aria-describedby="{name}-error' in text
    assert "It rules you out" in text


def test_what_was_typed_stays_in_the_form(client):
    assert 'value="soon"' in text_of(asked(client, graduation="soon"))


@pytest.mark.parametrize("given", ["computer-science", "Computer science", "CS", "cs"])
def test_field_is_known_by_slug_name_and_synonym(client, given):
    FieldOfStudy.objects.create(name="Computer science", slug="computer-science")
    Term.objects.create(text="Computer science", same_as="CS\ncompsci")
    make_posting()

    assert asked(client, field_of_study=given).context["answers"]["field_of_study"] == "computer-science"


def test_answers_follow_every_link_to_a_posting_and_back(client):
    posting = make_posting()
    query = "?studying=master&amp;weeks=12"

    assert f'href="{posting.get_absolute_url()}{query}"' in text_of(asked(client, studying="master", weeks="12"))
    listed = client.get(reverse("posting_list"), {"studying": "master", "weeks": "12"})
    assert f'href="{posting.get_absolute_url()}{query}"' in text_of(listed)
    page = client.get(posting.get_absolute_url(), {"studying": "master", "weeks": "12"})
    assert f'href="{reverse("posting_list")}{query}"' in text_of(page)


def test_posting_answers_by_itself(client):
    posting = make_posting(degree_levels=["bachelor"])

    text = text_of(client.get(posting.get_absolute_url(), {"studying": "master"}))

    assert "Rules you out" in text
    assert "It asks for a bachelor" in text or "bachelor" in text


def test_posting_asks_where_it_answers(client):
    text = text_of(client.get(make_posting().get_absolute_url()))

    assert text.index('id="can-i"') < text.index('name="graduation"') < text.index("Key facts</h2>")


def test_posting_says_a_wrong_answer_beside_its_field_and_keeps_the_rest(client):
    answers = {"studying": "master", "graduation": "soonish", "weeks": "16"}

    text = text_of(client.get(make_posting().get_absolute_url(), answers))

    assert '<details class="ask-me" open>' in text
    assert 'id="graduation-error">Write a month and a year' in text
    assert '<option value="master" selected>' in text
    assert '<input type="hidden" name="weeks" value="16">' in text


def test_posting_that_rules_out_leads_to_those_that_do_not(client):
    posting, other = make_posting(degree_levels=["bachelor"]), make_posting(title="Other", degree_levels=["master"])

    text = client.get(posting.get_absolute_url(), {"studying": "master"}).text
    link = re.search(r'href="([^"]+)">See what doesn’t rule you out', text)[1].replace("&amp;", "&")

    assert [row.title for row in client.get(link).context["postings"]] == ["Other"]
    assert "rule you out</a>" not in client.get(other.get_absolute_url(), {"studying": "master"}).text


def test_list_is_narrowed_by_verdict_and_counts_them(client):
    fits = make_posting(title="Fits", degree_levels=["master"], location=make_location())
    make_posting(title="Not", degree_levels=["bachelor"])

    response = client.get(reverse("posting_list"), {"studying": "master", "verdict": ["does_not"]})

    assert [posting.title for posting in response.context["postings"]] == ["Not"]
    verdicts = next(panel for panel in response.context["panels"]() if panel.name == "verdict")
    assert {(option.value, option.postings) for option in verdicts.options} == {("cannot_tell", 1), ("does_not", 1)}
    assert fits.title not in {posting.title for posting in response.context["postings"]}


def test_verdict_without_answers_is_said_and_left_out(client):
    make_posting(title="Here")

    response = client.get(reverse("posting_list"), {"verdict": "meets"})

    assert [posting.title for posting in response.context["postings"]] == ["Here"]
    assert "Say something about yourself first" in text_of(response)


def test_list_can_be_ordered_by_what_fits(client):
    make_posting(title="Not", degree_levels=["bachelor"], date_posted=date(2026, 3, 1))
    make_posting(title="Open", date_posted=date(2026, 2, 1))

    response = client.get(reverse("posting_list"), {"studying": "master", "sort": "verdict"})

    assert [posting.title for posting in response.context["postings"]] == ["Open", "Not"]


def test_nothing_fits_names_what_rules_out_most(client):
    make_posting(degree_levels=["bachelor"])
    make_posting(degree_levels=["bachelor"])

    text = text_of(asked(client, studying="master"))

    assert "What rules out most of it is your level of study: 2 of 2." in text
    assert text.index("Nothing open fits everything you said.") < text.index("They rule you out: 2")


def test_what_cannot_be_told_is_not_said_not_to_fit(client):
    make_posting(degree_levels=["bachelor"])
    make_posting(degree_levels=["master"])

    text = text_of(asked(client, studying="master"))

    assert "Nothing open fits" not in text
    assert "No open internship states enough to be sure that you meet it. What rules out most of the others" in text


def test_posting_that_allows_nobody_warns_before_anyone_answers(client):
    dates = {"graduation_by": date(2025, 12, 1), "job_start_date": date(2026, 1, 1), "weeks_min": 12}
    posting = make_posting(must_stay_enrolled=True, **dates)

    assert "As written, nobody can meet this" in text_of(client.get(posting.get_absolute_url()))
    assert "As written, nobody can meet this" in text_of(client.get(reverse("posting_list")))


def test_too_late_to_start_leads_on_card_and_posting(client):
    dates = {"graduation_by": date(2025, 12, 1), "job_start_date": date(2025, 1, 1), "weeks_min": 12}
    posting = make_posting(must_stay_enrolled=True, **dates)

    for address in (posting.get_absolute_url(), reverse("posting_list")):
        assert "Too late to start: the last start that fits was 9 October 2025." in text_of(client.get(address))


@pytest.mark.parametrize("page", ["eligibility", "posting_list"])
def test_answers_are_nobodys_to_keep(client, page):
    response = client.get(reverse(page), STUDENT)

    assert response["Cache-Control"].startswith("private")
    assert not response.cookies


def test_student_visa_brings_the_shared_text_as_information(client):
    call_command("loaddata", *SAMPLE, verbosity=0)

    assert "48 hours a fortnight" in text_of(asked(client, rights="student-visa"))
    assert "48 hours a fortnight" not in text_of(asked(client, rights="citizen"))


def test_number_of_queries_does_not_grow(client, django_assert_max_num_queries):
    for _ in range(30):
        make_posting()
    asked(client, **STUDENT)

    with django_assert_max_num_queries(8):
        asked(client, **{**STUDENT, "field_of_study": "other"})
    assert Posting.objects.count() == 30
