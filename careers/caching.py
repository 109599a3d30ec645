"""The door: answers the pages that urls.py names from memory, in front of Django.

A page is made from its path and its known parameters alone. Nothing else of a request reaches it, no header, no host
and no cookie, so that nobody can put something into the page that others get.
"""

import sys
from functools import lru_cache
from io import BytesIO
from threading import Event, Lock
from time import time
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from careers.pages import Page
from careers.postings.state import watch
from careers.shelves import Memory, shared
from careers.urls import ANY_ORDER, APPLICANT_FACTS, PUBLIC_PAGES

# In seconds: how long a request waits for another that makes the same page, before it makes it for itself.
PATIENCE = 5
# Addresses longer than this are read afresh each time, so that what is remembered of them stays small.
LONGEST = 300


class Door:
    def __init__(self, application, memory=None):
        self.application = application
        self.watch = watch()
        self.memory = memory or Memory()
        self.shared = shared()
        self.fills = Fills()

    def __call__(self, environ, start_response):
        key = key_of(environ)
        clock = time()
        state = key and self.watch.now(clock)
        if not state:
            return self.application(environ, start_response)
        page = self.memory.get(state, key) or self.fills.once(key, lambda: self.fill(state, key))
        return page.send(environ, start_response, state.change and state.change - clock)

    def fill(self, state, key):
        """Return the page, kept by others meanwhile or made now."""
        page = self.memory.get(state, key) or self.shared.get(state, key)
        if page is None:
            page = made(self.application, key)
            if page.may_be_kept:
                self.shared.put(state, key, page)
        if page.may_be_kept:
            self.memory.put(state, key, page)
        return page


class Fills:
    """One at a time for each key: the others wait for it, for so long."""

    def __init__(self):
        self.lock = Lock()
        self.running = {}

    def once(self, key, fill):
        with self.lock:
            other = self.running.get(key)
            if other is None:
                mine = self.running[key] = Event()
        if other is not None:
            other.wait(PATIENCE)
            return fill()
        try:
            return fill()
        finally:
            del self.running[key]
            mine.set()


def key_of(environ):
    """Return path and normalised query of a page that may be the same for everyone, None for all else."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or environ.get("SCRIPT_NAME"):
        return None
    if settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", "") or not is_ours(environ.get("HTTP_HOST", "")):
        return None
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
    return remembered(path, query) if len(path) + len(query) <= LONGEST else normalised(path, query)


def normalised(path, query):
    parameters = PUBLIC_PAGES.get(name_of(path))
    if parameters is None or not query.isascii():
        return None
    try:
        given = parse_qsl(query, errors="replace", max_num_fields=settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)
    except ValueError:
        return None
    if APPLICANT_FACTS & {name for name, _ in given}:
        return None
    known = [pair for pair in given if pair[0] in parameters]
    known.sort(key=lambda pair: (pair[0], pair[1] if pair[0] in ANY_ORDER else ""))
    return f"{path}?{urlencode(known)}"


remembered = lru_cache(2_048)(normalised)


def name_of(path):
    try:
        return resolve(path).url_name if path.isascii() else None
    except Resolver404:
        return None


@lru_cache(256)
def is_ours(host):
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


def made(application, key):
    """Return the Page that Django makes of an address, asked as nobody in particular."""
    answer, written = {}, []

    def start_response(status, headers, exc_info=None):
        answer.update(status=status, headers=headers)
        return written.append

    parts = application(request_for(key), start_response)
    try:
        written.extend(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return Page(answer["status"], answer["headers"], b"".join(written))


def request_for(key):
    path, _, query = key.partition("?")
    site = urlsplit(settings.SITE_URL)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": site.netloc,
        "REMOTE_ADDR": "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
