"""The command: each file saved or not by itself, told while it runs, safe to run again."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from careers.find.models import Stale
from careers.importer.drafting import reading_ahead
from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.importer.test_drafting import ADVERT

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path):
    """Return a function that writes texts to files and returns their paths."""

    def write(*texts):
        paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [str(path) for path in paths]

    return write


def run(paths, **options):
    """Return (exit code, stdout, stderr)."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_postings", *paths, stdout=out, stderr=err, **options)
    except CommandError as error:
        return error.returncode, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_files_become_drafts_with_progress(files):
    code, out, err = run(files(ADVERT, ADVERT.replace("Data", "Sales")))

    assert code == 0
    assert "1/2" in out
    assert "2/2" in out
    assert "2 drafts saved, 0 refused." in err
    assert [each.status for each in Posting.objects.all()] == [Status.DRAFT] * 2


def test_bad_file_leaves_the_others(files):
    code, out, _ = run(files(b"\x00\x01\x02binary" * 30, ADVERT, "", "Flour, eggs and milk.", "x" * 200_001))

    assert code == 1
    assert Posting.objects.get().title == "Data Analyst Intern"
    assert all(words in out for words in ("not a text file", "empty", "not read like an advert", "too large"))


def test_missing_file_is_named(files, tmp_path):
    code, out, _ = run([str(tmp_path / "nowhere.txt"), *files(ADVERT)])

    assert code == 1
    assert "nowhere.txt: not saved" in out
    assert Posting.objects.count() == 1


def test_second_run_changes_nothing_and_succeeds(files):
    paths = files(ADVERT)
    run(paths)

    code, out, err = run(paths)

    assert code == 0
    assert "imported before, as posting" in out
    assert "0 drafts saved" in err
    assert Posting.objects.count() == 1


def test_dry_run_says_all_and_writes_nothing(files):
    code, out, err = run(files(ADVERT), dry_run=True)

    assert code == 0
    assert "would be saved as “Data Analyst Intern”" in out
    assert "names Sydney as the place of work" in out
    assert "New skills: Python, R." in out
    assert "1 draft would be saved" in err
    assert not Posting.objects.exists()


def test_json_is_one_object_a_line(files):
    code, out, err = run(files(ADVERT, "soup"), json=True)

    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 1
    assert (first["saved"], first["posting"], first["title"]) == (True, Posting.objects.get().pk, "Data Analyst Intern")
    assert second["saved"] is False
    assert "not read like an advert" in second["refusal"]
    assert "1/2" in err


def test_many_files_are_read_in_another_process_and_keep_their_order(files, monkeypatch):
    monkeypatch.setattr(reading_ahead, "WORTH_A_PROCESS", 3)
    monkeypatch.setattr(reading_ahead, "MOST_AHEAD", 2)
    paths = files(ADVERT, "", ADVERT.replace("Data", "Sales"), ADVERT.replace("Data", "Risk"))

    code, out, _ = run(paths, json=True)

    seen = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [each["file"] for each in seen] == paths
    assert [each["title"] for each in seen] == [
        "Data Analyst Intern",
        None,
        "Sales Analyst Intern",
        "Risk Analyst Intern",
    ]


def test_search_documents_are_made_at_once(files):
    run(files(ADVERT))

    assert not Stale.objects.exists()


def test_statements_of_a_draft_do_not_grow_with_its_items(files, queries):
    short = files(ADVERT)
    run(short)
    many = "".join(f"- Draw chart {number}\n" for number in range(60))

    few = len(queries(lambda: run(files(ADVERT.replace("Data", "Sales")))))
    lots = len(queries(lambda: run(files(ADVERT.replace("Data", "Risk").replace("- Draw charts\n", many)))))

    assert lots == few
