"""Many have asked for mail, each for something else: one run of the sender reaches everybody, in time and space."""

import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager

import pytest

from tests import servers
from tests.processes import ROOT, python

SUBSCRIPTIONS, MINUTES, MEGABYTES = 10_000, 5, 200
# Each a search of its own, for which nothing is open; then one posting opens that fits them all.
FILL = """
from datetime import date
from itertools import islice, product
from django.http import QueryDict
from django.utils import timezone
from careers.alerts import consent
from careers.alerts.models import Subscriber, Subscription, Watch
from careers.alerts.wanted import read
from careers.postings.models import Organisation
from tests.factories import make_posting

on, consented = timezone.now(), consent.current()
Organisation.objects.update(postal_address="1 Harbour Street")
months = [f"{{year}}-{{month:02}}" for year in range(2027, 2031) for month in range(1, 13)]
said = product(months, range(10, 30), range(1, 6), ("", "citizen", "resident"))
queries = (f"location=sydney&intake=2030&graduation={{m}}&weeks={{w}}&days={{d}}&rights={{r}}" for m, w, d, r in said)
watches = [watch for query in islice(queries, {number}) for watch in read(QueryDict(query), on).watches()]
Watch.objects.update(looked_at=on)
people = (Subscriber(email=f"reader{{number}}@example.org", since=on) for number in range({number}))
people = Subscriber.objects.bulk_create(people, batch_size=500)
moments = {{"consented_at": on, "confirmed_at": on}}
rows = (Subscription(subscriber=one, watch=watch, consent=consented, **moments) for one, watch in zip(people, watches))
Subscription.objects.bulk_create(rows, batch_size=500)
make_posting(intake_year=2030)
"""
RUN = """
from django.core.management import call_command
call_command("send_alerts")
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@contextmanager
def sink(folder):
    """Run a mail server that takes everything; yield its port and the file that gets a line for each mail."""
    taken = folder / "taken"
    with servers.free_port() as port, open(taken, "w") as out:
        command = [sys.executable, "-m", "tests.drills.sink", str(port)]
        with subprocess.Popen(command, cwd=ROOT, stdout=out) as process:
            try:
                servers.wait_for(port, process)
                yield port, taken
            finally:
                process.terminate()


@pytest.mark.whole
@pytest.mark.drill(f"{SUBSCRIPTIONS:,} searches have news: one mail each, in {MINUTES} minutes and {MEGABYTES} MB")
def test_everybody_is_reached_in_time_and_space(on_sqlite, tmp_path, figure):
    code = FILL.format(number=SUBSCRIPTIONS)
    filled = python("manage.py", "shell", "-v0", "-c", code, env={**on_sqlite, "PYTHONPATH": str(ROOT)}, timeout=600)
    assert filled.returncode == 0, filled.stderr
    with sink(tmp_path) as (port, taken):
        began = time.monotonic()
        env = {**on_sqlite, "EMAIL_URL": f"smtp://127.0.0.1:{port}"}
        sent = python("manage.py", "shell", "-v0", "-c", RUN, env=env, timeout=1200)
        seconds = time.monotonic() - began
    assert sent.returncode == 0, sent.stderr
    megabytes = int(sent.stdout.split()[-1]) / 1024
    addresses = Counter(line.split()[0] for line in taken.read_text().splitlines())

    figure(f"{len(addresses):,} mails in {seconds:.0f} s, {megabytes:.0f} MB")
    assert set(addresses.values()) == {1}
    assert len(addresses) == SUBSCRIPTIONS
    assert seconds < 60 * MINUTES
    assert megabytes < MEGABYTES
