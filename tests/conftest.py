"""What all tests share. Locally a missing browser or server skips and says how to get it; with CI=true it fails."""

import os
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.test.utils import CaptureQueriesContext

from tests import servers, sites
from tests.drills.table import WHOLE, pytest_runtest_setup, pytest_terminal_summary  # noqa: F401

CI = os.environ.get("CI") == "true"
MISSING_TOOL = re.compile(
    "No module named '(aiosmtpd|feedparser|hypothesis|icalendar|jsonschema|model_bakery|playwright|time_machine"
    "|xmlschema)"
)
ROOT = Path(__file__).resolve().parent.parent
# In the order of their dependencies.
SAMPLE = ("organisation", "teams", "locations", "skills", "benefits", "boilerplate", "postings", "waivers")

if find_spec("hypothesis"):
    from hypothesis import settings as hypothesis_settings

    hypothesis_settings.register_profile("careers", deadline=None, derandomize=CI)
    hypothesis_settings.load_profile("careers")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    return no_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Skip a module whose tool is not installed: requirements.txt alone is enough for the others."""
    report = yield
    if report.failed and (tool := MISSING_TOOL.search(str(report.longrepr))):
        report.outcome = "skipped"
        report.longrepr = str(collector.path), 1, f"{tool[1]} is missing: pip install -r requirements-dev.txt"
    return no_skip(report)


def no_skip(report):
    """Return the report, failed where CI would have skipped: what did not run there has proved nothing."""
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"CI=true allows no skip. {report.longrepr[2]}"
    return report


def pytest_collection_modifyitems(config, items):
    """Keep the tests of the engine in use; of a run on PostgreSQL, those that touch the database."""
    wanted = [item for item in items if suits_engine(item) and (WHOLE or not item.get_closest_marker("whole"))]
    for item in filter(touches_database, wanted):
        # After tables were emptied the rows of migrations, such as the roles, come back: no test depends on another.
        item.fixturenames.append("django_db_serialized_rollback")
    config.hook.pytest_deselected(items=[item for item in items if item not in set(wanted)])
    # The one that takes minutes goes first, so that another process takes the rest meanwhile.
    items[:] = sorted(wanted, key=lambda item: not item.get_closest_marker("longest"))


def suits_engine(item):
    if "TEST_DATABASE_URL" not in os.environ:
        return not item.get_closest_marker("postgresql")
    return touches_database(item) and not item.get_closest_marker("sqlite") and not item.get_closest_marker("browser")


def touches_database(item):
    return item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(item.fixturenames)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Keep the rows of migrations with the class: once a browser runs its loop, Django makes another connection."""
    with django_db_blocker.unblock():
        made = connections[DEFAULT_DB_ALIAS]
        type(made)._test_serialized_contents = made.creation.serialize_db_to_string()


@pytest.fixture(scope="session")
def postgres_url():
    """Return the URL of an empty PostgreSQL server: TEST_POSTGRES_URL, or one that lives as long as the run."""
    if url := os.environ.get("TEST_POSTGRES_URL"):
        yield url
        return
    if not servers.postgres_bin():
        pytest.skip("PostgreSQL is missing: apt install postgresql, or set TEST_POSTGRES_URL")
    with servers.postgres() as url:
        yield url


@pytest.fixture(scope="session")
def redis_url():
    if url := os.environ.get("TEST_REDIS_URL"):
        yield url
        return
    if not shutil.which("redis-server"):
        pytest.skip("Redis is missing: apt install redis-server, or set TEST_REDIS_URL")
    with servers.redis() as url:
        yield url


@pytest.fixture(scope="session")
def site_behind_nginx(tmp_path_factory):
    """The site with the sample, one gunicorn host behind the shipped nginx; for tests that leave it as it was."""
    if not shutil.which("nginx"):
        pytest.skip("nginx is missing: apt install nginx")
    with sites.site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def sample(db):
    """The content of fixtures/, loaded."""
    call_command("loaddata", *SAMPLE, verbosity=0)


@pytest.fixture
def queries():
    """Return a function that gives the SQL statements a call runs."""

    def during(call):
        with CaptureQueriesContext(connection) as captured:
            call()
        return [query["sql"] for query in captured]

    return during


@pytest.fixture
def figure(record_property):
    """Return a function that puts what a drill measured into the table of promises."""
    return lambda text: record_property("figure", text)


@pytest.fixture
def error_pages(settings):
    """Add /errors/<status>/, which answers with that error."""
    settings.ROOT_URLCONF = "tests.urls"
