"""Sign-in: closed, counted, and the same answer for names that exist and names that do not."""

import re

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from careers.recruiting.models.journal import JournalEntry, What
from tests.recruiting.conftest import PASSWORD, make_user

pytestmark = pytest.mark.django_db
LOGIN = reverse("account_login")
RESET = reverse("account_reset_password")
INDEX = reverse("admin:index")


def sign_in(client, name="rae", password=PASSWORD, **headers):
    return client.post(LOGIN, {"login": name, "password": password}, **headers)


def errors(response):
    """Return what the page says beside its fields, without the name that was typed."""
    return response.context["form"].errors.as_text()


@pytest.mark.parametrize("name", ["rae", "rae@example.org"])
def test_name_or_address_and_password_lead_to_the_desk(client, name):
    make_user()

    assert sign_in(client, name).url == INDEX


@pytest.mark.parametrize("page", ["signup/", "email/", "confirm-email/", "password/set/", "2fa/webauthn/signup/"])
def test_nobody_makes_or_extends_an_account(client, page):
    assert client.get(f"/accounts/{page}").status_code == 404
    assert client.post(f"/accounts/{page}").status_code == 404


def test_desk_sends_strangers_to_the_one_sign_in(client):
    response = client.get(INDEX, follow=True)

    assert response.redirect_chain[-1][0].startswith(LOGIN)


def test_the_admins_own_sign_in_takes_no_password(desk):
    other = make_user(name="pat")

    desk.post(reverse("admin:login"), {"username": "pat", "password": PASSWORD})

    assert desk.session["_auth_user_id"] != str(other.pk)


def test_the_admins_own_sign_in_leads_nowhere_else(desk):
    assert desk.get(reverse("admin:login"), {"next": "https://example.com/"}).url == INDEX
    assert desk.get(reverse("admin:login"), {"next": reverse("admin:login")}).url == INDEX


def test_known_and_unknown_names_get_the_same_answer(client):
    make_user()

    known, unknown = sign_in(client, "rae", "wrong"), sign_in(client, "sam", "wrong")

    assert errors(known) == errors(unknown)
    assert known.status_code == unknown.status_code == 200


def test_unknown_names_cost_a_hash_too(client, monkeypatch):
    hashed = []
    monkeypatch.setattr("django.contrib.auth.models.AbstractBaseUser.set_password", lambda *given: hashed.append(given))

    sign_in(client, "sam", "wrong")

    assert hashed


def test_account_is_throttled_from_wherever_the_attempts_come(client):
    make_user()
    for number in range(5):
        sign_in(client, password="wrong", REMOTE_ADDR=f"10.0.0.{number}")

    response = sign_in(client, REMOTE_ADDR="10.0.0.99")

    assert "Too many failed login attempts" in errors(response)


def test_attempts_past_the_limit_stand_in_the_journal_once(client):
    make_user()
    for number in range(9):
        sign_in(client, password="wrong", REMOTE_ADDR=f"10.0.0.{number}")

    refusals = JournalEntry.objects.filter(what=What.REFUSED).order_by("pk").values_list("about", flat=True)
    assert list(refusals) == [*["rae"] * 5, "rae: too many attempts"]


def test_source_is_throttled_whatever_names_it_tries(client):
    make_user()
    for number in range(10):
        sign_in(client, f"sam{number}", "wrong")

    assert "Too many failed login attempts" in errors(sign_in(client))


def test_forged_forwarding_header_is_no_new_source(client):
    make_user()
    for number in range(10):
        sign_in(client, f"sam{number}", "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")

    assert "Too many failed login attempts" in errors(sign_in(client, HTTP_X_FORWARDED_FOR="10.9.9.9"))


def test_behind_a_proxy_only_what_the_proxy_wrote_counts(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    make_user()
    for number in range(10):
        sign_in(client, f"sam{number}", "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 192.0.2.1")

    assert "Too many" in errors(sign_in(client, HTTP_X_FORWARDED_FOR="10.9.9.9, 192.0.2.1"))
    assert sign_in(client, HTTP_X_FORWARDED_FOR="192.0.2.1, 192.0.2.2").url == INDEX


def test_flood_of_attempts_is_answered_429(client):
    for _ in range(30):
        sign_in(client, "", "")

    response = sign_in(client, "", "")

    assert response.status_code == 429
    assert "style=" not in response.content.decode()


def test_many_other_names_do_not_push_a_source_out_of_the_count(client):
    make_user()
    for number in range(10):
        sign_in(client, f"sam{number}", "wrong")

    for number in range(400):
        cache.set(f"z{number}", number)

    assert "Too many" in errors(sign_in(client))


def test_session_lasts_eight_hours(client):
    make_user()

    sign_in(client)

    assert client.session.get_expiry_age() == 8 * 60 * 60


def test_forgotten_password_is_chosen_anew_by_mail(client):
    user = make_user()
    client.post(RESET, {"email": "rae@example.org"})
    link = re.search(r"http://127\.0\.0\.1:\d+(\S+)", mail.outbox[0].body)[1]

    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "a-new-long-password", "password2": "a-new-long-password"})

    user.refresh_from_db()
    assert user.check_password("a-new-long-password")
    assert AUTHENTICATION_METHODS_SESSION_KEY not in client.session


def test_reset_answers_alike_and_mails_for_known_and_unknown_addresses(client):
    make_user()

    known = client.post(RESET, {"email": "rae@example.org"})
    unknown = client.post(RESET, {"email": "sam@example.org"})

    assert known.url == unknown.url
    assert [message.to for message in mail.outbox] == [["rae@example.org"], ["sam@example.org"]]
    assert "know no account" in mail.outbox[1].body


def test_reset_link_leads_to_the_configured_address(client, settings):
    make_user()
    settings.ALLOWED_HOSTS = ["*"]

    client.post(RESET, {"email": "rae@example.org"}, HTTP_HOST="evil.example")

    assert f"{settings.SITE_URL}/accounts/" in mail.outbox[0].body
    assert "evil.example" not in mail.outbox[0].body


def test_resets_are_throttled(client):
    for _ in range(4):
        response = client.post(RESET, {"email": "rae@example.org"})

    assert response.status_code == 429
    assert len(mail.outbox) == 3
