"""`make recruiter` without a terminal."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

GIVEN = {"USERNAME": "rae", "EMAIL": "rae@example.org", "PASSWORD": "correct-horse-battery"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs the command with DJANGO_SUPERUSER_* set as told, and no terminal."""
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def command(**facts):
        for name in GIVEN:
            monkeypatch.delenv(f"DJANGO_SUPERUSER_{name}", raising=False)
        for name, value in facts.items():
            monkeypatch.setenv(f"DJANGO_SUPERUSER_{name}", value)
        call_command("create_recruiter", stdout=io.StringIO())

    return command


def test_first_account_is_superuser_with_both_roles(run):
    run(**GIVEN)

    user = User.objects.get()
    assert user.is_superuser
    assert user.is_staff
    assert set(user.groups.values_list("name", flat=True)) == {"recruiter", "publisher"}
    assert user.check_password(GIVEN["PASSWORD"])


def test_what_is_missing_is_named(run):
    with pytest.raises(CommandError, match="DJANGO_SUPERUSER_EMAIL, DJANGO_SUPERUSER_PASSWORD"):
        run(USERNAME="rae")


def test_existing_account_is_left_as_it_is(run):
    run(**GIVEN)

    with pytest.raises(CommandError, match="exists already"):
        run(**GIVEN | {"USERNAME": "RAE", "PASSWORD": "another-long-password"})

    assert User.objects.get().check_password(GIVEN["PASSWORD"])


def test_weak_password_is_refused(run):
    with pytest.raises(CommandError, match="too short"):
        run(**GIVEN | {"PASSWORD": "short"})

    assert not User.objects.exists()
