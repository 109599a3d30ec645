"""What the page says where there is none: a search for the words of the address."""

import pytest
from django.template import Context, Template

from careers.operation.templatetags.operation import words_of_address
from tests.factories import make_posting

pytestmark = pytest.mark.django_db


def test_words_of_a_mistyped_posting_stand_in_the_search_box(client):
    make_posting(title="Baker Intern")

    response = client.get("/postings/baker-intrn-sydney-2026/")

    assert response.status_code == 404
    assert 'value="baker intrn sydney"' in response.content.decode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/postings/b%C3%A4cker-42/", "bäcker"),
        ("/postings/%3Cscript%3E/", "script"),
        ("/postings/1/%FF/", ""),
        ("/wp-login.php", ""),
        ("/", ""),
        (None, ""),
        ("/a/" + "x" * 500, "x" * 40),
        ("/a/" + "y-" * 50, "y y y y y y y y"),
    ],
)
def test_any_address_gives_few_words_or_none(path, words):
    assert words_of_address(path) == words


def test_page_needs_no_address():
    text = Template("{% extends '404.html' %}").render(Context())

    assert "There is no such page" in text
    assert "words of the address" not in text
