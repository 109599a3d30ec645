"""Every feed holds the postings of the list in its order, and an alert finds them; 400 where the list has a message."""

import random

import feedparser
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.alerts.replay import replay
from careers.postings.models import Posting
from tests.syndication import channels
from tests.syndication.schemas import check_aggregator, check_json_feed
from tests.syndication.test_parity import SEED, VALUES, query_of, settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

PARAMETERS = {name: values for name, values in VALUES.items() if name != "page"}


def compare(client, query):
    """Compare every feed with the JSON; return how many postings they hold, None where they refuse."""
    expected = client.get(f"/postings.json?{query}").json()
    if expected["messages"]:
        assert {client.get(f"{feed}?{query}").status_code for feed in channels.FEEDS} == {400}, query
        return None
    slugs = channels.listed(client, f"/postings.json?{query}")
    for address, read in channels.FEEDS.items():
        held = read(client, f"{address}?{query}")
        assert held == (dated(slugs) if address.endswith("ics") else slugs), (address, query)
    assert {posting.slug for posting in replay(query, timezone.now()).rows()} == set(slugs), query
    return len(slugs)


def dated(slugs):
    """Return those of which a calendar can say something."""
    undated = Posting.objects.filter(valid_through=None, job_start_date=None).values_list("slug", flat=True)
    return [slug for slug in slugs if slug not in set(undated)]


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5])
def test_feeds_hold_what_the_list_holds(client, size):
    choices = random.Random(SEED + size)  # noqa: S311
    settle()

    for _ in range(5 if size else 1):
        names = choices.sample(list(PARAMETERS), size)
        compare(client, query_of({name: choices.choice(PARAMETERS[name][:2]) for name in names}))


@pytest.mark.parametrize("name", PARAMETERS)
def test_feeds_agree_on_each_value(client, name):
    for value in PARAMETERS[name][1:3]:
        compare(client, query_of({name: value}))


def test_comparisons_find_something_and_refuse_something(client):
    """Only so do the comparisons above prove anything."""
    assert compare(client, "") == 30
    assert 0 < compare(client, "level=bachelor") < 30
    assert compare(client, "level=wizard") is None


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(list(PARAMETERS)), st.integers(0, 4), max_size=6),
    st.text("abcé\x00\x0b]>&%", max_size=5),
)
def test_feeds_agree_on_any_combination(client, chosen, unknown):
    query = {name: PARAMETERS[name][number % len(PARAMETERS[name])] for name, number in chosen.items()}

    compare(client, query_of({**query, "unknown": unknown}))


@pytest.mark.parametrize("feed", channels.FEEDS)
def test_page_past_the_end_is_not_found(client, feed):
    for page in ("3", "0", "9" * 30):
        assert client.get(feed, {"page": page}).status_code == 404


@pytest.mark.parametrize("query", ["", "?page=2", "?level=phd&q=kraken", "?team=platform&location=sydney"])
def test_feeds_keep_to_their_schemas(client, query):
    check_json_feed(client.get(f"/postings.feed.json{query}").content)
    check_aggregator(client.get(f"/postings.xml{query}").content)


def test_pages_of_a_feed_lead_to_each_other(client):
    second = client.get("/postings.atom?page=2&sort=newest&unknown=1")

    links = {link.rel: link.href for link in feedparser.parse(second.content).feed.links}

    base = "http://127.0.0.1:8000/postings"
    assert links == {
        "self": f"{base}.atom?sort=newest&page=2", "first": f"{base}.atom?sort=newest",
        "previous": f"{base}.atom?sort=newest", "last": f"{base}.atom?sort=newest&page=2",
        "alternate": f"{base}/?sort=newest",
    }  # fmt: skip
    assert f'<{base}.atom?sort=newest>; rel="previous"' in second["Link"]
