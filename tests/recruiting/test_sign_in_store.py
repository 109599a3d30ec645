"""The store in which sign-ins are counted: asked before a password is hashed, and shut where it cannot answer."""

from statistics import median

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import DatabaseError, connection
from django.urls import reverse

from careers.recruiting.models import JournalEntry
from tests.pace import measured
from tests.recruiting.conftest import PASSWORD, make_user
from tests.recruiting.test_sign_in import errors, sign_in

pytestmark = pytest.mark.django_db
ARGON = ["django.contrib.auth.hashers.Argon2PasswordHasher"]


@pytest.fixture
def hashed(settings, monkeypatch):
    """Return the list that grows with every password that Argon2 works on."""
    settings.PASSWORD_HASHERS, done = ARGON, []
    encode = Argon2PasswordHasher.encode
    monkeypatch.setattr(Argon2PasswordHasher, "encode", lambda *given: done.append(1) or encode(*given))
    verify = Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *given: done.append(1) or verify(*given))
    return done


def test_throttled_attempt_costs_no_hash(client, hashed):
    make_user()
    for _ in range(5):
        sign_in(client, password="wrong")
    before = len(hashed)

    response = sign_in(client)

    assert "Too many failed login attempts" in errors(response)
    assert len(hashed) == before


def test_attempts_are_counted_in_the_database_that_all_processes_share(client):
    make_user()
    sign_in(client, password="wrong")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache")
        assert cursor.fetchone()[0] > 0


def test_store_that_is_down_shuts_the_door(client, hashed, monkeypatch):
    make_user()
    before = len(hashed)

    def fail(*args, **kwargs):
        raise DatabaseError("the store is down")

    for verb in ("get", "add", "set"):
        monkeypatch.setattr(f"django.core.cache.backends.db.DatabaseCache.{verb}", fail)
    client.raise_request_exception = False
    response = sign_in(client, password=PASSWORD)

    assert response.status_code >= 500
    assert len(hashed) == before
    assert "_auth_user_id" not in client.session


def test_known_and_unknown_names_take_as_long(client, settings):
    settings.PASSWORD_HASHERS, settings.ACCOUNT_RATE_LIMITS = ARGON, False
    make_user()
    sign_in(client, "warm", "wrong")
    rounds = range(5)

    times = [
        (
            measured(lambda n=n: sign_in(client, "rae", f"wrong{n}")),
            measured(lambda n=n: sign_in(client, f"s{n}", "no")),
        )
        for n in rounds
    ]

    known, unknown = (median(each) for each in zip(*times, strict=True))
    assert 0.5 < known / unknown < 2


def test_journal_keeps_sign_ins_and_refusals_without_what_was_typed(client):
    make_user()
    sign_in(client, password="wrong")
    sign_in(client, "my-secret-password", "wrong")
    sign_in(client)
    client.post(reverse("account_logout"))

    kept = list(JournalEntry.objects.order_by("pk").values_list("what", "by_name", "about"))
    nobody = ("refused", "", "a name that nobody has")
    assert kept == [("refused", "", "rae"), nobody, ("signed_in", "rae", ""), ("signed_out", "rae", "")]
