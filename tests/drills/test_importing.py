"""Imports are cut off, or meet: each advert becomes one whole draft or none."""

import random
import subprocess
import sys
import time

import pytest

from tests.drills.estate import rows
from tests.drills.table import amount
from tests.processes import ROOT, python

ADVERTS = sorted((ROOT / "tests/importer/adverts").glob("*.txt"))
# A process that is gone at the given step of saving a draft.
CUT_OFF = """
import os, signal
from careers.importer.drafting import importing, known, saving
saving.{step} = lambda *arguments: os.kill(os.getpid(), signal.SIGKILL)
importing.import_text(open({path!r}).read(), known.Known())
"""
DRAFTS = """
    SELECT source_hash,
        (SELECT count(*) FROM postings_qualification WHERE posting_id = posting.id),
        (SELECT count(*) FROM postings_responsibility WHERE posting_id = posting.id),
        (SELECT count(*) FROM reversion_version JOIN django_content_type AS type ON type.id = content_type_id
            WHERE model = 'posting' AND object_id = CAST(posting.id AS text))
    FROM postings_posting AS posting WHERE source_hash IS NOT NULL AND status = 'draft' ORDER BY source_hash
"""
IMPORT = [sys.executable, "manage.py", "import_postings"]


def drafts(env):
    with rows(env) as database:
        return database.execute(DRAFTS).fetchall()


@pytest.mark.drill("an import is cut off while it saves: nothing of it is there, the next run saves it")
def test_import_cut_off_leaves_nothing(on_sqlite, figure):
    path = str(ADVERTS[0])
    for step in ("_write_lists", "_write_revision")[: amount(1, 2)]:
        code = CUT_OFF.format(step=step, path=path)
        assert python("manage.py", "shell", "-v0", "-c", code, env=on_sqlite).returncode == -9
        assert drafts(on_sqlite) == []

    again = python("manage.py", "import_postings", path, env=on_sqlite)

    assert again.returncode == 0, again.stderr
    assert len(drafts(on_sqlite)) == 1
    figure("0 rows after the cut, 1 draft after the next run")


@pytest.mark.whole
@pytest.mark.drill("imports killed at random and run again: each advert once and whole")
def test_killed_imports_run_again_make_each_draft_once(on_sqlite, filled, tmp_path, figure):
    chance, paths = random.Random(20261126), ADVERTS[:12]  # noqa: S311 a drill, repeatable
    for _ in range(6):
        process = subprocess.Popen([*IMPORT, *paths], cwd=ROOT, env=on_sqlite, stdout=-3, stderr=-3)
        time.sleep(2 + 3 * chance.random())
        process.kill()
        process.wait()
    seen = drafts(on_sqlite)
    python("manage.py", "import_postings", *paths, env=on_sqlite)

    found = drafts(on_sqlite)
    figure(f"6 kills, {len(seen)} drafts before the last run, {len(found)} of {len(paths)} after it")
    assert len({row[0] for row in found}) == len(found)
    assert set(seen) <= set(found)
    assert all(versions for *_, versions in found)


@pytest.mark.drill("one text imported by several at once: one draft")
def test_imports_that_meet_make_one_draft(on_sqlite, figure):
    paths = ADVERTS[: amount(2, 8)]
    options = {"cwd": ROOT, "env": on_sqlite, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    running = [subprocess.Popen([*IMPORT, *paths], **options) for _ in range(3)]
    said = [process.communicate()[0] for process in running]

    found = drafts(on_sqlite)
    figure(f"3 imports of {len(paths)} adverts at once, {len(found)} drafts")
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert len(found) == len(paths)
    assert sum(text.count(": saved as draft") for text in said) == len(paths)
