"""Warnings for the operator: each appears when it should, and a sound site has none."""

from datetime import timedelta

import pytest
from django.core.checks import Tags, run_checks
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from careers.alerts.models import LinkRequest
from careers.operation.models import Backup
from tests.factories import make_organisation
from tests.processes import PRODUCTION, environment, python


def of_database():
    return {warning.id for warning in run_checks(tags=[Tags.database], databases=["default"])}


def of_settings():
    found = run_checks(tags=[Tags.security], include_deployment_checks=True)
    return {warning.id for warning in found if warning.id.startswith("operation.")}


@pytest.fixture
def sound(db):
    """A site with a postal address and a backup of today."""
    make_organisation(postal_address="1 Example Street, Sydney")
    Backup.objects.create(made_at=timezone.now(), name="today", rows=1, size=1)


@pytest.fixture
def public(settings):
    settings.IS_LOCAL, settings.IS_HTTPS, settings.TRUSTED_PROXIES = False, True, 1
    settings.EMAIL_HOST_PASSWORD, settings.EMAIL_USE_TLS = "word", True
    return settings


def test_sound_site_has_none(sound):
    assert of_database() == set()


def test_public_site_behind_its_proxy_has_none(public):
    assert of_settings() == set()


@pytest.mark.parametrize(
    ("name", "value", "warning"),
    [
        ("IS_LOCAL", True, "operation.W001"),
        ("IS_HTTPS", False, "operation.W002"),
        ("TRUSTED_PROXIES", 0, "operation.W003"),
        ("EMAIL_USE_TLS", False, "operation.W004"),
    ],
)
def test_setting_is_warned_of(public, name, value, warning):
    setattr(public, name, value)

    assert of_settings() == {warning}


def test_missing_postal_address_is_warned_of(sound):
    make_organisation(postal_address=" ")

    assert of_database() == {"operation.W005"}


def test_old_backup_is_warned_of(sound):
    Backup.objects.update(made_at=timezone.now() - timedelta(hours=27))

    assert of_database() == {"operation.W006"}


def test_missing_backup_is_warned_of_after_a_day(sound):
    Backup.objects.all().delete()
    assert of_database() == set()

    MigrationRecorder(connection).migration_qs.update(applied=timezone.now() - timedelta(hours=27))
    assert of_database() == {"operation.W006"}


def test_mail_that_does_not_go_is_warned_of(sound):
    LinkRequest.objects.create(email="ada@example.org", try_after=timezone.now() - timedelta(hours=3))

    assert of_database() == {"operation.W007"}


def test_database_without_tables_is_no_fault_of_the_operator(tmp_path):
    checked = python("manage.py", "check", "--database", "default", env=environment(tmp_path, **PRODUCTION))

    assert checked.returncode == 0
    assert "no issues" in checked.stdout
