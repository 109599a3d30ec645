"""SQLite loses nothing: the pragmas of a connection as the site opens it."""

import pytest
from django.db import connection

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db]


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_pragma_is_active(pragma, value):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value


@pytest.mark.parametrize("pragma", ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"])
def test_pragma_is_asked_for(pragma):
    """Whoever builds SQLite chooses what holds where nobody asks."""
    assert f"PRAGMA {pragma};" in connection.settings_dict["OPTIONS"]["init_command"]


def test_transaction_takes_the_write_lock_at_once():
    assert connection.transaction_mode == "IMMEDIATE"
