"""Mail that the server refuses, puts off or loses: everyone gets it once, or is known not to."""

import io
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from careers.alerts import emails
from careers.alerts.models import Digest, Subscriber, Tally
from tests.alerts.people import FAILED, SENT, UNKNOWN, WAITING, run, states, subscribe
from tests.factories import make_posting

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def readers(inbox):
    """Return the addresses of four people with news to get."""
    addresses = [f"reader{number}@example.org" for number in range(4)]
    for address in addresses:
        subscribe(address)
    make_posting(intake_year=2027)
    return addresses


def times(number, refusal):
    """Return an answer that refuses so many times."""
    left = [refusal] * number
    return lambda stage, address: left.pop() if left else None


@pytest.mark.parametrize("refusal", ["451 try later", "452 full", "421 going down"])
def test_everyone_gets_it_once_though_the_server_puts_some_off(inbox, readers, refusal):
    inbox.answer = times(3, refusal)

    run()

    assert sorted(inbox.addresses) == readers
    assert states() == [SENT] * 4


@pytest.mark.drill("the mail server refuses for a while: everybody gets it once")
def test_server_that_refuses_for_a_while_is_tried_again_by_the_next_runs(inbox, readers, figure):
    inbox.answer = lambda stage, address: "451 not now"
    run()
    inbox.answer = times(2, "450 busy")
    run()
    run()

    figure(f"{len(inbox.mails)} mails to {len(readers)} people after two reruns")
    assert sorted(inbox.addresses) == readers


def test_server_that_is_not_there_costs_nothing_but_time(inbox, readers, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    with pytest.raises(CommandError, match="takes no mail"):
        run()
    assert states() == [WAITING] * 4

    settings.EMAIL_PORT = port
    run()

    assert sorted(inbox.addresses) == readers


def test_later_attempts_wait_longer(inbox, readers):
    inbox.answer = lambda stage, address: "451 not now"
    for _ in range(3):
        run()
    inbox.answer = lambda stage, address: None

    run()
    before = len(inbox.mails)
    run(later=timedelta(hours=2))

    assert (before, len(inbox.mails)) == (0, 4)


@pytest.mark.parametrize("refusing", ["RCPT", "DATA"])
def test_address_that_takes_no_mail_is_not_tried_again(inbox, readers, refusing):
    inbox.answer = lambda stage, address: "550 no such user" if stage == refusing and "reader1" in address else None
    run()
    make_posting(intake_year=2027)
    inbox.answer = lambda stage, address: None
    run(later=timedelta(days=8))

    assert "reader1@example.org" not in inbox.addresses
    assert states() == [FAILED] + [SENT] * 6
    assert Subscriber.objects.get(suppressed_at__isnull=False).email == "reader1@example.org"


def test_refused_content_says_nothing_about_the_address(inbox, readers):
    inbox.answer = lambda stage, address: "554 5.7.1 looks like spam" if stage == "DATA" else None

    run()

    assert states() == [FAILED] * 4
    assert not Subscriber.objects.exclude(suppressed_at=None).exists()


def test_lost_answer_is_unknown_and_not_sent_again(inbox, readers, monkeypatch):
    def lose(smtp, payload):
        smtp.sock.close()
        raise TimeoutError

    monkeypatch.setattr("smtplib.SMTP.data", lose)
    run()
    monkeypatch.undo()
    run(later=timedelta(days=1))

    assert states() == [UNKNOWN] * 4
    assert Tally.objects.get(what="unknown").number == 4


def test_news_that_did_not_arrive_stays_news(inbox, readers):
    inbox.answer = lambda stage, address: "451 not now"
    run()

    assert Digest.objects.first().before == {}
    assert Digest.objects.first().subscriber.subscriptions.with_news().exists()


def test_no_address_is_in_what_a_run_says(inbox, readers, capfd, caplog):
    inbox.answer = times(2, "550 no such user <reader0@example.org>")

    said = run()

    assert "@" not in said + capfd.readouterr().err + caplog.text


def test_dry_run_writes_and_sends_nothing(inbox, readers):
    said = run(dry_run=True)

    assert "digest: 4" in said
    assert inbox.mails == []
    assert states() == []


def test_alerts_are_off_without_a_postal_address(inbox, readers, organisation):
    type(organisation).objects.update(postal_address="")

    assert "no postal address" in run()
    assert inbox.mails == []


def test_rate_is_held(inbox, readers, monkeypatch):
    pauses = []
    monkeypatch.setattr("careers.alerts.outbox.time.sleep", pauses.append)

    call_command("send_alerts", per_second=2, stdout=io.StringIO())

    assert sum(pauses) > 1


def test_mail_costs_few_queries_however_many_wait(queries):
    def sending(numbers):
        for each in numbers:
            subscribe(f"reader{each}@example.org", query=f"location=sydney&graduation=2027-11&weeks={each + 10}")
        make_posting(intake_year=2027)
        return len(queries(run))

    few, many = sending(range(2)), sending(range(2, 12))

    assert (many - few) / 10 < 25


def test_next_mail_is_found_without_sorting_what_waits():
    if connection.vendor == "sqlite":
        assert "TEMP B-TREE" not in Digest.objects.in_turn(timezone.now(), timezone.now())[:1].explain()


def test_few_texts_are_kept_however_many_differ(monkeypatch):
    monkeypatch.setattr(emails, "MOST_BODIES", 3)
    for each in range(8):
        subscribe(f"reader{each}@example.org", query=f"location=sydney&graduation=2027-11&weeks={each + 10}")
    make_posting(intake_year=2027)

    run()

    assert len(mail.outbox) == 8
    assert 0 < len(emails.bodies()) <= 3
