"""A page as it is kept: made once, then sent to everybody in the encoding and as little of it as they ask for."""

import gzip
import json
from functools import lru_cache

import brotli
from django.utils.http import parse_etags

from careers.headers import public

# What is said anew each time a page is sent.
SAID_ANEW = {"cache-control", "content-length", "content-encoding"}
# Quality 5 takes a millisecond for a list and 9 KB; 11 takes 60 for 8.
PACKERS = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}
# Pictures are packed as they are.
TEXTS = ("text/", "application/", "image/svg")
# Beside its body, what a page takes of memory: headers, packed bodies.
OVERHEAD, PACKED = 4_096, 0.5


class Page:
    def __init__(self, status, headers, body, br=None):
        self.status = status
        self.headers = headers
        self.body = body
        self.bodies = {"": body, **({"br": br} if br else {})}
        self.etag = value_of(headers, "etag")
        self.is_text = (value_of(headers, "content-type") or "").startswith(TEXTS)
        lasting = [header for header in headers if header[0].lower() not in SAID_ANEW]
        self.lasting = {"": [*lasting, ("Content-Length", str(len(body)))]}
        self.unchanged = [header for header in lasting if header[0].lower() in {"etag", "vary"}]

    @property
    def may_be_kept(self):
        """Return whether it is the same for everyone: found or gone for good, public, and without a cookie."""
        public_to_all = (value_of(self.headers, "cache-control") or "").startswith("public")
        return self.status[:3] in {"200", "410"} and public_to_all and not value_of(self.headers, "set-cookie")

    @property
    def size(self):
        """Return the bytes of memory it takes at most, roughly: text packs to less than a half."""
        return OVERHEAD + int(len(self.body) * (1 + PACKED))

    def send(self, environ, start_response, seconds):
        """Answer a GET or HEAD; `seconds` until a posting opens or has closed, None: as Django said."""
        policy = ("Cache-Control", public(seconds) if self.may_be_kept else value_of(self.headers, "cache-control"))
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and self.etag and self.status.startswith("200") and matches(known, self.etag):
            start_response("304 Not Modified", [*self.unchanged, policy])
            return [b""]
        encoding = chosen(environ.get("HTTP_ACCEPT_ENCODING", "")) if self.is_text else ""
        body = self.bodies[encoding] if encoding in self.bodies else self.packed(encoding)
        start_response(self.status, [*self.lasting[encoding], policy])
        return [body if environ["REQUEST_METHOD"] == "GET" else b""]

    def packed(self, encoding):
        """Return the body packed, once for all who ask for it so."""
        body = PACKERS[encoding](self.body)
        rest = [header for header in self.lasting[""] if header[0] != "Content-Length"]
        self.lasting[encoding] = [*rest, ("Content-Encoding", encoding), ("Content-Length", str(len(body)))]
        self.bodies[encoding] = body
        return body

    def dumped(self):
        """Return it as bytes that hold no code: what other hosts put there is read, never run."""
        head = json.dumps({"status": self.status, "headers": self.headers}).encode()
        return head + b"\n" + (self.bodies.get("br") or self.packed("br"))

    @classmethod
    def loaded(cls, data):
        head, _, packed = data.partition(b"\n")
        head = json.loads(head)
        return cls(head["status"], [tuple(header) for header in head["headers"]], brotli.decompress(packed))


def value_of(headers, name):
    return next((value for key, value in headers if key.lower() == name), None)


@lru_cache(256)
def matches(known, etag):
    """Return whether an If-None-Match names `etag`, compared weakly as RFC 9110 13.1.2 asks."""
    given = parse_etags(known)
    return given == ["*"] or etag.removeprefix("W/") in {each.removeprefix("W/") for each in given}


@lru_cache(256)
def chosen(accepted):
    """Return the encoding to send by an Accept-Encoding: br, gzip or "" for none."""
    weights = dict(weighed(part) for part in accepted.lower().split(","))
    found = {name: weights.get(name, weights.get("*", 0)) for name in PACKERS}
    best = max(found, key=found.get)
    return best if found[best] > weights.get("identity", 0) or found[best] == 1 else ""


def weighed(part):
    name, _, parameters = part.partition(";")
    key, _, value = parameters.partition("=")
    try:
        return name.strip(), float(value) if key.strip() == "q" else 1.0
    except ValueError:
        return name.strip(), 0.0
