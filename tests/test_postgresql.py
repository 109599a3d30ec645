"""The same site on the other engine."""

import os

import pytest

from tests.processes import environment, python

COUNTS = """
from django.apps import apps
print({model._meta.label: model.objects.count() for model in apps.get_app_config("postings").get_models()})
"""
SHOW = "from django.db import connection; c = connection.cursor(); c.execute('SHOW {}'); print(c.fetchone()[0])"
# The connection goes back to the pool and dies there, as by a restart of the server.
DIED = """
import psycopg
from django.db import connection
connection.ensure_connection()
pid = connection.connection.info.backend_pid
connection.close()
with psycopg.connect({url!r}, autocommit=True) as other:
    other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
with connection.cursor() as cursor:
    print(cursor.execute("SELECT 'well'").fetchone()[0])
"""


@pytest.fixture(scope="module")
def on_postgresql(postgres_url, tmp_path_factory):
    """Return the environment of a prepared site on PostgreSQL."""
    env = environment(tmp_path_factory.mktemp("data"), DATABASE_URL=postgres_url)
    prepared = python("manage.py", "prepare", env=env)
    assert prepared.returncode == 0, prepared.stderr
    return env


def shell(code, env):
    return python("manage.py", "shell", "-v0", "-c", code, env=env).stdout.strip()


@pytest.mark.longest
def test_database_tests_pass_on_postgresql_too(postgres_url):
    env = {**os.environ, "TEST_DATABASE_URL": postgres_url}
    quiet = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist"]

    run = python(
        "-m",
        "pytest",
        *quiet,
        "--ignore=tests/test_postgresql.py",
        "--ignore=tests/test_html.py",
        "tests",
        env=env,
        timeout=3000,
    )

    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]


def test_sample_is_the_same_on_both_engines(on_postgresql, tmp_path):
    on_sqlite = environment(tmp_path)
    python("manage.py", "prepare", env=on_sqlite)

    assert "'postings.Posting': 5" in shell(COUNTS, on_sqlite)
    assert shell(COUNTS, on_postgresql) == shell(COUNTS, on_sqlite)


@pytest.mark.parametrize(("setting", "value"), [("synchronous_commit", "on"), ("statement_timeout", "15s")])
def test_connection_is_durable_and_patient_for_a_while(on_postgresql, setting, value):
    assert shell(SHOW.format(setting), on_postgresql) == value


def test_connection_that_died_is_noticed(on_postgresql):
    assert shell(DIED.format(url=on_postgresql["DATABASE_URL"]), on_postgresql) == "well"


def test_prepare_is_repeatable(on_postgresql):
    again = python("manage.py", "prepare", env=on_postgresql)

    assert again.returncode == 0, again.stderr
