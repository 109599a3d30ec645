"""A store that is full, locked, read-only or away is a 503 that says so; a mistake of ours stays a 500."""

import errno
import sqlite3

import pytest
from django.db import DataError, InterfaceError, InternalError, OperationalError, ProgrammingError, connection
from django.test import Client

from careers.operation.faults import passes
from careers.postings.models import Team
from tests.factories import make_team

NEW = {"name": "New", "slug": "new"}


@pytest.fixture
def visitor(admin_client):
    """A browser at the desk that shows error pages as people see them."""
    admin_client.raise_request_exception = False
    return admin_client


def caused(error, **facts):
    error.__cause__ = type("Cause", (Exception,), facts)()
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (caused(OperationalError(), sqlite_errorcode=sqlite3.SQLITE_FULL), True),
        (caused(OperationalError(), sqlite_errorcode=sqlite3.SQLITE_READONLY_DIRECTORY), True),
        (caused(OperationalError(), sqlite_errorcode=sqlite3.SQLITE_BUSY_SNAPSHOT), True),
        (caused(OperationalError("no such table"), sqlite_errorcode=sqlite3.SQLITE_ERROR), False),
        (caused(OperationalError("server closed the connection"), sqlstate=None), True),
        (caused(InternalError(), sqlstate="25006"), True),
        (caused(InternalError(), sqlstate="25P02"), False),
        (caused(ProgrammingError(), sqlstate="42P01"), False),
        (InterfaceError("connection already closed"), True),
        (DataError("out of range"), False),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EPERM, "Not permitted"), False),
        (RuntimeError("a mistake"), False),
    ],
)
def test_fault_is_told_from_mistake(error, expected):
    assert passes(error) is expected


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_full_disk_refuses_the_write_and_keeps_serving(visitor):
    make_team("Old", introduction="before")
    with full_disk():
        refused = visitor.post("/admin/postings/team/add/", {**NEW, "introduction": "x" * 19_000})
        read = visitor.get("/teams/")
    recovered = visitor.post("/admin/postings/team/add/", NEW)

    assert (refused.status_code, refused["Retry-After"]) == (503, "30")
    assert "Nothing was saved" in refused.text
    assert read.status_code == 200
    assert recovered.status_code == 302
    assert sorted(Team.objects.values_list("name", flat=True)) == ["New", "Old"]


class full_disk:  # noqa: N801
    """Let the database file not grow by a single page: SQLite then says what it says on a full disk."""

    def __enter__(self):
        with connection.cursor() as cursor:
            # Pages that other tests left empty would take the write.
            cursor.execute("VACUUM")
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")

    def __exit__(self, *error):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_read_only_database_refuses_the_write_and_keeps_serving(visitor):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    try:
        refused = visitor.post("/admin/postings/team/add/", NEW)
        read = visitor.get("/teams/")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")

    assert (refused.status_code, read.status_code) == (503, 200)
    assert not Team.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_read_only_transaction_of_postgresql_is_a_503(visitor):
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        refused = visitor.post("/admin/postings/team/add/", NEW)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")

    assert refused.status_code == 503


@pytest.mark.django_db
def test_mistake_of_ours_stays_a_500(error_pages):
    client = Client(raise_request_exception=False)

    assert client.get("/errors/500/").status_code == 500
