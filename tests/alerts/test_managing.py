"""What links in a mail may do, and for how long."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from careers.alerts import subscribing, tokens
from careers.alerts.models import SignUp, Subscriber, Subscription
from careers.alerts.subscribing import ask
from careers.alerts.wanted import read_address
from careers.postings.models import Posting
from tests.alerts.people import SEARCH, run, subscribe
from tests.factories import make_posting

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def token():
    """The token of a sign-up that waits to be confirmed."""
    on = timezone.now()
    ask("ada@example.org", read_address(SEARCH, on), "weekly", on)
    return tokens.token_for(tokens.CONFIRM, SignUp.objects.get().pk)


@pytest.fixture
def subscription():
    return subscribe()


@pytest.fixture
def manage(client, subscription):
    """Return a function that posts to a page of the address's own."""
    token = tokens.token_for(tokens.MANAGE, subscription.subscriber.key)
    return lambda page, **values: client.post(f"/alerts/management/{page}", {"token": token, **values}, follow=True)


def in_days(days):
    return time_machine.travel(timezone.now() + timedelta(days=days))


def test_get_confirms_nothing(client, token):
    client.get(f"/alerts/confirmation/?token={token}")
    client.head(f"/alerts/confirmation/?token={token}")

    assert not Subscription.objects.exists()


def test_confirmation_works_once(client, token):
    answers = [client.post("/alerts/confirmation/", {"token": token}).status_code for _ in range(2)]

    assert answers == [302, 410]
    assert Subscription.objects.count() == 1


def test_confirmation_works_for_seven_days(client, token):
    with in_days(7.1):
        assert client.post("/alerts/confirmation/", {"token": token}).status_code == 410
    with in_days(6.9):
        assert client.post("/alerts/confirmation/", {"token": token}).status_code == 302


def test_page_of_another_site_confirms_nothing(token):
    answer = Client().post("/alerts/confirmation/", {"token": token}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("purpose", [tokens.CONFIRM, tokens.END])
def test_token_of_another_purpose_manages_nothing(client, subscription, purpose):
    token = tokens.token_for(purpose, subscription.subscriber.key)

    assert client.get(f"/alerts/management/?token={token}").status_code == 410


@pytest.mark.parametrize("page", ["confirmation", "management", "ending", "management/export", "management/erasure"])
@pytest.mark.parametrize("token", ["", "forged", "IjEi:1xWLyY:W2tc1ADxhz6EXKL3A0FdH3mbAuT", "\x00", "x" * 9000])
def test_forged_token_is_told_so(client, page, token):
    answer = client.get(f"/alerts/{page}/", {"token": token})

    assert answer.status_code == 410
    assert answer["Cache-Control"] == "no-store"


def test_pages_with_a_token_are_kept_and_listed_by_nobody(client, subscription):
    for purpose, page in ((tokens.MANAGE, "management"), (tokens.END, "ending")):
        answer = client.get(f"/alerts/{page}/?token={tokens.token_for(purpose, subscription.subscriber.key)}")
        assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "same-origin")
        assert answer["X-Robots-Tag"] == "noindex"
        assert not answer.cookies


def test_management_link_works_for_a_day(client, subscription):
    address = f"/alerts/management/?token={tokens.token_for(tokens.MANAGE, subscription.subscriber.key)}"

    with in_days(1.1):
        assert client.get(address).status_code == 410
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("days", [0, 729.9])
def test_one_click_ends_all_alerts_as_often_as_it_is_clicked(client, subscription, days):
    other = subscribe(query="location=sydney")
    address = f"/alerts/ending/?token={tokens.token_for(tokens.END, subscription.subscriber.key)}"

    with in_days(days):
        clicks = [client.post(address, {"List-Unsubscribe": "One-Click"}, headers={"Origin": "https://mail.example"})
                  for _ in range(2)]  # fmt: skip

    assert [click.status_code for click in clicks] == [200, 200]
    assert not Subscription.objects.filter(pk__in=[subscription.pk, other.pk]).going().exists()


def test_link_older_than_two_years_leads_on(client, subscription):
    address = f"/alerts/ending/?token={tokens.token_for(tokens.END, subscription.subscriber.key)}"

    with in_days(730.1):
        answers = [client.get(address), client.post(address, {"List-Unsubscribe": "One-Click"})]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert all("older than two years" in answer.text and "/alerts/link/" in answer.text for answer in answers)


@pytest.mark.parametrize("gone", [Posting, Subscription, Subscriber])
def test_link_answers_whatever_is_gone(client, gone):
    posting = make_posting()
    subscription = subscribe(query=f"posting={posting.slug}")
    address = f"/alerts/ending/?token={tokens.token_for(tokens.END, subscription.subscriber.key)}"
    gone.objects.all().delete()

    page, click = client.get(address), client.post(address, {"List-Unsubscribe": "One-Click"})

    assert (page.status_code, click.status_code) == (200, 200)
    assert "no mail comes any more" in (page.text + click.text).lower()
    assert not Subscription.objects.going().exists()


def test_get_ends_nothing(client, subscription):
    client.get(f"/alerts/ending/?token={tokens.token_for(tokens.END, subscription.subscriber.key)}")

    assert Subscription.objects.going().exists()


def test_alert_is_changed_paused_resumed_and_ended(manage, subscription):
    make_posting(intake_year=2027)
    manage("changes/", subscription=subscription.pk, change="frequency", frequency="daily")
    manage("changes/", subscription=subscription.pk, change="pause")
    run()
    paused = len(mail.outbox)
    manage("changes/", subscription=subscription.pk, change="resume")
    run()

    assert (paused, len(mail.outbox)) == (0, 0)
    assert b"Ended." in manage("changes/", subscription=subscription.pk, change="end").content
    assert not Subscription.objects.going().exists()


def test_nobody_changes_the_alert_of_another(manage):
    other = subscribe("eve@example.org")

    manage("changes/", subscription=other.pk, change="end")

    assert Subscription.objects.going().filter(pk=other.pk).exists()


@pytest.mark.parametrize("values", [{}, {"subscription": "x"}, {"subscription": "9" * 40, "change": "end"}])
def test_change_that_makes_no_sense_changes_nothing(manage, values):
    assert b"Nothing was changed" in manage("changes/", **values).content


def test_everything_kept_is_exported(client, subscription):
    token = tokens.token_for(tokens.MANAGE, subscription.subscriber.key)

    found = json.loads(client.get(f"/alerts/management/export/?token={token}").content)

    assert found["email"] == "ada@example.org"
    assert found["alerts"][0]["answers"] == ["you finish in November 2027"]
    assert "I agree that Acme" in found["alerts"][0]["consent"]


def test_everything_kept_is_erased(client, manage, token):
    manage("erasure/")

    assert not Subscriber.objects.exists()
    assert not SignUp.objects.exists()


def test_link_is_mailed_to_subscribers_only_and_everyone_is_told_the_same(client, subscription):
    shown = client.get("/alerts/link/").context["shown"]

    answers = [
        client.post("/alerts/link/", {"email": email, "shown": shown}).url
        for email in ("ADA@example.org", "x@example.org")
    ]

    assert answers == ["/alerts/inbox/"] * 2
    assert [message.to for message in mail.outbox] == [["ada@example.org"]]


def test_address_has_at_most_so_many_alerts(client, monkeypatch, token):
    monkeypatch.setattr(subscribing, "MOST", 0)

    page = client.post("/alerts/confirmation/", {"token": token}, follow=True)

    assert b"One address can have 20 alerts" in page.content
    assert not Subscription.objects.exists()


def test_confirming_again_lifts_a_suppression(client, token):
    Subscriber.objects.create(email="ada@example.org", since=timezone.now(), suppressed_at=timezone.now())

    client.post("/alerts/confirmation/", {"token": token})

    assert Subscriber.objects.get().suppressed_at is None
