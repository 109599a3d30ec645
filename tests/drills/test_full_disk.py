"""The disk is full: what reads goes on, what writes says so, and nobody starts anything by hand."""

import resource
import shutil
import subprocess
from contextlib import contextmanager, suppress

import pytest

from tests.drills.estate import host, rows, switched
from tests.drills.visitors import PUBLIC, Recruiter, ask


@pytest.mark.drill("no file may grow: reads go on, a save answers 503, then it recovers by itself")
def test_files_that_cannot_grow_refuse_writes_only(alone, figure):
    figure(survives(alone, lambda: no_growth(alone)))


@pytest.mark.whole
@pytest.mark.drill("the disk is full: reads go on, a save answers 503, then it recovers by itself")
def test_full_disk_refuses_writes_only(on_sqlite, tmp_path, figure):
    with small_disk(tmp_path / "small") as disk:
        shutil.copytree(on_sqlite["DATA_DIR"], disk / "data")
        env = {**on_sqlite, "DATA_DIR": str(disk / "data")}
        with switched(lambda port: host(env, tmp_path, port)) as alone:
            alone.env = env
            figure(survives(alone, lambda: filled_up(disk)))


def survives(alone, fault):
    recruiter = Recruiter(alone.port)
    assert recruiter.add_team("Before") == 302
    with fault():
        pages = [ask(alone.port, path)[0].status for path in PUBLIC]
        refused = [recruiter.add_team(f"Refused {number}", "x" * 19_000) for number in range(3)]
    after = recruiter.add_team("After")

    with rows(alone.env) as database:
        names = {name for (name,) in database.execute("SELECT name FROM postings_team")}
    figure = f"{pages.count(200)} of {len(pages)} pages 200; saves {refused}, afterwards {after}"
    assert (set(pages), set(refused), after) == ({200}, {503}, 302), figure
    assert {"Before", "After"} <= names
    assert not [name for name in names if name.startswith("Refused")]
    return figure


@contextmanager
def no_growth(alone):
    """Let no process of a host write past the first byte of a file."""
    pids = [alone.running.pid, *alone.workers()]
    limits = [resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids]
    for pid, (_, hard) in zip(pids, limits, strict=True):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        for pid, both in zip(pids, limits, strict=True):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, both)


@contextmanager
def small_disk(folder):
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small disk takes root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled_up(disk):
    """Fill it to the last byte."""
    filler = disk / "filler"
    with open(filler, "wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    assert shutil.disk_usage(disk).free == 0
    yield
    filler.unlink()
