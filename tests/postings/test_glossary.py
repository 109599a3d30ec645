"""Words that recruiters explain, on their own page and on each posting that uses them."""

import pytest

from careers.postings.glossary import glossary
from careers.postings.models import Term
from tests.factories import make_posting, make_qualification, make_responsibility

pytestmark = pytest.mark.django_db


def explain(text, same_as="", explanation="What it means."):
    return Term.objects.create(text=text, same_as=same_as, explanation=explanation)


def found(*texts):
    return [term.text for term in glossary().within(texts)]


def test_glossary_lists_explained_words_by_their_alphabet(client):
    for text in ("Linux", "AWS", "algorithm"):
        explain(text)
    explain("Cobol", explanation="")

    html = client.get("/glossary/").content.decode()

    assert html.index("algorithm") < html.index("AWS") < html.index("Linux")
    assert "Cobol" not in html


def test_glossary_without_words_says_so(client):
    assert "No word is explained yet" in client.get("/glossary/").content.decode()


def test_word_is_found_by_any_of_its_spellings():
    explain("Kubernetes", same_as="k8s")

    assert found("Run it on K8s") == found("kubernetes, daily") == ["Kubernetes"]


def test_short_word_is_found_only_as_it_is_written():
    explain("Go", same_as="Golang")

    assert found("Ready to go") == []
    assert found("Python, Go or Java") == ["Go"]


def test_word_inside_a_longer_one_is_not_meant():
    explain("C++")
    explain("Java")

    assert found("JavaScript and C") == []
    assert found("Java, C++.") == ["C++", "Java"]


def test_posting_explains_the_words_it_uses(client):
    explain("Redis", explanation="A store in memory.")
    explain("Spark")
    posting = make_posting()
    make_qualification(posting, "Redis")
    make_responsibility(posting, "Look after Redis")

    html = client.get(posting.get_absolute_url()).content.decode()

    assert html.count("A store in memory.") == 1
    assert "<dt>Spark</dt>" not in html


def test_posting_without_explained_words_has_no_empty_heading(client):
    posting = make_posting()

    assert "explained</h3>" not in client.get(posting.get_absolute_url()).content.decode()
