"""What every public page depends on beside its address, known without asking Django at each request.

SQLite tells in microseconds whether anybody has written, so that an edit shows at once. Elsewhere the number is read
twice a second. While the database cannot be asked, the state known last stands until the clock ends it.
"""

import sqlite3
from threading import Lock
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote

from django.db import Error, connection
from django.utils import timezone

from .derived import next_change
from .models import Edition

# In seconds: how late an edit may show where the database does not say by itself that something was written.
LATEST = 0.5
# Days begin and words such as "this intake began" change on a quarter of an hour, in every zone.
QUARTER = 15 * 60
NUMBER = "SELECT number FROM postings_edition WHERE id = 1"


class State(NamedTuple):
    """Pages are the same bytes while it stands: the edition, and the moment until which the clock changes nothing.

    `change` is when the next posting opens or has closed, None where none will; both are POSIX times.
    """

    edition: int
    until: float
    change: float | None

    @classmethod
    def of(cls, edition, on):
        change = next_change(on)
        change = change and change.timestamp()
        quarter = (on.timestamp() // QUARTER + 1) * QUARTER
        return cls(edition, min(quarter, change or quarter), change)


class Watch:
    """The state of now, for all threads of a process; `edition` is a function that returns the number."""

    def __init__(self, edition):
        self.edition = edition
        self.lock = Lock()
        self.state = None

    def now(self, clock):
        """Return the State at the POSIX time `clock`, None while there is none to know."""
        # Nobody waits for a database that does not answer, unless there is nothing to go by.
        known = self.state is not None and clock < self.state.until
        if not self.lock.acquire(blocking=self.edition.is_quick or not known):
            return self.state
        try:
            return self.read(clock)
        finally:
            self.lock.release()

    def read(self, clock):
        try:
            number, state = self.edition(), self.state
            if state is None or number != state.edition or clock >= state.until:
                self.state = State.of(number, timezone.now())
                connection.close_if_unusable_or_obsolete()
        except (Error, sqlite3.Error):
            connection.close_if_unusable_or_obsolete()
        return self.state if self.state and clock < self.state.until else None


class OnSQLite:
    """The edition by a connection of its own, asked only when somebody has committed something."""

    is_quick = True
    connection = written = number = None

    def __call__(self):
        if self.connection is None:
            # Opened by the process that serves: no SQLite connection survives a fork.
            name = f"file:{quote(str(connection.settings_dict['NAME']))}?mode=rw"
            self.connection = sqlite3.connect(name, uri=True, check_same_thread=False, isolation_level=None)
        (written,) = self.connection.execute("PRAGMA data_version").fetchone()
        if written != self.written:
            (self.number,) = self.connection.execute(NUMBER).fetchone() or (0,)
            self.written = written
        return self.number


class Elsewhere:
    """The edition as it was at most LATEST seconds ago."""

    is_quick = False
    asked, number = float("-inf"), None

    def __call__(self):
        if monotonic() - self.asked >= LATEST:
            try:
                self.number = Edition.objects.current()
            finally:
                self.asked = monotonic()
                connection.close_if_unusable_or_obsolete()
        return self.number


def watch():
    """Return a Watch for the engine in use."""
    return Watch(OnSQLite() if connection.vendor == "sqlite" else Elsewhere())
