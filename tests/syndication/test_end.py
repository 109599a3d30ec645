"""The end of a posting, and its beginning: every channel follows in the same second, on days of any length."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from careers.alerts.replay import replay
from careers.postings.models import Posting
from tests.factories import make_location, make_organisation, make_posting, make_responsibility
from tests.syndication import channels
from tests.syndication.heads import Head

pytestmark = pytest.mark.django_db

SYDNEY = ZoneInfo("Australia/Sydney")
# Last seconds by clocks in Sydney: an ordinary day, one of 23 hours, one of 25, and the hour that comes twice.
ENDS = ["2026-12-10 23:59:59", "2026-10-04 23:59:59", "2027-04-04 23:59:59", "2027-04-04 02:30:00"]


PAGES = ("/", "/postings/", "/postings/?q=kraken", "/sitemap.xml")


def moment(text):
    return parse_datetime(text).replace(tzinfo=SYDNEY)


def shows(client, posting):
    """Return {channel: whether it shows the posting as open}."""
    address, slug = posting.get_absolute_url(), posting.slug
    page = client.get(address)
    texts = {name: client.get(name).content.decode() for name in PAGES}
    return {
        **{name: address in text for name, text in texts.items()},
        **{feed: slug in read(client) for feed, read in channels.FEEDS.items()},
        "/postings.json": slug in channels.listed(client),
        "count": client.get("/postings.json").json()["count"] == 1,
        "facets": client.get("/postings/").context["filter"].offered()["mode"] != {},
        "posting.json": client.get(f"/postings/{slug}.json").status_code == 200,
        "page": page.status_code == 200,
        "structured data": Head(page).of("JobPosting") is not None,
        "card": client.get(f"{address}card.png").status_code == 200,
        "team": address in client.get(posting.team.get_absolute_url()).content.decode(),
        "eligibility": address in client.get("/eligibility/?studying=master").content.decode(),
        "alerts": posting in replay("mode=onsite", timezone.now()).rows(),
        "developers": slug in client.get("/developers/").content.decode(),
    }


def make(**facts):
    make_organisation()
    place = make_location("Sydney", time_zone="Australia/Sydney")
    posting = make_posting(title="Kraken Tamer", location=place, date_posted="2026-01-09", work_mode="onsite", **facts)
    make_responsibility(posting, "Feed it")
    return Posting.objects.get(pk=posting.pk)


@pytest.mark.parametrize("end", ENDS)
def test_posting_leaves_every_channel_in_the_second_after_its_end(client, end):
    posting = make(valid_through=moment(end))

    with time_machine.travel(moment(end), tick=False):
        before = shows(client, posting)
    with time_machine.travel(moment(end).timestamp() + 1, tick=False):
        after = shows(client, posting)

    assert not [channel for channel, open_ in before.items() if not open_]
    assert not [channel for channel, open_ in after.items() if open_]


def test_posting_enters_every_channel_in_the_second_it_opens(client):
    opens = moment("2026-10-04 03:00:00")
    posting = make(opens_at=opens, valid_through=opens + timedelta(days=9))

    with time_machine.travel(opens.timestamp() - 1, tick=False):
        assert not any(shows(client, posting).values())
        assert client.get(posting.get_absolute_url()).status_code == 404
    with time_machine.travel(opens, tick=False):
        assert all(shows(client, posting).values())


def test_old_link_still_helps(client):
    posting = make(valid_through=moment(ENDS[0]), weeks_min=12)
    old = posting.slug
    posting.move_to("kraken-tamer-2027")
    with time_machine.travel(moment(ENDS[0]).timestamp() + 1, tick=False):
        other = make_posting(title="Hydra Tamer", team=posting.team)

        response = client.get(f"/postings/{old}/", follow=True)

    text = response.content.decode()
    assert response.redirect_chain == [(posting.get_absolute_url(), 301)]
    assert response.status_code == 410
    assert "At least 12 weeks" in text
    assert other.get_absolute_url() in text
    assert '<meta name="robots" content="noindex">' in text


def test_old_address_leads_on_with_the_answers(client):
    posting = make()
    old = posting.slug
    posting.move_to("another")

    response = client.get(f"/postings/{old}/?studying=master&weeks=12")

    assert (response.status_code, response["Location"]) == (301, "/postings/another/?studying=master&weeks=12")


@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_caches_let_go_in_time(client, seconds):
    posting = make(valid_through=moment(ENDS[0]))

    with time_machine.travel(moment(ENDS[0]).timestamp() - 30 + seconds, tick=False):
        for address in ("/postings.atom", "/postings.ics", "/sitemap.xml", posting.get_absolute_url()):
            age = int(client.get(address)["Cache-Control"].split("max-age=")[1].split(",")[0])
            assert age <= 30 - seconds, address
