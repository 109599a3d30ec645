"""The sign-up page and its form: the same for everyone, hard to abuse, and nothing typed is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from careers.alerts import views
from careers.alerts.models import Consent, SignUp
from tests.alerts.people import SEARCH, subscribe
from tests.factories import make_posting, make_team

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def post(client):
    """Return a function that sends the form, filled in but for what is given."""

    def send(query_sent=SEARCH, headers=None, **values):
        shown = client.get("/alerts/").context["shown"]
        form = {"email": "ada@example.org", "frequency": "weekly", "query": query_sent, "shown": shown}
        form |= {"keep_answers": "on"}
        return client.post("/alerts/sign-ups/", {**form, **values}, headers=headers or {})

    return send


@pytest.fixture
def mid_hour():
    """Limits count in windows that begin with an hour or a day: none begins during the test."""
    with time_machine.travel(timezone.now().replace(hour=12, minute=30)):
        yield


def test_page_shows_what_matches_now(client):
    fitting = make_posting(intake_year=2027)
    make_posting(intake_year=2026)

    page = client.get(f"/alerts/?{SEARCH}").content.decode()

    assert str(fitting) in page
    assert "1 open now matches; the mail tells what comes after it." in page


@pytest.mark.parametrize(("postings", "led_on"), [(5, False), (6, True)])
def test_page_leads_to_all_that_match_where_it_shows_some(client, postings, led_on):
    for _ in range(postings):
        make_posting(intake_year=2027)

    page = client.get("/alerts/?intake=2027").content.decode()

    assert ('<a href="/postings/?intake=2027">See all 6</a>' in page) == led_on


def test_page_is_the_same_bytes_for_everyone(client):
    first = client.get("/alerts/", headers={"Accept-Language": "de"})
    second = Client().get("/alerts/", headers={"HX-Request": "true"})

    assert first.content == second.content
    assert not first.cookies
    assert b"csrfmiddlewaretoken" not in first.content


def test_value_that_is_not_on_record_yet_is_said_and_kept(client, post):
    page = client.get("/alerts/?location=perth")
    post("location=perth")

    assert "There is no “perth” here yet" in page.content.decode()
    assert SignUp.objects.get().query == "location=perth"


def test_answers_are_left_out_when_unticked(post):
    post(keep_answers="")

    assert SignUp.objects.get().query == "intake=2027&location=sydney"


def test_every_address_gets_the_same_answer(post):
    subscribe("known@example.org")

    answers = [post(email=email) for email in ("known@example.org", "new@example.org", "NEW@example.org")]

    assert len({(answer.status_code, answer.content, answer.url) for answer in answers}) == 1


def test_request_does_the_same_for_every_address(post, queries, monkeypatch):
    monkeypatch.setattr(views.outbox, "send_soon", lambda queues: None)
    subscribe("known@example.org")
    post(email="warm@example.org")

    counts = {len(queries(lambda email=email: post(email=email))) for email in ("known@example.org", "new@example.org")}

    assert len(counts) == 1


@pytest.mark.usefixtures("mid_hour")
def test_address_gets_at_most_three_mails_a_day(post):
    for _ in range(5):
        post()

    assert len(mail.outbox) == 3


def test_mail_repeats_nothing_a_stranger_could_have_typed(post):
    post("q=cheap+pills+at+evil.example&location=evil.example")

    text = mail.outbox[0].body + mail.outbox[0].alternatives[0].content

    assert "evil" not in text
    assert "Words you searched for" in text


def test_header_cannot_be_injected(post):
    response = post(email="ada@example.org\nBcc: all@example.org")

    assert mail.outbox == []
    assert response.context["form"].errors["email"]


def test_program_that_fills_in_everything_is_told_nothing(post):
    response = post(website="https://spam.example")

    assert response.url == "/alerts/inbox/"
    assert not SignUp.objects.exists()


@pytest.mark.parametrize("shown", ["", "2026-11-25", "2026-11-25:forged", "x" * 5000])
def test_form_that_we_have_not_shown_is_shown_again(post, shown):
    response = post(shown=shown)

    assert response.status_code == 200
    assert "Press the button once more." in response.content.decode()
    assert 'value="ada@example.org"' in response.content.decode()


def test_page_that_was_open_for_weeks_asks_once_more(post, client):
    old = client.get("/alerts/").context["shown"]
    with time_machine.travel(timezone.now() + timedelta(days=40)):
        response = post(shown=old)

    assert "Press the button once more." in response.content.decode()


def test_mistyped_address_is_said_beside_the_field_and_nothing_is_lost(post):
    page = post(email="ada@", frequency="daily").content.decode()

    assert "Write an e-mail address such as name@example.org." in page
    assert 'value="ada@"' in page
    assert 'value="daily" checked' in page
    assert "Sydney · intake 2027" in page


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 302),
        ({"Origin": "http://testserver"}, 302),
        ({}, 302),
    ],
)
def test_form_of_another_site_is_refused(post, headers, status):
    assert post(headers=headers).status_code == status


@pytest.mark.usefixtures("mid_hour")
def test_source_that_asks_too_often_keeps_what_it_typed(post, monkeypatch):
    monkeypatch.setattr(views, "MOST_OF_A_SOURCE", 2)

    answers = [post(email=f"a{number}@example.org") for number in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "a2@example.org" in answers[-1].content.decode()
    assert len(mail.outbox) == 2


@pytest.mark.usefixtures("mid_hour")
def test_source_behind_trusted_proxies_is_the_one_they_saw(post, monkeypatch, settings):
    monkeypatch.setattr(views, "MOST_OF_A_SOURCE", 1)
    settings.TRUSTED_PROXIES = 1
    forged = [post(headers={"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.7"}).status_code for number in range(2)]

    assert forged == [302, 429]


@pytest.mark.usefixtures("mid_hour")
def test_all_sources_together_are_limited(post, monkeypatch):
    monkeypatch.setattr(views, "MOST_OF_ALL", 1)

    assert [post().status_code for _ in range(2)] == [302, 429]


def test_consent_is_kept_as_it_was_read(post, organisation):
    post()
    type(organisation).objects.update(name="Renamed")
    post()

    assert ["Acme" in text for text in Consent.objects.order_by("pk").values_list("text", flat=True)] == [True, False]


def test_alerts_are_off_politely_without_a_postal_address(client, post, organisation):
    type(organisation).objects.update(postal_address=" ")

    page = client.get("/alerts/").content.decode()
    post()

    assert "Mail alerts are not on yet." in page
    assert 'name="email"' not in page
    assert not SignUp.objects.exists()


@pytest.mark.parametrize("query", ["next_role=gone", "next_team=gone", "posting=gone", "posting=%00"])
def test_nothing_is_watched_where_the_address_names_nothing(client, post, query):
    page = client.get(f"/alerts/?{query}")
    post(query)

    assert b"That is not on record here" in page.content
    assert not SignUp.objects.exists()


@pytest.mark.parametrize("query", ["q=%00&level=%ff&weeks=" + "9" * 5000, "&".join(["team=x"] * 900), "intake=\ud800"])
def test_hostile_query_is_no_error(client, post, query):
    assert client.get("/alerts/", QUERY_STRING=query.encode(errors="replace").decode()).status_code == 200
    assert post(query_sent=query.encode(errors="replace").decode()).status_code in {200, 302}


def test_closed_posting_leads_to_its_next_intake(client):
    posting = make_posting(status="closed", closed_at=timezone.now(), team=make_team("Search"))

    page = client.get(posting.get_absolute_url()).content.decode()

    assert f"/alerts/?next_role={posting.slug}" in page
    assert "/alerts/?next_team=search" in page
