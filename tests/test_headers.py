"""Headers of every kind of page, as a browser and a cache in front of the site meet them."""

import gzip
import re

import pytest
from django.conf import settings
from django.test import Client

from tests.pages import ALL, ERRORS, GONE, PERSONAL, PUBLIC, SIGN_IN

pytestmark = pytest.mark.usefixtures("sample", "error_pages")

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
OWN = ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "media-src", "form-action")
NOBODY = ("default-src", "object-src", "base-uri", "frame-ancestors")
POLICY = {**dict.fromkeys(OWN, "'self'"), **dict.fromkeys(NOBODY, "'none'")}


@pytest.fixture
def client(client):
    """A browser that shows error pages as a visitor sees them."""
    client.raise_request_exception = False
    return client


def directives(response):
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


@pytest.fixture
def answers(client):
    """Return {kind: response} of the kinds asked for."""
    return lambda kinds, **headers: {kind: client.get(ALL[kind](), headers=headers) for kind in kinds}


def test_every_page_is_guarded(answers):
    for kind, response in answers(ALL).items():
        assert {name: response[name] for name in SECURITY} == SECURITY, kind
        assert directives(response) == POLICY, kind


def test_no_page_may_use_sensors_or_payment(answers):
    for kind, response in answers(ALL).items():
        allowed = set(response["Permissions-Policy"].split(", "))
        assert {"camera=()", "microphone=()", "geolocation=()", "payment=()"} <= allowed, kind


def test_no_public_page_sets_a_cookie(answers):
    for kind, response in answers({**PUBLIC, **GONE, **ERRORS}).items():
        assert not response.cookies, kind
        assert response["Vary"] == "Accept-Encoding", kind


def test_public_page_may_be_kept_for_a_minute_at_most(answers):
    for kind, response in answers({**PUBLIC, **GONE}).items():
        policy = r"public, max-age=(\d+), s-maxage=(\d+), stale-while-revalidate=(\d+)"
        ages = re.fullmatch(policy, response["Cache-Control"]).groups()
        assert all(0 <= int(age) <= 60 for age in ages), kind


def test_error_or_page_with_a_token_is_kept_by_nobody(answers):
    for kind, response in answers({**ERRORS, **SIGN_IN}).items():
        assert "no-store" in response["Cache-Control"], kind


def test_answer_to_an_applicants_facts_is_private(answers):
    for kind, response in answers(PERSONAL).items():
        assert response["Cache-Control"].startswith("private"), kind
        assert not response.cookies, kind


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_unchanged_page_is_not_sent_again(client, answers, encoding):
    for kind, first in answers(PUBLIC, **{"Accept-Encoding": encoding}).items():
        headers = {"Accept-Encoding": encoding, "If-None-Match": first["ETag"]}
        again = client.get(PUBLIC[kind](), headers=headers)
        assert (again.status_code, again.content) == (304, b""), kind
        assert all(again[name] == first[name] for name in ("ETag", "Vary", "Cache-Control")), kind


def test_page_is_compressed_for_who_can_read_it(answers):
    plain, packed = answers(PUBLIC), answers(PUBLIC, **{"Accept-Encoding": "gzip"})

    for kind, response in packed.items():
        assert response["Content-Encoding"] == "gzip", kind
        assert gzip.decompress(response.content) == plain[kind].content, kind


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_page_refuses_methods_it_lacks(client, method):
    for kind in PUBLIC:
        response = getattr(client, method)(PUBLIC[kind]().partition("?")[0])
        assert response.status_code == 405, kind
        assert "GET" in response["Allow"], kind
        assert "no-store" in response["Cache-Control"], kind


def test_method_is_refused_before_a_token_is_asked_for():
    response = Client(enforce_csrf_checks=True).post("/postings/")

    assert response.status_code == 405


def test_page_answers_head_like_get_without_a_body(client, answers):
    for kind, full in answers(PUBLIC).items():
        head = client.head(PUBLIC[kind]())
        assert (head.status_code, head.content) == (200, b""), kind
        assert all(head[name] == full[name] for name in ("ETag", "Vary", "Cache-Control")), kind


def test_page_answers_with_its_status(answers):
    expected = {**dict.fromkeys(PUBLIC, 200), **dict.fromkeys(GONE, 410), **dict.fromkeys(SIGN_IN, 200)}
    expected |= dict.fromkeys(PERSONAL, 200)
    expected |= {kind: int(kind.split()[1]) for kind in ERRORS}

    assert {kind: response.status_code for kind, response in answers(ALL).items()} == expected


def test_cookie_is_for_the_server_and_this_site_only(client):
    cookie = client.get("/accounts/login/").cookies[settings.CSRF_COOKIE_NAME]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_unknown_host_is_refused_with_a_guarded_page(client):
    response = client.get("/", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert directives(response) == POLICY
    assert b"evil.example" not in response.content


def test_page_of_a_reader_who_is_signed_in_is_not_shared(client, admin_user):
    client.force_login(admin_user)

    assert "public" not in client.get("/")["Cache-Control"]
