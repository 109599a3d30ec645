"""The pages' ways out of a lost database and onto a larger one, their commands copied from the page and run."""

import re
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

from tests import servers
from tests.drills.estate import host, prepared, rows, switched
from tests.drills.visitors import PUBLIC, ask
from tests.processes import ROOT, environment, python

# What the pages' commands meet here instead of systemd, apt and root.
STAND_INS = """
set -e
site() {{ (cd {root} && DATA_DIR={place}/careers {python} manage.py "$@"); }}
systemctl() {{ echo "systemctl $*"; }}
apt() {{ echo "apt $*"; }}
install() {{ mkdir -m 0711 "${{@: -1}}"; }}
createdb() {{ PATH=$PATH:{bin} command createdb --host={at.hostname} --port={at.port} --username=careers "$@"; }}
D={place}/careers
"""
# The database server of the pages.
THEIRS = re.compile(r"postgres://careers:password@[\w.:]+")
MIGRATES = re.compile(r"^site migrate", re.MULTILINE)
RESTORES = re.compile(r"^site restore .*", re.MULTILINE)


@pytest.fixture(scope="module")
def server():
    """The address of a database server, without a database."""
    if not servers.postgres_bin():
        pytest.skip("PostgreSQL is missing: apt install postgresql")
    with servers.postgres() as url:
        yield url.rpartition("/")[0]


def commands(page, begin, end):
    """Return the commands between two texts of a page."""
    text = (ROOT / "docs" / page).read_text().split(begin)[1].split(end)[0]
    return "\n".join(line.strip() for line in text.splitlines() if line.startswith("    "))


def play(script, env, place, server="postgres://nowhere:1"):
    """Run what a page says, in `place` instead of /var/lib and on this database server; return what it printed."""
    given = {"root": ROOT, "place": place, "python": sys.executable, "bin": servers.postgres_bin()}
    script = THEIRS.sub(server, script.replace("/var/lib/", f"{place}/"))
    script = STAND_INS.format(at=urlsplit(server), **given) + script
    done = subprocess.run(["bash", "-c", script], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pages(env, place):
    with switched(lambda port: host(env, place, port)) as site:
        return [ask(site.port, path)[0].status for path in PUBLIC]


def in_figures(script, found):
    return f"{len(script.splitlines())} commands, {found.count(200)} of {len(found)} pages 200 afterwards"


@pytest.fixture
def lost(on_sqlite, tmp_path):
    """The environment of a site on SQLite that has a backup and not all of its tables."""
    (tmp_path / "data").rename(tmp_path / "careers")
    env = {**on_sqlite, "DATA_DIR": str(tmp_path / "careers")}
    assert python("manage.py", "backup", env=env).returncode == 0
    with rows(env) as database:
        database.execute("DROP TABLE postings_benefit")
    return env


@pytest.mark.whole
@pytest.mark.drill("the runbook's commands make a lost database a site again (SQLite)")
def test_lost_database_comes_back_by_the_runbook(lost, tmp_path, figure):
    script = commands("runbook.md", "## The database is lost or wrong", "On PostgreSQL")

    printed = play(script, lost, tmp_path)

    assert "every table compared" in printed
    found = pages(lost, tmp_path)
    figure(in_figures(script, found))
    assert set(found) == {200}
    assert (tmp_path / "careers-lost/careers.sqlite3").exists()
    assert list((tmp_path / "careers/backups").iterdir())


@pytest.mark.whole
@pytest.mark.drill("the runbook's commands make a lost database a site again (PostgreSQL)")
def test_lost_postgresql_comes_back_by_the_runbook(server, tmp_path, figure):
    (tmp_path / "careers").mkdir(mode=0o711)
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE lost")
    env = prepared(environment(tmp_path / "careers", DATABASE_URL=f"{server}/lost", PYTHONUNBUFFERED="1"))
    assert python("manage.py", "backup", env=env).returncode == 0
    with psycopg.connect(f"{server}/lost", autocommit=True) as connection:
        connection.execute("DROP TABLE postings_benefit CASCADE")
    script = commands("runbook.md", "## The database is lost or wrong", "On PostgreSQL")
    instead = commands("runbook.md", "On PostgreSQL", "`restore` overwrites nothing")
    restored = f"{server}/careers_restored"
    script = MIGRATES.sub(f"export DATABASE_URL={restored}\n\\g<0>", RESTORES.sub(instead, script))

    printed = play(script, env, tmp_path, server)

    assert "every table compared" in printed
    found = pages({**env, "DATABASE_URL": restored}, tmp_path)
    figure(in_figures(script, found))
    assert set(found) == {200}
    assert list((tmp_path / "careers/backups").iterdir())


@pytest.mark.whole
@pytest.mark.drill("the deploy page's commands move a site from SQLite to PostgreSQL")
def test_site_moves_to_postgresql_by_the_page(server, on_sqlite, tmp_path, figure):
    (tmp_path / "data").rename(tmp_path / "careers")
    env = {**on_sqlite, "DATA_DIR": str(tmp_path / "careers")}
    script = commands("deploy.md", "## PostgreSQL", "`move_data` makes")
    moved = {**env, "DATABASE_URL": f"{server}/careers"}

    play(script, env, tmp_path, server)

    found = pages(moved, tmp_path)
    figure(in_figures(script, found))
    assert set(found) == {200}
    assert numbers(moved) == numbers(env)
    assert not (tmp_path / "careers/read_only").exists()


def numbers(env):
    """Return what the site has of some kinds."""
    code = "from careers.postings.models import *; print(*(k.objects.count() for k in (Posting, Benefit, Team, Skill)))"
    done = python("manage.py", "shell", "-v0", "-c", code, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()
