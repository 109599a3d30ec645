"""Where pages are kept: in the process, bounded in bytes, and in Redis for all processes where there is one."""

import hashlib
import logging
from collections import OrderedDict
from threading import Lock
from time import monotonic, time

import brotli
from django.conf import settings
from django.core.cache import caches
from redis.exceptions import RedisError

from careers.pages import Page

log = logging.getLogger(__name__)

MOST_BYTES = 24 * 2**20
# In seconds: how long Redis is left alone after it did not answer.
REST = 10


class Memory:
    """The pages of one State, the least used going first; those of another are gone the moment it is asked for."""

    def __init__(self, most=MOST_BYTES):
        self.most = most
        self.lock = Lock()
        self.clear(None)

    def clear(self, state):
        self.state, self.pages, self.size = state, OrderedDict(), 0

    def get(self, state, key):
        with self.lock:
            if state is not self.state and state != self.state:
                self.clear(state)
            if page := self.pages.get(key):
                self.pages.move_to_end(key)
            return page

    def put(self, state, key, page):
        with self.lock:
            if state != self.state or key in self.pages:
                return
            self.pages[key] = page
            self.size += page.size
            while self.size > self.most:
                self.size -= self.pages.popitem(last=False)[1].size


class Shared:
    """Redis. Pages of another state or another release lie under other names and run out by themselves."""

    def __init__(self):
        self.release = release()
        self.rested = 0.0

    def get(self, state, key):
        data = self.ask(lambda redis: redis.get(self.name(state, key)))
        try:
            return Page.loaded(data) if data else None
        except (ValueError, LookupError, brotli.error):
            return None  # somebody else's value, or half of one

    def put(self, state, key, page):
        seconds = max(1, int(state.until - time()))
        self.ask(lambda redis: redis.set(self.name(state, key), page.dumped(), seconds))

    def ask(self, question):
        """Return the answer, None while Redis is gone: a page is made without it, at once."""
        if monotonic() < self.rested:
            return None
        try:
            return question(caches["pages"])
        except (RedisError, OSError) as error:
            self.rested = monotonic() + REST
            log.warning("Pages are not shared for %s seconds: %s", REST, type(error).__name__)
            return None

    def name(self, state, key):
        text = f"{self.release} {state.edition} {state.until} {key}"
        return hashlib.sha256(text.encode()).hexdigest()


class Nowhere:
    """Stands for Redis where there is none."""

    def get(self, state, key):
        return None

    def put(self, state, key, page):
        pass


def shared():
    return Shared() if "pages" in caches.settings else Nowhere()


def release():
    """Return what tells this code and configuration from any other that shares the Redis, during an update say."""
    sources = [*(settings.BASE_DIR / "careers").rglob("*.py"), *(settings.BASE_DIR / "templates").rglob("*.html")]
    sources += [settings.BASE_DIR / "requirements.txt", settings.STATIC_ROOT / "staticfiles.json"]
    said = [settings.SITE_URL, settings.LANGUAGE_CODE, settings.TIME_ZONE]
    digest = hashlib.sha256(repr(said).encode())
    for path in sorted(sources):
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()
