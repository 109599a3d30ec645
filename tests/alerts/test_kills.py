"""The sender as a process of its own, killed at random points and started twice at once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from careers.alerts import outbox, queues
from careers.alerts.models import Digest, State, Subscriber, Subscription
from tests import servers
from tests.alerts.people import SENT, states, subscribe
from tests.factories import make_location, make_organisation, make_posting
from tests.processes import KEY, ROOT, environment

PEOPLE = 80
KILLS = 20 if connection.vendor == "sqlite" else 6

pytestmark = pytest.mark.usefixtures("transactional_db")


@contextmanager
def senders(inbox):
    """Yield a function that starts a sender and returns its process number."""
    env = environment(settings.DATA_DIR, EMAIL_URL=f"smtp://127.0.0.1:{inbox.port}", SECRET_KEY=KEY, DATABASE_URL=url())
    command = [sys.executable, "-m", "tests.alerts.sender"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=env, **pipes) as process:
        assert process.stdout.readline() == "ready\n"

        def start():
            process.stdin.write("run\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        yield start
        process.stdin.close()


def url():
    """Return the address of the test database, as a setting of another process."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**values)


@pytest.fixture
def news(inbox):
    """Many people wait for one posting, and it opens."""
    make_organisation(postal_address="1 Harbour Street")
    make_location()
    first = subscribe("reader000@example.org")
    emails = (f"reader{number:03}@example.org" for number in range(1, PEOPLE))
    people = Subscriber.objects.bulk_create([Subscriber(email=email, since=timezone.now()) for email in emails])
    moments = {"consented_at": first.consented_at, "confirmed_at": first.confirmed_at}
    facts = {"watch": first.watch, "consent": first.consent, **moments}
    Subscription.objects.bulk_create([Subscription(subscriber=each, **facts) for each in people])
    make_posting(intake_year=2027)
    return inbox


def is_alive(pid):
    """Return whether it runs; one that has ended and was not waited for is a zombie."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def kill_after(pid, number, news, seconds):
    """Kill it so many seconds after it has sent so many mails."""
    goal = len(news.mails) + number
    servers.wait_until(lambda: len(news.mails) >= goal or not is_alive(pid), pause=0.002)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    servers.wait_until(lambda: not is_alive(pid))


@pytest.mark.drill("the sender of alerts is killed at random points: nobody gets a mail twice")
def test_sender_killed_at_random_points_sends_nothing_twice(news, figure):
    chance = random.Random(20261125)  # noqa: S311 a drill, repeatable
    with senders(news) as start:
        for _ in range(KILLS):
            kill_after(start(), chance.randint(0, 6), news, chance.random() / 100)
        last = start()
        servers.wait_until(lambda: not is_alive(last))
    lost = outbox.give_up_lost(queues.ALL, timezone.now() + timedelta(hours=1))

    twice = sum(number > 1 for number in Counter(news.addresses).values())
    figure(f"{KILLS} kills, {len(news.mails)} mails to {PEOPLE} people, {twice} of them twice, {lost} unknown")
    assert not twice
    assert lost <= KILLS
    assert states().count(SENT) == PEOPLE - lost
    assert len(news.mails) >= PEOPLE - lost


@pytest.mark.drill("two senders of alerts at once: nobody gets a mail twice")
def test_two_senders_at_once_share_the_work_and_send_nothing_twice(news, figure):
    news.in_step = 10
    with senders(news) as start:
        both = [start(), start()]
        servers.wait_until(lambda: not any(is_alive(pid) for pid in both))

    parts = sorted(news.by_sender.values())
    figure(
        f"{' and '.join(map(str, parts))} mails to {PEOPLE} people, {len(news.mails) - len(set(news.addresses))} twice"
    )
    assert (len(parts), sum(parts)) == (2, PEOPLE)
    assert min(parts) >= news.in_step
    assert sorted(news.addresses) == sorted(Subscriber.objects.values_list("email", flat=True))
    assert set(Digest.objects.values_list("state", flat=True)) == {State.SENT}
