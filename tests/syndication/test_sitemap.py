"""sitemap.xml by a schema of its protocol: every page, each once, with the date a fact of it changed."""

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
import xmlschema

from careers.postings.changes import noting_changes
from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.syndication import sitemap
from tests.factories import make_posting

pytestmark = pytest.mark.django_db

SCHEMA = xmlschema.XMLSchema(Path(__file__).parent / "formats" / "sitemap.xsd")
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = "http://127.0.0.1:8000"


def read(client, address="/sitemap.xml"):
    """Return {address: date or None} of a sitemap or an index that keeps to the schema."""
    text = client.get(address).content.decode()
    SCHEMA.validate(text)
    places = list(Xml.fromstring(text))  # noqa: S314 it is our own
    found = {place.findtext("s:loc", None, NAMES): place.findtext("s:lastmod", None, NAMES) for place in places}
    assert len(found) == len(places)
    return found


@pytest.mark.usefixtures("sample")
def test_every_address_answers_and_is_canonical(client):
    for address in read(client):
        response = client.get(address.removeprefix(SITE))
        assert response.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in response.content.decode()


def test_postings_are_those_of_the_list(client):
    posting = make_posting()
    make_posting(status=Status.DRAFT)

    assert [place for place in read(client) if "/postings/" in place] == [
        f"{SITE}/postings/", f"{SITE}{posting.get_absolute_url()}",
    ]  # fmt: skip


def test_date_is_when_a_fact_changed_and_left_out_where_none_is_known(client):
    undated, dated = make_posting(), make_posting(opens_at=datetime(2026, 1, 1, tzinfo=UTC), weeks_min=10)
    with noting_changes(Posting.objects.all(), datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)):
        Posting.objects.filter(pk=dated.pk).update(weeks_min=12, title="Other")

    places = read(client)

    assert places[f"{SITE}{dated.get_absolute_url()}"] == "2026-02-03T04:05:06Z"
    assert places[f"{SITE}{undated.get_absolute_url()}"] is None
    assert places[f"{SITE}/postings/"] == places[f"{SITE}{dated.team.get_absolute_url()}"] == "2026-02-03"


def test_list_changes_when_a_posting_ends(client):
    make_posting(opens_at=datetime(2026, 1, 1, tzinfo=UTC), valid_through=datetime(2026, 3, 1, 12, tzinfo=UTC))

    assert read(client)[f"{SITE}/postings/"] == "2026-03-01"


def test_too_many_addresses_are_an_index_of_pages(client, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 6)
    postings = [make_posting() for _ in range(5)]

    pages = read(client)
    found = [place for page in pages for place in read(client, page.removeprefix(SITE))]

    assert len(pages) > 1
    assert len(found) == len(set(found))
    assert {f"{SITE}{posting.get_absolute_url()}" for posting in postings} <= set(found)


@pytest.mark.parametrize("page", ["9", "0", "-1", "two", "9" * 40])
def test_page_past_the_end_is_not_found(client, page):
    assert client.get("/sitemap.xml", {"page": page}).status_code == 404


def test_statements_do_not_grow_with_postings(client, queries):
    make_posting()
    few = len(queries(lambda: client.get("/sitemap.xml")))
    for _ in range(10):
        make_posting()

    assert len(queries(lambda: client.get("/sitemap.xml"))) <= few <= 6
