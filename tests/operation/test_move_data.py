"""From SQLite to PostgreSQL by the command, on a real server; the moved site is then used."""

import sqlite3

import psycopg
import pytest

from tests.processes import environment, python

FILL = """
from datetime import datetime, UTC
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from careers.postings.models import Edition, Posting
import reversion
User.objects.create_superuser("ada", "ada@example.org", "x")
with reversion.create_revision():
    Posting.objects.first().save()
Session.objects.create(session_key="k", session_data="d", expire_date=datetime(2027, 1, 1, 1, 2, 3, 456789, tzinfo=UTC))
print(Edition.objects.current())
"""
USE = """
from careers.postings.models import Edition, Posting, Team
from careers.find.filters import PostingFilterSet
from django.contrib.auth.models import Group, User
edition = Edition.objects.current()
print(edition, Posting.objects.count(), User.objects.get().username, Group.objects.count())
print(Team.objects.create(name="New", slug="new").pk, Edition.objects.current() != edition)
print(PostingFilterSet({"q": "engineer"}).qs.count())
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Return the environment of a site on SQLite that is in use, made read-only, and the number of its edition."""
    data = tmp_path_factory.mktemp("data")
    env = environment(data)
    assert python("manage.py", "prepare", env=env).returncode == 0
    edition = shell(FILL, env)
    (data / "read_only").touch()
    return env, edition


@pytest.fixture
def empty(postgres_url):
    """Return the address of an empty database, gone after the test."""
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("CREATE DATABASE careers_moved TEMPLATE template0")
    yield f"{postgres_url.rpartition('/')[0]}/careers_moved"
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("DROP DATABASE careers_moved WITH (FORCE)")


def shell(code, env):
    ran = python("manage.py", "shell", "-v0", "-c", code, env=env)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def move(env, url):
    return python("manage.py", "move_data", "--to", url, env=env)


def test_moved_site_is_equal_and_can_be_used(filled, empty):
    env, edition = filled
    moved = move(env, empty)
    assert moved.returncode == 0, moved.stderr

    state, written, found = shell(USE, {**env, "DATABASE_URL": empty}).splitlines()

    assert "Moved and compared" in moved.stdout
    assert state == f"{edition} 5 ada 2"
    assert int(written.split()[0]) > 5  # the sequence goes on after the moved rows
    assert written.split()[1] == "True"  # the triggers are on again
    assert int(found) > 0


def test_database_that_holds_something_is_refused(filled, empty):
    with psycopg.connect(empty, autocommit=True) as target:
        target.execute("CREATE TABLE theirs (id integer)")

    refused = move(filled[0], empty)

    assert refused.returncode == 1
    assert "holds tables already" in refused.stderr


def test_row_the_other_engine_cannot_hold_moves_nothing(filled, empty):
    env, _ = filled
    with sqlite3.connect(f"{env['DATA_DIR']}/careers.sqlite3") as source:
        source.execute("UPDATE postings_team SET summary = 'a' || char(0)")

    refused = move(env, empty)

    with psycopg.connect(empty) as target:
        assert target.execute("SELECT count(*) FROM postings_organisation").fetchone() == (0,)
    assert "postings_team: " in refused.stderr
    assert "Traceback" not in refused.stderr


def test_site_that_is_written_to_is_not_moved(tmp_path, empty):
    refused = move(environment(tmp_path), empty)

    assert "read-only first: touch" in refused.stderr
