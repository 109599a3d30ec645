"""Hosts and their workers die or are renewed while visitors ask, and no visitor sees it."""

import os
import signal
import time

import pytest

from tests import servers, sites
from tests.drills.table import amount
from tests.drills.visitors import Load, Recruiter, ask
from tests.processes import python

DRAFT = "from careers.postings.models import Posting as P; P.objects.filter(slug='{}').update(status='draft')"


def asked_again(log):
    """Return how many answers came from the second host or worker that was asked."""
    return sum("," in (line.get("host_status") or "") for line in sites.lines(log))


@pytest.mark.drill("a worker is killed under load: no GET fails")
def test_killed_worker_costs_no_get(estate, figure):
    kills = amount(2, 12)
    with Load(estate.port) as load:
        for number in range(kills):
            host = estate.hosts[number % 2]
            os.kill(host.workers()[0], signal.SIGKILL)
            load.wait(amount(40, 80))

    again = asked_again(estate.log)
    figure(f"{kills} kills, {len(load.answers)} GETs, {again} asked again, {len(load.failed())} failed")
    assert not load.failed()


@pytest.mark.drill("one of two hosts is killed and started again: no GET fails")
def test_killed_host_costs_no_get(estate, figure):
    rounds = amount(2, 4)
    with Load(estate.port) as load:
        for number in range(rounds):
            host = estate.hosts[number % 2]
            host.kill()
            load.wait(60)
            host.on()
            load.wait(60)

    figure(f"{rounds} kills, {len(load.answers)} GETs, {len(load.failed())} failed")
    assert not load.failed()


@pytest.mark.drill("hosts are reloaded under load: no GET fails")
def test_reload_costs_no_get(estate, figure):
    rounds = amount(1, 4)
    with Load(estate.port) as load:
        for _ in range(rounds):
            for host in estate.hosts:
                before = set(host.workers())
                os.kill(host.running.pid, signal.SIGHUP)
                servers.wait_until(lambda host=host, before=before: len(set(host.workers()) - before) == 2)
            load.wait(40)

    figure(f"{rounds * 2} reloads, {len(load.answers)} GETs, {len(load.failed())} failed")
    assert not load.failed()


@pytest.mark.drill("published on one host, read on the other")
def test_publication_on_one_host_is_read_on_the_other(estate, figure):
    here, there = (host.port for host in estate.hosts)
    _, _, text = ask(there, "/postings.json")
    slug = text.split("/postings/", 1)[1].split("/", 1)[0]
    number = python("manage.py", "shell", "-v0", "-c", DRAFT.format(slug), env=estate.env)
    assert number.returncode == 0, number.stderr
    servers.wait_until(lambda: listed(there, slug) == {False})

    publish(Recruiter(here), estate.env, slug)
    began = time.monotonic()
    servers.wait_until(lambda: listed(there, slug) == {True})
    late = time.monotonic() - began

    figure(f"after {late:.2f} s")
    assert late < 5


def listed(port, slug):
    """Return what several answers say, so that every worker of the host has been asked."""
    return {slug in ask(port, "/postings/")[2] for _ in range(8)}


def publish(recruiter, env, slug):
    find = f"from careers.postings.models import Posting as P; print(P.objects.get(slug='{slug}').pk)"
    pk = python("manage.py", "shell", "-v0", "-c", find, env=env).stdout.strip()
    assert recruiter.post(f"/admin/postings/posting/{pk}/publication/", note="") == 302
