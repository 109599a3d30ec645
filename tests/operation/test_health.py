"""What those who watch the site are told."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from careers.alerts.models import LinkRequest
from careers.operation import readiness
from careers.operation.models import Backup

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def old_site(db):
    MigrationRecorder(connection).migration_qs.update(applied=NOW - timedelta(days=90))


def make_backup(hours_ago):
    return Backup.objects.create(made_at=NOW - timedelta(hours=hours_ago), name=f"b{hours_ago}", rows=1, size=1)


def test_process_says_it_answers_without_a_database(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_site_is_ready(client):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json()["ready"] is True
    assert set(response.json()["checks"]) == {"database", "migrations", "disk", "backup", "digest"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_missing_migration_is_not_ready(client):
    MigrationRecorder(connection).record_unapplied("operation", "0001_backups")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["migrations"] == {"ok": False, "missing": 1}


@pytest.mark.django_db
def test_migration_of_a_newer_release_is_no_fault(client):
    MigrationRecorder(connection).record_applied("operation", "9999_of_tomorrow")

    assert client.get("/readyz").status_code == 200


def test_database_that_is_away_is_not_ready(client, monkeypatch):
    """pytest-django raises for every query of a test without a database; here it is the fault."""

    def away(*arguments):
        raise DatabaseError("connection to 10.0.0.7 as careers refused")

    monkeypatch.setattr(connection, "cursor", away)
    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["database"] == {"ok": False, "error": "DatabaseError"}
    assert b"10.0.0.7" not in response.content


@pytest.mark.django_db
def test_full_disk_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(readiness, "LEAST_FREE", 1 << 60)

    assert client.get("/readyz").json()["checks"]["disk"]["ok"] is False
    assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize(("hours_ago", "ok"), [(1, True), (25, True), (27, False)])
def test_old_backup_is_said(old_site, hours_ago, ok):
    make_backup(hours_ago + 100)
    make_backup(hours_ago)

    facts = readiness.readiness(on=NOW)

    assert facts["checks"]["backup"]["ok"] is ok
    assert facts["ready"] is True  # students must not lose the site to a missed backup


def test_site_that_never_made_a_backup_is_told_after_a_day(old_site):
    assert readiness.readiness(on=NOW)["checks"]["backup"] == {"ok": False, "made_at": None}


@pytest.mark.django_db
def test_new_site_has_a_day_for_its_first_backup():
    assert readiness.readiness(on=timezone.now())["checks"]["backup"]["ok"] is True


@pytest.mark.parametrize(("hours", "late"), [(1, 0), (3, 1)])
def test_mail_that_should_have_gone_is_said(db, hours, late):
    LinkRequest.objects.create(email="ada@example.org", try_after=NOW - timedelta(hours=hours))

    digest = readiness.readiness(on=NOW)["checks"]["digest"]

    assert digest == {"ok": not late, "late": late, "sent_at": None}


@pytest.mark.django_db
def test_nothing_secret_is_told(client, settings):
    text = json.dumps(client.get("/readyz").json())

    for secret in (settings.SECRET_KEY, str(settings.DATA_DIR), str(settings.DATABASES["default"]["NAME"])):
        assert secret not in text


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_looking_is_allowed(path):
    assert Client().post(path).status_code == 405
