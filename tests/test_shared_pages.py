"""Pages that processes share through Redis, and that nobody misses when it is gone."""

import pickle
from time import monotonic

import pytest
from django.conf import settings
from django.core.cache import caches

from careers.postings.models import Posting
from tests import servers
from tests.door import ask, new_door
from tests.factories import make_posting
from tests.test_caching import look_again

pytestmark = pytest.mark.django_db(transaction=True)


def use(url):
    """Point the cache of pages at a Redis, as settings.py does where REDIS_URL is set."""
    options = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5, "serializer": "careers.lib.plain.Plain"}
    backend = "django.core.cache.backends.redis.RedisCache"
    return {**settings.CACHES, "pages": {"BACKEND": backend, "LOCATION": url, "OPTIONS": options}}


@pytest.fixture
def redis(settings, redis_url):
    settings.CACHES = use(redis_url)
    caches["pages"].clear()
    yield caches["pages"]
    caches["pages"].clear()


@pytest.mark.usefixtures("redis")
def test_page_is_made_by_one_process_for_all():
    first, second = new_door(), new_door()
    made = ask(first, "/postings/")

    taken = ask(second, "/postings/")

    assert (taken.status, taken.headers, taken.body) == (200, made.headers, made.body)
    assert not second.application.asked


@pytest.mark.usefixtures("redis")
def test_page_taken_from_redis_is_kept_at_hand(redis):
    ask(new_door(), "/postings/")
    second = new_door()
    ask(second, "/postings/")
    redis.clear()

    ask(second, "/postings/")

    assert not second.application.asked


@pytest.mark.usefixtures("redis")
def test_edit_reaches_every_process():
    posting = make_posting(title="Before")
    doors = new_door(), new_door()
    for door in doors:
        ask(door, posting.get_absolute_url())

    Posting.objects.update(title="After")
    for door in doors:
        look_again(door)

    assert all(b"After" in ask(door, posting.get_absolute_url()).body for door in doors)


@pytest.mark.usefixtures("redis")
def test_pages_of_another_release_are_not_taken():
    ask(new_door(), "/postings/")
    newer = new_door()
    newer.shared.release = "newer"

    ask(newer, "/postings/")

    assert newer.application.asked


def test_what_lies_in_redis_runs_out(redis):
    door = new_door()
    ask(door, "/postings/")

    client = redis._cache.get_client()

    assert [0 < client.ttl(key) <= 15 * 60 for key in client.keys("*")] == [True]


@pytest.mark.parametrize("junk", [b"", b"junk", b"{}\n", pickle.dumps({"status": "200 OK"}), b'{"status": "200 OK"'])
def test_junk_in_redis_is_passed_over(redis, junk):
    door = new_door()
    name = door.shared.name(door.watch.now(0), "/postings/?")
    redis.set(name, junk)

    assert ask(door, "/postings/").status == 200


def test_without_redis_every_page_is_there_at_once(settings):
    with servers.free_port() as port:
        settings.CACHES = use(f"redis://127.0.0.1:{port}/0")
    door = new_door()

    start = monotonic()
    answers = [ask(door, f"/postings/?q={number}").status for number in range(20)]

    assert answers == [200] * 20
    assert door.shared.rested > start


def test_redis_that_hangs_is_asked_once(settings):
    with servers.silent_port() as port:
        settings.CACHES = use(f"redis://127.0.0.1:{port}/0")
        door = new_door()
        asked = []
        question = door.shared.ask
        door.shared.ask = lambda each: asked.append(monotonic() < door.shared.rested) or question(each)
        answers = [ask(door, f"/postings/?q={number}").status for number in range(5)]

    assert answers == [200] * 5
    assert asked.count(False) == 1
