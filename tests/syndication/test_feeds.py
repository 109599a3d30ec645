"""The feeds by the parsers and schemas of their formats, their headers, ids and dates."""

from datetime import UTC, date, datetime

import feedparser
import pytest

from careers.postings.changes import noting_changes
from careers.postings.models import Posting
from tests.factories import make_location, make_organisation, make_posting, make_responsibility, make_team
from tests.syndication.channels import FEEDS
from tests.syndication.schemas import check_aggregator, check_json_feed

pytestmark = pytest.mark.django_db

HOSTILE = "</title>]]>\x0b<script>&amp; “é” 日本 "
TYPES = {
    "/postings.atom": "application/atom+xml; charset=utf-8",
    "/postings.feed.json": "application/feed+json; charset=utf-8",
    "/postings.xml": "application/xml; charset=utf-8",
    "/postings.ics": "text/calendar; charset=utf-8",
}
each_feed = pytest.mark.parametrize("feed", FEEDS)


def make_hostile():
    place = make_location(HOSTILE, region=HOSTILE)
    posting = make_posting(title=HOSTILE, team=make_team(HOSTILE), location=place, requisition_id=HOSTILE)
    make_responsibility(posting, HOSTILE)
    posting.changes.create(at=datetime(2026, 1, 1, tzinfo=UTC), field="length", before=HOSTILE)
    make_organisation(name=HOSTILE, site_name=HOSTILE)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("hostile", [False, True])
def test_atom_is_well_formed_for_a_feed_reader(client, hostile):
    if hostile:
        make_hostile()

    feed = feedparser.parse(client.get("/postings.atom?level=bachelor&level=master").content)

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert all(entry.id and entry.link and entry.updated_parsed and entry.summary for entry in feed.entries)
    assert feed.entries[0].content[0].type == "text/html"


@pytest.mark.usefixtures("sample")
def test_hostile_text_breaks_no_schema(client):
    make_hostile()

    check_json_feed(client.get("/postings.feed.json").content)
    check_aggregator(client.get("/postings.xml").content)


@each_feed
def test_nothing_open_is_an_empty_feed(client, feed):
    response = client.get(feed)

    assert (response.status_code, response["Content-Type"]) == (200, TYPES[feed])
    assert FEEDS[feed](client) == []


@each_feed
def test_unknown_value_is_refused_and_named(client, feed):
    response = client.get(f"{feed}?level=wizard&graduation=13/2026&page=two&colour=red")

    assert response.status_code == 400
    assert set(response.content.decode().splitlines()[1:]) == {"level=wizard", "graduation=13/2026", "page=two"}
    assert response["Access-Control-Allow-Origin"] == "*"


@each_feed
def test_program_of_another_site_may_read_it_without_cookies(client, feed):
    response = client.get(feed, headers={"Origin": "https://elsewhere.example"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies


@pytest.mark.parametrize("address", [*FEEDS, "/postings.json"])
def test_program_of_another_site_may_ask_with_an_etag(client, address):
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"}

    response = client.options(address, headers={**asked, "Access-Control-Request-Headers": "if-none-match"})

    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "GET" in response["Access-Control-Allow-Methods"]
    assert response["Access-Control-Allow-Headers"] == "If-None-Match"


@each_feed
def test_unchanged_feed_is_not_sent_again(client, feed):
    make_posting(job_start_date=date(2190, 1, 1))
    first = client.get(feed)
    again = client.get(feed, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"].startswith("public, max-age=")


@each_feed
def test_answer_to_an_applicant_is_private(client, feed):
    assert client.get(f"{feed}?studying=master")["Cache-Control"].startswith("private")


@each_feed
def test_feed_can_only_be_read(client, feed):
    assert client.post(feed).status_code == 405


def atom_entry(client):
    (entry,) = feedparser.parse(client.get("/postings.atom").content).entries
    return entry


def test_id_survives_another_title_address_and_host(client, settings):
    settings.FEED_HOST = "careers.example.org"
    posting = make_posting(job_start_date=date(2190, 1, 1))
    before = atom_entry(client).id, client.get("/postings.ics").content.decode().split("UID:")[1].split("\r")[0]

    settings.SITE_URL = "https://elsewhere.example"
    posting.move_to("another-address")
    Posting.objects.update(title="Another")
    after = atom_entry(client).id, client.get("/postings.ics").content.decode().split("UID:")[1].split("\r")[0]

    assert after == before
    assert before[0] == f"tag:careers.example.org,2026:posting/{posting.pk}"


def test_updated_is_when_a_fact_changed_and_never_when_wording_did(client):
    opened, changed = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    make_posting(opens_at=opened, weeks_min=10)
    assert atom_entry(client).updated == atom_entry(client).published == "2026-01-01T00:00:00Z"

    with noting_changes(Posting.objects.all(), changed):
        Posting.objects.update(title="Other words")
    assert atom_entry(client).updated == "2026-01-01T00:00:00Z"

    with noting_changes(Posting.objects.all(), changed):
        Posting.objects.update(weeks_min=12)
    assert atom_entry(client).updated == "2026-02-03T04:05:06Z"


def test_change_is_told_in_every_feed(client):
    make_posting(weeks_min=10)
    with noting_changes(Posting.objects.all()):
        Posting.objects.update(weeks_min=12)

    texts = [client.get(feed).content.decode() for feed in ("/postings.atom", "/postings.feed.json", "/postings.xml")]

    assert all("Length: At least 12 weeks. Before: At least 10 weeks." in text for text in texts)
    (change,) = client.get("/postings.json").json()["postings"][0]["changes"]
    assert (change["fact"], change["before"], change["after"]) == ("length", "At least 10 weeks", "At least 12 weeks")


@each_feed
def test_statements_do_not_grow_with_postings(client, queries, feed):
    make_posting(job_start_date=date(2190, 1, 1))
    client.get(feed)
    few = len(queries(lambda: client.get(feed)))
    for _ in range(10):
        make_responsibility(make_posting(job_start_date=date(2190, 1, 1)))
    client.get(feed)

    assert len(queries(lambda: client.get(feed))) <= few <= 10


def test_title_names_the_search(client):
    make_organisation(site_name="Acme careers")
    make_posting(degree_levels=["bachelor"])

    feed = feedparser.parse(client.get("/postings.atom?level=bachelor&q=engineer").content).feed

    assert feed.title == "Acme careers: engineer, Bachelor"
