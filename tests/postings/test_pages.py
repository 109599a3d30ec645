"""Postings, teams, benefits and what stands around them, as a reader sees them."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from careers.postings.choices import BoilerplateKey, ClosedReason, Place, Status
from careers.postings.models import Benefit, BenefitCategory, Boilerplate, FieldOfStudy
from tests.factories import (
    make_location,
    make_organisation,
    make_posting,
    make_qualification,
    make_responsibility,
    make_team,
)

pytestmark = pytest.mark.django_db

PAST = datetime(2020, 3, 31, 12, 59, 59, tzinfo=UTC)
FUTURE = datetime(2190, 3, 14, 12, 59, 59, tzinfo=UTC)


def page(client, posting, status=200):
    response = client.get(posting.get_absolute_url())
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def make_text(key, **facts):
    defaults = {"heading": key.title(), "body": f"Words of {key}.", "places": [Place.POSTING]}
    return Boilerplate.objects.update_or_create(key=key, defaults={**defaults, **facts})[0]


def make_benefit(name, **facts):
    category = BenefitCategory.objects.get_or_create(name="Health", slug="health")[0]
    return Benefit.objects.create(category=category, name=name, **facts)


def test_posting_shows_every_stated_fact(client):
    posting = make_posting(
        graduation_by=date(2190, 12, 1), weeks_min=12, months_min=3, may_be_extended=True, valid_through=FUTURE,
        pay_min="43", pay_currency="AUD", pay_period="hour", pay_super="plus", hours_per_week="37.5", places=4,
        must_be_studying=True, must_stay_enrolled=True, graduates_eligible=False, work_rights=["citizen", "resident"],
    )  # fmt: skip

    text = page(client, posting)

    for words in (
        "By December 2190", "At least 12 weeks and also 3 months", "It may be extended.", "$43 an hour plus super",
        "37.5 hours a week", "Studying now; enrolled for the whole internship; graduates can’t apply",
        "Citizens and Permanent residents", "Sunday 14 March 2190, 11:59 pm AEDT",
    ):  # fmt: skip
        assert words in text


def test_four_facts_are_shown_as_not_stated_and_the_others_in_one_sentence(client):
    make_organisation(contact_email="ask@example.org")

    text = page(client, make_posting())

    for label in ("Pay", "Applications close", "Work rights", "Hours"):
        assert f"<dt>{label}</dt> <dd>Not stated</dd>" in text
    assert "Also not stated: finish your course, level of study" in text
    assert text.count("Ask for all that is not stated") == 1


def test_mail_that_asks_names_every_missing_fact(client):
    text = page(client, make_posting(contact_email="ask@example.org"))

    link = text.split('href="mailto:ask@example.org?subject=Question')[1].split('"')[0]
    for label in ("Pay", "Applications%20close", "Length"):
        assert f"-%20{label}" in link


def test_posting_answers_can_i_should_i_how_and_then_what_all_roles_share(client):
    posting = make_posting(team=make_team(introduction="About our team."))
    make_responsibility(posting, "Duty")
    make_qualification(posting, "Demand")
    make_qualification(posting, "Bonus", kind="preferred")
    for key in (BoilerplateKey.PROGRAMME, BoilerplateKey.WHY_JOIN, BoilerplateKey.DIVERSITY):
        make_text(key)

    text = page(client, posting)

    order = ["Can I?</h2>", "Key facts</h2>", "What you need", "What helps", "Should I?</h2>", "What you would do",
             "The team", "Words of programme", "Benefits</h3>", "How to apply</h2>", "Words of why_join",
             "Words of diversity"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_places_a_posting_jumps_to_are_there(client):
    text = page(client, make_posting())

    jumps = re.findall(r'href="#([\w-]+)"', text[text.index("On this page") :])
    assert jumps[:3] == ["facts", "should-i", "apply"]
    assert all(f'id="{place}"' in text for place in jumps)


def test_link_to_copy_leaves_answers_out_unless_they_are_ticked(client):
    posting = make_posting()

    text = client.get(posting.get_absolute_url(), {"studying": "phd"}).text

    address = posting.get_absolute_url()
    assert f'data-share data-plain="{address}" data-answers="{address}?studying=phd"' in text


def test_related_fields_are_no_closer_than_stated(client):
    posting = make_posting(related_fields_accepted=True)
    posting.fields_of_study.add(FieldOfStudy.objects.create(name="Baking", slug="baking"))

    assert "Baking, or a related field</dd>" in page(client, posting)


def test_heading_without_content_is_not_printed(client):
    make_text(BoilerplateKey.DIVERSITY, body="  ")

    text = page(client, make_posting(team=None))

    for heading in ("What you would do", "What you need", "What helps", "The team", "Diversity"):
        assert heading not in text


def test_benefits_that_are_not_listed_are_not_stated(client):
    make_benefit("Gym")

    text = page(client, make_posting())

    assert "Not stated for this role." in text
    assert "Gym" not in text


@pytest.mark.parametrize(("closing", "offered"), [(FUTURE, "before it closes"), (None, "if it changes or closes")])
def test_reminder_before_the_closing_is_offered_where_one_is_stated(client, closing, offered):
    assert f"by mail {offered}</a>" in page(client, make_posting(valid_through=closing))


def test_benefit_of_another_country_is_marked(client):
    posting = make_posting()
    posting.benefits.add(make_benefit("401(k)", countries=["US"]), make_benefit("Gym"))

    text = page(client, posting)

    assert "In another country only: United States" in text
    assert "<li>Gym</li>" in text


@pytest.mark.parametrize(("country", "shown"), [("AU", True), ("NZ", False)])
def test_acknowledgment_stands_on_postings_of_its_country(client, country, shown):
    make_text(BoilerplateKey.ACKNOWLEDGMENT, countries=["AU"])
    place = make_location("Wellington", country=country, time_zone="Pacific/Auckland")

    assert ("Words of acknowledgment" in page(client, make_posting(location=place))) is shown


def test_acknowledgment_stands_in_the_footer_of_every_page(client):
    make_text(BoilerplateKey.ACKNOWLEDGMENT, places=[Place.FOOTER])

    for name in ("home", "posting_list", "team_list", "benefit_list", "about", "privacy"):
        assert "Words of acknowledgment" in client.get(reverse(name)).content.decode()


def test_consent_stands_before_the_address(client):
    make_text(BoilerplateKey.PRIVACY)

    text = page(client, make_posting(contact_email="apply@example.org"))

    assert text.index("Words of privacy") < text.index('data-copy="address">apply@example.org')


def test_apply_link_goes_to_the_stated_address(client):
    text = page(client, make_posting(apply_url="https://jobs.example.org/1"))

    assert '<a class="button" href="https://jobs.example.org/1">' in text


def test_application_mail_has_its_subject_filled_in(client):
    posting = make_posting(title="Data Intern", intake_year=2190, contact_email="a@example.org")

    assert 'mailto:a@example.org?subject=Application%3A%20Data%20Intern%2C%20Sydney%2C%202190"' in page(client, posting)


def test_closed_posting_is_gone_but_keeps_its_text(client):
    posting = make_posting(title="Past", valid_through=PAST)
    make_responsibility(posting, "Old duty")
    make_posting(title="Still open")

    text = page(client, posting, status=410)

    for words in ("Old duty", "The closing date has passed", "Tuesday 31 March 2020, 11:59 pm AEDT", "Still open"):
        assert words in text
    assert '<meta name="robots" content="noindex">' in text


def test_closed_posting_leads_to_the_next_one(client):
    following = make_posting(title="Next year", intake_year=2191)

    text = page(client, make_posting(valid_through=PAST, next_posting=following), status=410)

    assert f'The next one: <a href="{following.get_absolute_url()}">Next year, 2191' in text


def test_next_one_that_is_not_public_is_not_named(client):
    draft = make_posting(title="Secret", status=Status.DRAFT)

    assert "Secret" not in page(client, make_posting(valid_through=PAST, next_posting=draft), status=410)


def test_withdrawn_posting_says_only_title_and_date(client):
    posting = make_posting(title="Gone")
    make_responsibility(posting, "Old duty")
    posting.withdraw(on=datetime(2026, 1, 2, 3, tzinfo=UTC))

    text = page(client, posting, status=410)

    assert "Gone" in text
    assert "Withdrawn: Friday 2 January 2026, 2:00 pm AEDT" in text
    assert "Old duty" not in text


@pytest.mark.parametrize(
    "facts",
    [
        {"status": Status.DRAFT},
        {"status": Status.IN_REVIEW},
        {"opens_at": FUTURE},
        {"status": Status.CLOSED, "opens_at": FUTURE, "closed_at": PAST, "closed_reason": ClosedReason.WITHDRAWN},
    ],
)
def test_what_was_never_public_answers_like_an_unknown_address(client, facts):
    posting = make_posting(**facts)

    assert client.get(posting.get_absolute_url()).status_code == 404


def test_old_address_leads_to_the_new_one_for_good(client):
    posting = make_posting(slug="old")
    posting.move_to("new")

    response = client.get(reverse("posting_detail", kwargs={"slug": "old"}))

    assert (response.status_code, response["Location"]) == (301, "/postings/new/")


def test_old_address_of_a_draft_stays_unknown(client):
    make_posting(slug="old", status=Status.DRAFT).move_to("new")

    assert client.get(reverse("posting_detail", kwargs={"slug": "old"})).status_code == 404


def test_team_page_lists_its_open_postings(client):
    team = make_team("Alpha", introduction="*We* build.")
    make_posting(title="Mine", team=team)
    make_posting(title="Closed one", team=team, valid_through=PAST)
    make_posting(title="Other", team=make_team("Beta"))

    text = client.get(team.get_absolute_url()).content.decode()

    assert "<em>We</em> build." in text
    assert "Mine" in text
    assert "Other" not in text
    assert "Closed one" not in text


def test_intake_that_began_or_is_over_says_so(client):
    begun = make_posting(intake_year=2026, job_start_date=date(2026, 1, 1))
    over = make_posting(intake_year=2020)

    with time_machine.travel(datetime(2026, 11, 26, tzinfo=UTC)):
        assert "This intake began in January" in page(client, begun)
        assert "This intake is over. Ask before you apply." in page(client, over)


def test_site_without_any_content_still_answers(client):
    for name in ("home", "posting_list", "team_list", "benefit_list", "about", "privacy"):
        assert client.get(reverse(name)).status_code == 200


def test_favicon_leads_to_the_icon(client):
    response = client.get("/favicon.ico")

    assert response.status_code == 302
    assert response["Location"].endswith(".svg")
