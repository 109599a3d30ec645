"""What a recruiter was told is saved is there after a crash."""

import itertools
import threading
from contextlib import suppress

import pytest

from tests import servers
from tests.drills.estate import rows
from tests.drills.table import amount
from tests.drills.visitors import Recruiter


@pytest.mark.drill("SQLite's host is cut off while recruiters save: nothing that was saved is lost")
def test_no_acknowledged_write_is_lost(alone, figure):
    saved, kills = [], amount(2, 6)
    for number in range(kills):
        cut_off_while_saving(alone, number, saved)
        alone.on()

    with rows(alone.env) as database:
        kept = {name for (name,) in database.execute("SELECT name FROM postings_team WHERE name LIKE 'Team %'")}
        versions = database.execute(VERSIONS).fetchone()[0]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    figure(f"{kills} kills, {len(saved)} saved, {len(set(saved) - kept)} lost")
    assert set(saved) <= kept
    assert versions == len(kept)


def cut_off_while_saving(alone, number, saved):
    """Kill it once two recruiters have saved some more."""
    over = threading.Event()
    writers = [threading.Thread(target=save, args=[alone.port, f"Team {number} {each}", saved, over]) for each in "ab"]
    goal = len(saved) + 4 + number
    for writer in writers:
        writer.start()
    servers.wait_until(lambda: len(saved) >= goal)
    alone.kill()
    over.set()
    for writer in writers:
        writer.join()


VERSIONS = """
    SELECT count(DISTINCT object_id) FROM reversion_version
    JOIN django_content_type AS type ON type.id = content_type_id
    WHERE model = 'team' AND serialized_data LIKE '%"name": "Team %'
"""


def save(port, name, saved, over):
    """Save teams until it is over, each under a name of its own; add to `saved` those the host answered for."""
    names = (f"{name} {number}" for number in itertools.count())
    while not over.wait(0.05):
        with suppress(AssertionError, KeyError):
            recruiter = Recruiter(port)
            while recruiter.add_team(team := next(names)) == 302:
                saved.append(team)
