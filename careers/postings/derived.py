"""What a process works out from the record and keeps exactly as long as the edition stands."""

from contextlib import contextmanager
from contextvars import ContextVar

from careers.postings.models import Edition, Posting

UNREAD = object()
# The edition a GET request has seen first: it answers from one state of the record, and asks for its number once.
seen = ContextVar("edition", default=None)


def one_edition_a_request(get_response):
    """Middleware: let a GET read the edition once; everything else reads it afresh each time."""

    def middleware(request):
        with one_edition(is_kept=request.method in {"GET", "HEAD"}):
            return get_response(request)

    return middleware


@contextmanager
def one_edition(is_kept=True):
    """Read the edition once in the block."""
    token = seen.set(UNREAD if is_kept else None)
    try:
        yield
    finally:
        seen.reset(token)


def edition():
    """Return the edition's number."""
    known = seen.get()
    if known is not None and known is not UNREAD:
        return known
    number = Edition.objects.current()
    if known is UNREAD:
        seen.set(number)
    return number


class Derived:
    """A function without arguments whose result is kept in this process until the edition moves on."""

    def __init__(self, build):
        self.build = build
        self.kept = (None, None)

    def __call__(self):
        number = edition()
        kept, value = self.kept
        if kept != number:
            value = self.build()
            self.kept = (number, value)
        return value


class Clock:
    """When the open postings change next by the clock alone, asked of the database once between two such moments."""

    kept = (None, None, None)

    def next_change(self, on):
        """Return the moment, or None where nothing opens or closes any more."""
        number, since, until = self.kept
        if number != edition() or on < since or (until and on >= until):
            number, since, until = self.kept = edition(), on, Posting.objects.next_change(on)
        return until


next_change = Clock().next_change
