"""robots.txt, security.txt, the manifest, the schemas and the page that explains them all."""

from datetime import UTC, datetime, timedelta

import pytest

from careers.syndication.developers import SCHEMAS
from careers.syndication.tokens import tokens
from tests.factories import make_organisation, make_posting

pytestmark = pytest.mark.django_db


def test_robots_are_kept_from_the_desk_and_shown_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/\n" in text
    assert "Disallow: /postings" not in text
    assert text.endswith("\nSitemap: http://127.0.0.1:8000/sitemap.xml\n")


def test_security_contact_is_named_with_a_date_ahead(client, settings):
    settings.SECURITY_CONTACT = "mailto:security@acme.example"

    fields = dict(line.split(": ") for line in client.get("/.well-known/security.txt").content.decode().splitlines())

    assert fields["Contact"] == "mailto:security@acme.example"
    assert fields["Canonical"] == "http://127.0.0.1:8000/.well-known/security.txt"
    ahead = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < ahead < timedelta(days=365)


def test_organisations_contact_stands_in_and_nobody_is_invented(client):
    assert client.get("/.well-known/security.txt").status_code == 404

    make_organisation(contact_email="ask@acme.example")

    assert b"Contact: mailto:ask@acme.example\n" in client.get("/.well-known/security.txt").content


def test_manifest_names_the_site_and_icons_that_exist(client):
    make_organisation(site_name="Acme careers")

    response = client.get("/site.webmanifest")
    manifest = response.json()

    assert response["Content-Type"] == "application/manifest+json"
    assert (manifest["name"], manifest["theme_color"]) == ("Acme careers", tokens()["paper"])
    assert {each["purpose"] for each in manifest["icons"]} == {"any", "maskable"}
    assert all(client.get(each["src"])["Content-Type"] == "image/png" for each in manifest["icons"])


def test_icon_of_another_size_is_not_drawn(client):
    assert client.get("/icon-9999.png").status_code == 404


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_there_to_be_read_by_any_site(client, name):
    response = client.get(f"/schemas/{name}")

    assert response.content == SCHEMAS[name].read_bytes()
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("name", ["none.json", "..%2Frecord.py", "schema"])
def test_nothing_else_is(client, name):
    assert client.get(f"/schemas/{name}").status_code == 404


def test_page_for_developers_shows_what_is_open_now(client):
    posting = make_posting(degree_levels=["phd"])

    text = client.get("/developers/").content.decode()

    assert f"/postings/{posting.slug}.json" in text
    assert "/postings.json?level=phd" in text
    for parameter in ("q", "team", "sort", "page", "studying", "verdict", "rights"):
        assert f"<code>{parameter}</code>" in text
