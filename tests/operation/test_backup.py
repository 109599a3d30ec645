"""Backup, verification and restoration, on the engine in use."""

import json
import os
import shutil
import sqlite3
import threading
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from careers.operation import backups
from careers.operation.models import Backup
from careers.postings.models import Team
from tests.factories import make_posting, make_team

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """The folder the site writes to."""
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is missing: apt install postgresql-client")
    settings.DATA_DIR = tmp_path / "data"
    (settings.DATA_DIR / "media").mkdir(parents=True)
    return settings.DATA_DIR


def all_backups(data):
    return sorted((data / "backups").iterdir())


@pytest.fixture
def backup(data):
    """A backup of a posting and an uploaded file."""
    make_posting(title="Kept")
    (data / "media" / "plan.pdf").write_bytes(b"%PDF-1.7")
    call_command("backup")
    return all_backups(data)[-1]


def test_backup_is_good(backup, capsys):
    call_command("verify_backup")

    assert "is good" in capsys.readouterr().out


def test_manifest_counts_the_rows_of_every_table(backup):
    tables = json.loads((backup / "manifest.json").read_text())["tables"]

    assert tables["postings_posting"]["rows"] == 1
    assert {"auth_user", "reversion_version", "find_document", "django_migrations"} <= tables.keys()


def test_backup_is_its_owners_alone(backup):
    files = [path for path in backup.iterdir() if path.suffix in {".sqlite3", ".dump"}]

    assert backup.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)


def test_last_good_one_is_noted_and_its_verification_too(backup):
    assert Backup.objects.last_good().name == backup.name
    assert Backup.objects.last_good().verified_at is None

    call_command("verify_backup", backup.name)

    assert timezone.now() - Backup.objects.last_good().verified_at < timedelta(minutes=5)


@pytest.mark.parametrize("pattern", ["media/*", "careers.*"])
def test_changed_file_is_found(backup, pattern):
    (path,) = backup.glob(pattern)
    with open(path, "r+b") as file:
        file.seek(5)
        file.write(b"\xff")

    with pytest.raises(CommandError, match=f"{path.name}: changed or missing"):
        call_command("verify_backup")


def test_table_that_lacks_a_row_is_found(backup):
    manifest = json.loads((backup / "manifest.json").read_text())
    manifest["tables"]["postings_posting"]["rows"] = 2
    (backup / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(CommandError, match="postings_posting: 2 rows here, 1 there"):
        call_command("verify_backup")


def test_changed_value_is_found(backup):
    before = backups.read(backup)["tables"]
    Team.objects.update(name="Renamed")

    again, _ = backups.make(backup.parent)

    found = {text.split(":")[0] for text in backups.differences(before, backups.read(again)["tables"])}
    assert {"postings_team", "postings_edition"} <= found
    assert "postings_location" not in found


def test_only_so_many_are_kept(data):
    for _ in range(4):
        call_command("backup", keep=2)

    assert len(all_backups(data)) == 2
    assert set(Backup.objects.values_list("name", flat=True)) == {path.name for path in all_backups(data)}


def test_backup_that_failed_leaves_nothing(data, monkeypatch):
    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(CommandError, match="No space left"):
        call_command("backup")

    assert all_backups(data) == []
    assert not Backup.objects.exists()


def test_output_holds_nothing_personal(backup, capsys, admin_user):
    call_command("backup")
    call_command("verify_backup")

    text = capsys.readouterr().out + (all_backups(backup.parent.parent)[-1] / "manifest.json").read_text()
    assert admin_user.email not in text
    assert admin_user.username + '"' not in text


def test_no_backup_yet_is_said():
    with pytest.raises(CommandError, match="There is no backup"):
        call_command("verify_backup")


@pytest.mark.sqlite
def test_restored_into_a_new_folder_all_is_there(backup, tmp_path):
    make_team("Made later")

    call_command("restore", into=tmp_path / "new")

    assert (tmp_path / "new" / "media" / "plan.pdf").read_bytes() == b"%PDF-1.7"
    restored = sqlite3.connect(tmp_path / "new" / "careers.sqlite3")
    assert restored.execute("SELECT title FROM postings_posting").fetchall() == [("Kept",)]
    assert ("Made later",) not in restored.execute("SELECT name FROM postings_team").fetchall()
    restored.close()


@pytest.mark.sqlite
def test_restoring_over_a_live_site_is_refused(backup, data):
    before = Team.objects.count()

    with pytest.raises(CommandError, match="is not empty"):
        call_command("restore", into=data)

    assert Team.objects.count() == before


@pytest.mark.sqlite
def test_broken_backup_is_not_restored(backup, tmp_path):
    os.truncate(backup / "careers.sqlite3", 5_000)

    with pytest.raises(CommandError, match="not whole"):
        call_command("restore", into=tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_backup_made_while_others_write_is_of_one_moment(data):
    done = threading.Event()
    threading.Thread(target=writing, args=[done]).start()
    try:
        for _ in range(3):
            call_command("backup")
            call_command("verify_backup")
    finally:
        done.set()


def writing(done):
    for number in range(1_000):
        if done.wait(0.005):
            break
        make_team(f"Team {number}")
    connection.close()


@pytest.mark.postgresql
def test_restored_into_an_empty_database_all_is_there(backup, tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE careers_restored TEMPLATE template0")
    try:
        url = os.environ["TEST_DATABASE_URL"].rpartition("/")[0]
        call_command("restore", into=tmp_path / "new", database=f"{url}/careers_restored")
        with pytest.raises(CommandError, match="holds tables already"):
            call_command("restore", into=tmp_path / "again", database=f"{url}/careers_restored")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP DATABASE careers_restored WITH (FORCE)")

    assert (tmp_path / "new" / "media" / "plan.pdf").exists()
