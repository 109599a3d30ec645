"""The door in front of Django: what it keeps, for how long, for whom, and what it sends."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from time import sleep

import brotli
import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils import timezone

from careers.caching import normalised
from careers.find.filters import PostingFilterSet
from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Posting
from careers.shelves import Memory
from careers.urls import LIST
from tests.door import ask, new_door
from tests.factories import make_posting
from tests.pages import FACTS, PUBLIC

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def door():
    return new_door()


def look_again(door):
    """Let the door see a change now that it may see half a second late where the database does not tell."""
    if connection.vendor != "sqlite":
        door.watch.edition.asked = float("-inf")


@pytest.mark.usefixtures("sample")
def test_kept_page_is_the_page_that_django_makes(door, client):
    for kind, address in PUBLIC.items():
        first, second = ask(door, address()), ask(door, address())
        made = client.get(normalised(*address().partition("?")[::2]))

        assert second.body == first.body == made.content, kind
        assert (second.status, second.headers) == (200, first.headers), kind
    assert len(door.application.asked) == len(PUBLIC)


def test_page_is_made_once(door):
    for _ in range(5):
        ask(door, "/postings/")

    assert door.application.asked == ["/postings/"]


def test_edit_shows_at_once(door):
    posting = make_posting(title="Before")
    address = posting.get_absolute_url()
    assert b"Before" in ask(door, address).body

    Posting.objects.update(title="After")
    look_again(door)

    assert b"After" in ask(door, address).body


@pytest.mark.postgresql
def test_edit_shows_within_a_second(door):
    posting = make_posting(title="Before")
    assert b"Before" in ask(door, posting.get_absolute_url()).body

    Posting.objects.update(title="After")
    sleep(1)

    assert b"After" in ask(door, posting.get_absolute_url()).body


def test_edit_elsewhere_than_in_public_tables_leaves_pages_alone(door, admin_user):
    ask(door, "/postings/")

    admin_user.save()
    look_again(door)
    ask(door, "/postings/")

    assert len(door.application.asked) == 1


@pytest.mark.parametrize("moment", ["opens_at", "valid_through"])
def test_page_ends_when_a_posting_opens_or_closes(door, moment):
    with time_machine.travel(NOON, tick=False) as clock:
        make_posting(title="Changing", **{moment: NOON + timedelta(seconds=40)})
        before = ask(door, "/postings/")
        clock.shift(30)
        later = ask(door, "/postings/")
        clock.shift(11)
        after = ask(door, "/postings/")

    assert before.headers["Cache-Control"] == "public, max-age=40, s-maxage=40, stale-while-revalidate=0"
    assert later.headers["Cache-Control"] == "public, max-age=10, s-maxage=10, stale-while-revalidate=0"
    assert before.body == later.body
    assert (b"Changing" in after.body) == (moment == "opens_at") != (b"Changing" in before.body)


def test_page_is_made_afresh_each_quarter_of_an_hour(door):
    with time_machine.travel(NOON, tick=False) as clock:
        ask(door, "/postings/")
        clock.shift(14 * 60)
        ask(door, "/postings/")
        clock.shift(2 * 60)
        ask(door, "/postings/")

    assert len(door.application.asked) == 2


def test_many_at_once_make_a_page_once(door):
    together = Barrier(8)

    def visit(_):
        together.wait()
        return ask(door, "/postings/").body

    with ThreadPoolExecutor(8) as threads:
        bodies = set(threads.map(visit, range(8)))

    assert len(bodies) == 1
    assert door.application.asked == ["/postings/"]


def test_head_is_answered_from_the_page(door):
    full = ask(door, "/postings/")

    head = ask(door, "/postings/", "HEAD")

    assert (head.status, head.headers, head.body) == (200, full.headers, b"")
    assert len(door.application.asked) == 1


@pytest.mark.parametrize("known", ["{0}", '"other", {0}', "*", '{0}, W/"other"', "strong"])
def test_unchanged_page_is_not_sent_again(door, known):
    full = ask(door, "/postings/")
    tag = full.headers["ETag"]

    again = ask(door, "/postings/", if_none_match=tag[2:] if known == "strong" else known.format(tag))

    assert (again.status, again.body) == (304, b"")
    assert {name: again.headers[name] for name in ("ETag", "Vary", "Cache-Control")}.items() <= full.headers.items()
    assert ask(door, "/postings/", if_none_match='"other", junk').status == 200


def test_page_that_is_gone_is_kept_but_sent_whole(door):
    ended = {"opens_at": NOON, "closed_at": NOON, "closed_reason": ClosedReason.FILLED}
    address = make_posting(status=Status.CLOSED, **ended).get_absolute_url()
    first = ask(door, address)

    again = ask(door, address, if_none_match=first.headers["ETag"])

    assert (again.status, again.body) == (410, first.body)
    assert len(door.application.asked) == 1


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None), ("identity", None), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"),
        ("br;q=0, gzip", "gzip"), ("gzip;q=0, br;q=0", None), ("br;q=0.1, gzip;q=0.9", "gzip"), ("*", "br"),
        ("gzip;q=0.5", "gzip"), ("identity, gzip;q=0.5", None), ("zstd", None), ("br;q=much", None), (";;,=", None),
        ("GZIP", "gzip"), ("*;q=0", None),
    ],
)  # fmt: skip
def test_page_is_packed_as_asked(door, accepted, encoding):
    unpack = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}[encoding]
    plain = ask(door, "/postings/").body

    answer = ask(door, "/postings/", accept_encoding=accepted)

    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert unpack(answer.body) == plain


@pytest.mark.parametrize("address", [f"/postings/?{FACTS}", "/postings/?verdict=meets", "/admin/", "/accounts/login/"])
def test_personal_page_is_nobody_elses(door, address):
    ask(door, address)
    answer = ask(door, address)

    assert not answer.headers["Cache-Control"].startswith("public")
    assert len(door.application.asked) == 2
    assert not door.memory.pages


def test_reader_who_is_signed_in_passes_by(door, client, admin_user):
    client.force_login(admin_user)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"

    answers = [ask(door, "/postings/", cookie=cookie) for _ in range(2)]

    assert [answer.headers["Cache-Control"] for answer in answers] == ["private, no-cache"] * 2
    assert not door.memory.pages


@pytest.mark.parametrize("address", ["/postings/none/", "/nothing/", "/postings/?page=9", "/postings", "/é/"])
def test_error_or_redirect_is_not_kept(door, address):
    first, second = ask(door, address), ask(door, address)

    assert first.status == second.status
    assert first.status in {301, 404}
    assert len(door.application.asked) == 2
    assert not door.memory.pages


def test_post_passes_by(door):
    ask(door, "/postings/")

    answer = ask(door, "/postings/", "POST", x_http_method_override="GET")

    assert answer.status == 405


def test_nothing_of_a_request_gets_into_the_page_of_others(door):
    headers = {"x_forwarded_host": "evil.example", "x_forwarded_proto": "https", "forwarded": "host=evil.example"}
    headers |= {"cookie": "theme=evil", "accept_language": "evil", "user_agent": "evil", "hx_request": "true"}
    headers |= {"x_http_method_override": "POST", "x_original_url": "/evil", "range": "bytes=0-3", "if_range": "evil"}

    poisoned = ask(door, "/postings/?evil=1&utm_source=evil", **headers)

    assert poisoned.body == ask(new_door(), "/postings/").body == ask(door, "/postings/").body
    assert b"evil" not in poisoned.body
    assert len(door.application.asked) == 1


def test_unknown_host_is_refused_though_the_page_is_there(door):
    ask(door, "/postings/")

    assert ask(door, "/postings/", host="evil.example").status == 400
    assert ask(door, "/postings/", host="localhost:8000").status == 200


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/postings/?q=a&sort=newest", "/postings/?sort=newest&q=a"),
        ("/postings/?level=phd&level=bachelor", "/postings/?level=bachelor&q=&level=phd"),
        ("/postings/?q=a+b", "/postings/?utm_campaign=x&q=a%20b"),
        ("/?utm_source=mail", "/"),
    ],
)
def test_one_page_under_all_ways_to_write_its_address(door, one, other):
    assert ask(door, one).body == ask(door, other).body
    assert len(door.application.asked) == 1


def test_no_parameter_of_the_list_is_dropped():
    assert {*LIST, "verdict"} == set(PostingFilterSet.base_filters)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/postings/?q=a", "/postings/?q=b"),
        ("/postings/?q=a&q=b", "/postings/?q=b&q=a"),
        ("/shortlist/?posting=a&posting=b", "/shortlist/?posting=b&posting=a"),
        ("/postings/?q=a%26page%3D1", "/postings/?q=a&page=1"),
    ],
)
def test_addresses_that_mean_other_pages_are_kept_apart(door, one, other):
    ask(door, one)
    ask(door, other)

    assert len(door.application.asked) == 2


def test_fat_query_is_left_to_django(door):
    answer = ask(door, "/postings/?" + "&".join(f"q={number}" for number in range(6_000)))

    assert answer.status == 400
    assert not door.memory.pages


def test_memory_is_bounded_in_bytes():
    door = new_door(memory=Memory(most=200_000))

    for number in range(30):
        ask(door, f"/postings/?q=word{number}")

    assert 0 < door.memory.size <= 200_000
    assert door.memory.size == sum(page.size for page in door.memory.pages.values())
    assert "/postings/?q=word29" in door.memory.pages


def test_page_that_outlives_its_state_is_not_kept():
    memory, page = Memory(), ask(new_door(), "/")
    memory.get("new", "/")

    memory.put("old", "/", page)

    assert memory.get("new", "/") is None


@pytest.mark.sqlite
def test_page_is_made_where_there_is_no_database_yet(door, monkeypatch, tmp_path):
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "none.sqlite3")

    assert door.watch.now(timezone.now().timestamp()) is None
    assert not (tmp_path / "none.sqlite3").exists()
