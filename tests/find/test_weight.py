"""What a browser loads for a list: little, and the posting one is about to choose ahead of time."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from tests.factories import make_team
from tests.test_caching import ask, new_door

pytestmark = pytest.mark.django_db(transaction=True)
OURS = {"css/site.css": 10_000, "js/site.js": 6_000, "django_htmx/htmx-2.min.js": 18_000}
LIST = 8_000


def packed(path):
    """Return the bytes of a static file as they go over the wire."""
    return len(brotli.compress(Path(finders.find(path)).read_bytes(), quality=11))


def test_list_weighs_little():
    call_command("make_postings", 60, verbosity=0)

    page = ask(new_door(), "/postings/", accept_encoding="br").body

    assert len(page) <= LIST
    assert len(page) + sum(packed(path) for path in OURS) <= 60_000


@pytest.mark.parametrize("path", OURS)
def test_static_file_weighs_little(path):
    assert packed(path) <= OURS[path]


def test_browser_may_fetch_the_next_posting_ahead(client):
    named = client.get("/postings/")["Speculation-Rules"]
    rules = client.get(named.strip('"'))

    assert rules["Content-Type"] == "application/speculationrules+json"
    assert rules.json()["prefetch"][0]["eagerness"] == "moderate"


@pytest.mark.usefixtures("sample")
def test_nothing_keeps_a_page_from_the_back_button(client):
    for address in ("/", "/postings/", "/eligibility/"):
        response = client.get(address)
        assert "no-store" not in response["Cache-Control"]
        assert not re.search(r"\bon(before)?unload\b", response.text)


def test_page_of_teams_shows_a_few_of_many_postings(client):
    call_command("make_postings", 200, verbosity=0)

    teams = client.get("/teams/").text

    assert teams.count('href="/postings/') < 200
    assert "more</a>" in teams


def test_page_of_a_team_leads_to_all_its_postings(client):
    call_command("make_postings", 400, verbosity=0)
    team = make_team("Payments Platform")

    page = client.get(team.get_absolute_url()).text

    assert page.count('class="card"') == 25
    assert f'href="/postings/?team={team.slug}">See all ' in page
