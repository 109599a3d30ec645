"""A sign-in that ran out does not lose what was typed."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_posting
from tests.recruiting.conftest import make_user
from tests.recruiting.posting_form import Fields, change_url, shown

ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


class Hidden(Fields):
    """Collects the hidden inputs of the one form of a page."""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden":
            self.data.setdefault(given["name"], []).append(given.get("value", ""))


def kept(response):
    fields = Hidden()
    fields.feed(response.content.decode())
    return fields.data


@pytest.fixture
def browser(db):
    """A client that checks tokens as a browser meets them."""
    return Client(enforce_csrf_checks=True)


def opened(client, posting, **typed):
    """Sign in, open the form, type; return what would be sent."""
    client.force_login(make_user(is_superuser=True))
    data = shown(client, change_url(posting)) | typed
    return data | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}


def test_what_was_typed_comes_back_and_is_saved_after_signing_in(browser):
    posting = make_posting(title="Before")
    data = opened(browser, posting, title="<b>“Two”</b>")
    browser.logout()

    signed_out = browser.post(change_url(posting), data, **ORIGIN)
    browser.force_login(make_user(is_superuser=True, name="sam"))
    browser.post(change_url(posting), kept(signed_out), **ORIGIN)

    posting.refresh_from_db()
    assert (signed_out.status_code, posting.title) == (403, "<b>“Two”</b>")
    assert "You were signed out" in signed_out.content.decode()


def test_old_token_after_a_new_sign_in_keeps_the_form_too(browser):
    posting = make_posting(title="Before")
    data = opened(browser, posting, title="After", csrfmiddlewaretoken="x" * 64)
    data["csrfmiddlewaretoken"] = "x" * 64

    refused = browser.post(change_url(posting), data, **ORIGIN)
    browser.post(change_url(posting), kept(refused), **ORIGIN)

    posting.refresh_from_db()
    assert (refused.status_code, posting.title) == (403, "After")


@pytest.mark.parametrize("headers", [{"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}, {}])
def test_form_of_another_site_is_not_offered_again(browser, headers):
    posting = make_posting()

    response = browser.post(change_url(posting), {"title": "Evil"}, **headers)

    assert "Evil" not in response.content.decode()


def test_password_is_not_put_into_a_page(browser):
    address = reverse("admin:auth_user_add")

    response = browser.post(address, {"username": "sam", "password1": "correct-horse-battery"}, **ORIGIN)

    assert "correct-horse-battery" not in response.content.decode()


def test_nothing_is_saved_without_signing_in(browser):
    posting = make_posting(title="Before")

    browser.post(change_url(posting), {"title": "After"}, **ORIGIN)

    posting.refresh_from_db()
    assert posting.title == "Before"


def test_form_that_meets_the_demand_for_a_second_factor_comes_back_too(browser, settings):
    posting = make_posting(title="Before")
    data = opened(browser, posting, title="After")
    settings.SECOND_FACTOR_REQUIRED = True

    refused = browser.post(change_url(posting), data, **ORIGIN)
    settings.SECOND_FACTOR_REQUIRED = False
    browser.post(change_url(posting), kept(refused), **ORIGIN)

    posting.refresh_from_db()
    assert (refused.status_code, posting.title) == (403, "After")
    assert f'href="{reverse("mfa_index")}?next=' in refused.content.decode()
