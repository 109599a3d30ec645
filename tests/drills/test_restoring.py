"""A backup made while recruiters save becomes a site again, on both engines."""

import threading
import time

import psycopg
import pytest

from tests import servers
from tests.drills.estate import host, switched
from tests.drills.visitors import PUBLIC, Recruiter, ask
from tests.processes import python

TEAMS = "from careers.postings.models import Team; print(*Team.objects.values_list('slug', flat=True))"


@pytest.mark.whole
@pytest.mark.drill("restored from a backup made under writes, every table equal (SQLite)")
def test_backup_under_writes_is_restored_on_sqlite(alone, tmp_path, figure):
    figure(restored(alone.port, alone.env, tmp_path))


@pytest.mark.whole
@pytest.mark.drill("restored from a backup made under writes, every table equal (PostgreSQL)")
def test_backup_under_writes_is_restored_on_postgresql(estate, tmp_path, figure):
    url = estate.env["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored TEMPLATE template0")

    figure(restored(estate.port, estate.env, tmp_path, url.rpartition("/")[0] + "/restored"))


def restored(port, env, folder, url=""):
    """Back up, restore into new places and serve from there; return what was measured."""
    saved, backup = backed_up_under_writes(port, env)
    began = time.monotonic()
    target = {"DATA_DIR": str(folder / "restored"), **({"DATABASE_URL": url} if url else {})}
    done = run("restore", f"--into={target['DATA_DIR']}", *([f"--database={url}"] if url else []), env=env)
    seconds = time.monotonic() - began

    assert "every table compared" in done
    assert saved <= set(run("shell", "-v0", "-c", TEAMS, env={**env, **target}).split())
    run("collectstatic", "--no-input", "-v0", env={**env, **target})
    with switched(lambda port: host({**env, **target}, folder, port)) as site:
        assert {ask(site.port, path)[0].status for path in PUBLIC} == {200}
    return f"{backup}; restored in {seconds:.1f} s, {len(PUBLIC)} pages 200"


def backed_up_under_writes(port, env):
    """Return the teams that were saved before the backup began, and what it printed."""
    saved, end = [], threading.Event()
    writer = threading.Thread(target=write, args=[Recruiter(port), saved, end])
    writer.start()
    try:
        servers.wait_until(lambda: len(saved) >= 3)
        before = set(saved)
        printed = run("backup", env=env)
        during = len(saved) - len(before)
    finally:
        end.set()
        writer.join()
    assert during > 0
    return before, f"{during} saves during it, {printed.partition(': ')[2].partition(';')[0]}"


def write(recruiter, saved, end):
    for number in range(10_000):
        if end.is_set():
            return
        assert recruiter.add_team(f"Kept {number}") == 302
        saved.append(f"kept-{number}")


def run(*arguments, env):
    done = python("manage.py", *arguments, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout
