"""The promise: one mail when something fits, none when it does not, and one click to end it."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client

from tests.alerts.inbox import html_of, links, text_of
from tests.alerts.people import SEARCH, run
from tests.factories import make_location, make_posting

pytestmark = pytest.mark.usefixtures("organisation")
CONFIRM, MANAGE = "/alerts/confirmation/", "/alerts/management/"


def sign_up(client, email="ada@example.org", query=SEARCH, **values):
    """Fill in the form of the page as a student does, and return the answer."""
    shown = client.get(f"/alerts/?{query}").context["shown"]
    form = {"email": email, "frequency": "weekly", "query": query, "keep_answers": "on", "shown": shown, **values}
    return client.post("/alerts/sign-ups/", form)


def confirm(client, mail):
    token = links(mail)[0].partition("token=")[2]
    return client.post(CONFIRM, {"token": token})


@pytest.fixture
def subscribed(client, inbox):
    """A student who has signed up and pressed the button."""
    sign_up(client)
    confirm(client, inbox.mails.pop())
    return inbox


def end_by_one_click(client, mail):
    """Do what a mail program does that knows RFC 8058: no cookie, another site's Origin, no redirect."""
    header = urlsplit(mail["List-Unsubscribe"].strip(" <>"))
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    data, foreign = {"List-Unsubscribe": "One-Click"}, {"Origin": "https://mail.example"}
    return Client(enforce_csrf_checks=True).post(f"{header.path}?{header.query}", data, headers=foreign).status_code


def test_whole_promise_is_kept(client, inbox):
    """Sydney, intake 2027, I finish in November 2027: nothing is open yet."""
    make_posting(intake_year=2026)
    assert "Nothing open matches" in client.get(f"/alerts/?{SEARCH}").text
    sign_up(client)
    confirm(client, inbox.mails.pop())

    make_posting(intake_year=2027, location=make_location("Perth"))
    make_posting(intake_year=2027, graduation_by=date(2027, 10, 1))
    run()
    assert inbox.mails == []
    fitting = make_posting(intake_year=2027, graduation_by=date(2027, 12, 1))
    run()
    run()
    [mail] = inbox.mails
    assert fitting.get_absolute_url() in text_of(mail)
    assert end_by_one_click(client, mail) == 200
    make_posting(intake_year=2027)
    run(later=timedelta(days=8))
    assert inbox.mails == [mail]


# An intake that nothing on record names is known while it lies ahead.
@time_machine.travel(datetime(2026, 11, 26, tzinfo=UTC))
def test_sign_up_is_answered_by_a_mail_with_a_link(client, inbox):
    response = sign_up(client)

    assert response.url == "/alerts/inbox/"
    assert inbox.addresses == ["ada@example.org"]
    assert "Sydney · intake 2027" in text_of(inbox.mails[0])


def test_link_shows_a_button_and_changes_nothing(client, inbox):
    sign_up(client)
    page = client.get(links(inbox.mails[0])[0])
    make_posting(intake_year=2027)
    run()

    assert b"you finish in November 2027" in page.content
    assert len(inbox.mails) == 1


def test_matching_posting_brings_exactly_one_mail(subscribed):
    posting = make_posting(intake_year=2027, graduation_by=date(2027, 12, 1))

    for _ in range(3):
        run()

    assert subscribed.addresses == ["ada@example.org"]
    assert posting.get_absolute_url() in text_of(subscribed.mails[0])
    assert str(posting) in html_of(subscribed.mails[0])


@pytest.mark.parametrize(
    "facts",
    [
        {"intake_year": 2026},
        {"intake_year": 2027, "graduation_by": date(2026, 12, 1)},
        {"intake_year": 2027, "location": None},
        {"intake_year": 2027, "status": "draft"},
    ],
)
def test_posting_that_does_not_match_brings_none(subscribed, facts):
    make_posting(**facts)

    run()

    assert subscribed.mails == []


def test_mail_leads_to_the_page_that_changes_it(client, subscribed):
    make_posting(intake_year=2027)
    run()
    address = next(link for link in links(subscribed.mails[0]) if link.startswith(MANAGE))

    page = client.get(address)

    assert b"Sydney \xc2\xb7 intake 2027" in page.content
    assert page["Cache-Control"] == "no-store"
