"""Searches that found nothing: kept once seen on three days, never with anything that could be a person's."""

from datetime import UTC, datetime, timedelta

import pytest

from careers.counters import searches
from careers.counters.models import FruitlessSearch, SearchSeen
from tests.factories import make_posting

pytestmark = pytest.mark.django_db
ON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def seen_on(words, *days):
    for day in days:
        searches.note(words, ON + timedelta(days=day))


def kept():
    return list(FruitlessSearch.objects.values_list("words", "days"))


def test_words_are_kept_on_the_third_day():
    seen_on("Quantum  Chemistry", 0, 1)
    assert kept() == []

    seen_on("quantum chemistry", 2)
    assert kept() == [("quantum chemistry", 3)]


def test_many_times_on_one_day_count_once():
    seen_on("astronomy", 0, 0, 0, 0)

    assert kept() == []


def test_until_then_only_a_digest_is_kept():
    seen_on("astronomy", 0)

    assert "astronomy" not in SearchSeen.objects.get().digest


@pytest.mark.parametrize("words", ["me@example.org", "call 0412", "x", "long " * 30, "\x00"])
def test_what_could_be_a_persons_is_not_even_seen(words):
    seen_on(words, 0, 1, 2)

    assert not SearchSeen.objects.exists()


def test_words_that_find_something_are_not_noted():
    make_posting(title="Astronomy Intern")

    seen_on("astronomy", 0, 1, 2)

    assert not SearchSeen.objects.exists()


def test_digests_are_forgotten():
    seen_on("astronomy", 0, 1, 70)

    assert SearchSeen.objects.count() == 1
    assert kept() == []


def test_page_tells_which_words_found_nothing(client):
    headers = {"user-agent": "Mozilla/5.0 Firefox/150.0", "sec-fetch-site": "same-origin"}

    answer = client.post("/searches/", {"q": "astronomy"}, headers=headers)

    assert answer.status_code == 204
    assert SearchSeen.objects.count() == 1
