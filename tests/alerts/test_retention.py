"""What is kept about people, and for how long."""

import json
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from careers.alerts.models import Digest, LinkRequest, Notice, SignUp, Subscriber, Subscription, Watch
from careers.alerts.retention import keep_no_longer
from careers.alerts.subscribing import ask, end
from careers.alerts.wanted import read_address
from tests.alerts.people import run, subscribe
from tests.factories import make_posting

pytestmark = pytest.mark.usefixtures("organisation")


def after(days):
    keep_no_longer(timezone.now() + timedelta(days=days))


def test_unconfirmed_address_is_erased_after_seven_days():
    on = timezone.now()
    ask("ada@example.org", read_address("", on), "weekly", on)
    LinkRequest.objects.create(email="ada@example.org", try_after=on)

    after(6.9)
    kept = SignUp.objects.count()
    after(7.1)

    assert (kept, SignUp.objects.count(), LinkRequest.objects.count()) == (1, 0, 0)


def test_address_is_erased_a_month_after_its_last_alert_ended():
    subscribe()
    end(Subscription.objects.all(), timezone.now())

    after(29)
    kept = Subscriber.objects.count()
    after(31)

    assert (kept, Subscriber.objects.count(), Watch.objects.count()) == (1, 0, 0)


def test_address_that_refuses_mail_is_erased_after_a_month():
    subscribe().subscriber.suppress(timezone.now())

    after(31)

    assert not Subscriber.objects.exists()


def test_alert_ends_by_itself_after_two_years():
    subscribe()

    after(731)

    assert not Subscription.objects.going().exists()


def test_reminder_ends_a_month_after_its_posting():
    posting = make_posting()
    subscribe(query=f"posting={posting.slug}")
    posting.close()

    after(31)

    assert not Subscription.objects.going().exists()


def test_ledger_and_notices_are_kept_for_three_months():
    subscribe()
    make_posting(intake_year=2027)
    run()

    after(89)
    kept = Digest.objects.count(), Notice.objects.count()
    after(92)

    assert kept == (1, 1)
    assert (Digest.objects.count(), Notice.objects.count()) == (0, 0)


def test_subscriber_is_exported_by_a_command():
    subscribe()
    said = StringIO()

    call_command("export_subscriber", "ADA@example.org", stdout=said)

    assert json.loads(said.getvalue())["alerts"][0]["about"] == "Sydney · intake 2027"


def test_subscriber_is_erased_by_a_command():
    subscribe()
    make_posting(intake_year=2027)
    run()

    call_command("erase_subscriber", "ada@example.org", stdout=StringIO())

    assert not Subscriber.objects.exists()
    assert not Digest.objects.exists()
    with pytest.raises(CommandError, match="Nothing is kept"):
        call_command("export_subscriber", "ada@example.org")


def test_store_of_limits_holds_no_address(client):
    shown = client.get("/alerts/").context["shown"]
    with time_machine.travel(timezone.now(), tick=False):
        client.post(
            "/alerts/sign-ups/", {"email": "ada@example.org", "frequency": "weekly", "query": "", "shown": shown}
        )

    assert SignUp.objects.filter(email="ada@example.org").exists()
    assert not [row for row in cached_rows() if "ada@" in row or "127.0.0.1" in row]


def cached_rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM shared_cache")
        return [key for (key,) in cursor.fetchall()]
