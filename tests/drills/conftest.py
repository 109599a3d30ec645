"""What drills share: the whole estate for those that need it, a folder with SQLite for the others."""

import shutil
import sys

import pytest

from tests import servers
from tests.drills.estate import estate as run_estate
from tests.drills.estate import host, prepared, switched
from tests.processes import environment


@pytest.fixture(autouse=True, scope="session")
def linux():
    if sys.platform != "linux":
        pytest.skip("drills find workers in /proc and limit them from outside: Linux only")


@pytest.fixture(scope="session")
def whole_estate(tmp_path_factory):
    for program, package in {"nginx": "nginx", "redis-server": "redis-server"}.items():
        if not shutil.which(program):
            pytest.skip(f"{program} is missing: apt install {package}")
    if not servers.postgres_bin():
        pytest.skip("PostgreSQL is missing: apt install postgresql")
    with run_estate(tmp_path_factory.mktemp("estate")) as running:
        yield running


@pytest.fixture
def estate(whole_estate):
    """Two hosts behind nginx on PostgreSQL and Redis, all on."""
    for switch in (whole_estate.database, whole_estate.redis, *whole_estate.hosts):
        switch.on()
    return whole_estate


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """The environment of a folder with the sample and an account on SQLite, to be copied."""
    return prepared(environment(tmp_path_factory.mktemp("filled"), PYTHONUNBUFFERED="1"))


@pytest.fixture
def on_sqlite(filled, tmp_path):
    """The environment of such a folder of one's own."""
    shutil.copytree(filled["DATA_DIR"], tmp_path / "data")
    return {**filled, "DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def alone(on_sqlite, tmp_path):
    """One host on SQLite without a proxy, as a Switch."""
    with switched(lambda port: host(on_sqlite, tmp_path, port)) as running:
        running.env = on_sqlite
        yield running
