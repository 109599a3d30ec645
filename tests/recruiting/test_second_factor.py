"""The second factor: offered on loopback, demanded of the desk where the site is public."""

import os
import secrets
import subprocess
import sys

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from careers.settings import BASE_DIR
from tests.factories import make_team
from tests.recruiting.conftest import PASSWORD, make_user

pytestmark = pytest.mark.django_db
LOGIN = reverse("account_login")
INDEX = reverse("admin:index")
ACTIVATE = reverse("mfa_activate_totp")


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def signed_in(client):
    make_user(is_superuser=True)
    client.post(LOGIN, {"login": "rae", "password": PASSWORD})
    return client


def code(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def confirm_password(client):
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def activate(client):
    confirm_password(client)
    secret = client.get(ACTIVATE).context["form"].secret
    return client.post(ACTIVATE, {"code": code(secret)}), secret


def test_on_loopback_it_is_offered(signed_in):
    assert signed_in.get(INDEX).status_code == 200
    assert ACTIVATE in signed_in.get(reverse("mfa_index")).content.decode()


def test_where_required_a_password_alone_opens_no_desk_page(signed_in, required):
    team = make_team()

    for page in (INDEX, reverse("admin:postings_team_change", args=[team.pk]), reverse("admin:jsi18n")):
        assert signed_in.get(page).url.startswith(reverse("mfa_index"))
        assert signed_in.post(page).status_code == 302


def test_where_required_setting_one_up_opens_the_desk(signed_in, required):
    activate(signed_in)

    assert signed_in.get(INDEX).status_code == 200


def test_activation_makes_recovery_codes(signed_in):
    response, _ = activate(signed_in)

    assert response.url == reverse("mfa_view_recovery_codes")
    assert Authenticator.objects.filter(type="recovery_codes").exists()


def test_sign_in_then_asks_for_the_code(signed_in, client):
    activate(signed_in)
    client.logout()

    response = client.post(LOGIN, {"login": "rae", "password": PASSWORD})

    assert response.url == reverse("mfa_authenticate")
    assert client.get(INDEX).status_code == 302


def test_session_older_than_the_factor_has_to_show_it(signed_in, required):
    user = make_user(name="pat", is_superuser=True)
    Authenticator.objects.create(user=user, type="totp", data={"secret": totp.generate_totp_secret()})
    signed_in.force_login(user)

    assert signed_in.get(INDEX).url.startswith(reverse("mfa_reauthenticate"))


def test_recovery_codes_alone_are_no_factor(signed_in, required):
    user = make_user(name="pat", is_superuser=True)
    Authenticator.objects.create(user=user, type="recovery_codes", data={"migrated_codes": ["1"]})
    signed_in.force_login(user)

    assert signed_in.get(INDEX).url.startswith(reverse("mfa_index"))


def test_strangers_are_sent_to_sign_in_and_signing_out_always_works(client, signed_in, required):
    assert signed_in.post(reverse("admin:logout")).status_code == 200
    assert client.get(INDEX).url.startswith(reverse("admin:login"))


def test_public_pages_look_at_nobody(signed_in, required):
    response = signed_in.get(reverse("home"))

    assert response.status_code == 200
    assert not hasattr(response.wsgi_request, "_cached_user")
    assert "Cookie" not in response.headers.get("Vary", "")


def test_image_of_the_code_is_allowed_on_its_page_only(signed_in):
    confirm_password(signed_in)

    assert "img-src 'self' data:" in signed_in.get(ACTIVATE).headers["Content-Security-Policy"]
    assert "data:" not in signed_in.get(reverse("mfa_index")).headers["Content-Security-Policy"]


@pytest.mark.parametrize(("address", "required"), [("https://careers.example.org", True), ("http://127.0.0.1", False)])
def test_public_address_decides_whether_it_is_required(tmp_path, address, required):
    environment = os.environ | {
        "DATA_DIR": str(tmp_path),
        "SITE_URL": address,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    }
    script = "from careers import settings; print(settings.SECOND_FACTOR_REQUIRED)"

    answer = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=BASE_DIR, capture_output=True, text=True
    )

    assert answer.stdout.strip() == str(required), answer.stderr
