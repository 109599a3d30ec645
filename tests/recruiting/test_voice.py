"""The words of Django and allauth on a recruiter's pages: one voice, in sentence case."""

import re
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.urls import reverse

from careers.postings.choices import Status
from tests.conftest import ROOT
from tests.factories import make_posting
from tests.recruiting.conftest import make_user
from tests.recruiting.posting_form import errors, save

pytestmark = pytest.mark.django_db
OURS = ROOT / "careers" / "recruiting" / "locale" / "en" / "LC_MESSAGES"
THEIRS = [Path(allauth.__file__).parent, Path(django.__file__).parent]
TITLE_CASE = re.compile(r"\w [A-Z][a-z]")


def messages(path):
    with path.open("rb") as file:
        catalog = read_po(file) if path.suffix == ".po" else read_mo(file)
        return {each(message.id): each(message.string) for message in catalog if message.id}


def each(words):
    """Return the singular and the plural alike from both kinds of file."""
    return words if isinstance(words, str) else tuple(words)


def test_compiled_words_are_those_that_are_written():
    assert messages(OURS / "django.mo") == messages(OURS / "django.po")


def test_all_of_them_replace_something_that_is_said():
    known = set()
    for folder in THEIRS:
        for path in folder.rglob("locale/en/LC_MESSAGES/django.po"):
            known |= messages(path).keys()

    assert messages(OURS / "django.po").keys() <= known


@pytest.mark.parametrize("name", ["account_reset_password", "account_reset_password_done", "account_inactive"])
def test_pages_before_the_sign_in_are_in_sentence_case(client, name):
    assert headings(client.get(reverse(name))) == []


@pytest.mark.parametrize(
    "name", ["account_logout", "account_change_password", "account_reauthenticate", "mfa_index", "admin:auth_user_add"]
)
def test_pages_of_an_account_are_in_sentence_case(client, name):
    client.force_login(make_user())

    assert headings(client.get(reverse(name))) == []


def test_error_says_what_to_write(desk):
    wrong = {"days_per_week_min": "9", "places": "many", "apply_url": "careers", "contact_email": "people"}

    found = errors(save(desk, make_posting(status=Status.DRAFT), **wrong))

    assert {name: messages[0].partition(",")[0] for name, messages in found.items()} == {
        "days_per_week_min": "Write a number of at most 7.",
        "places": "Write a whole number in digits.",
        "apply_url": "Write a whole address",
        "contact_email": "Write an e-mail address",
    }


def headings(response):
    """Return the headings, labels and buttons of its main part in Title Case."""
    main = response.content.decode().partition("<main")[2]
    found = re.findall(r"<(?:h[1-3]|label|button)\b[^>]*>\s*([^<]*?)\s*<", main)
    assert found
    return [words for words in found if TITLE_CASE.search(words)]
