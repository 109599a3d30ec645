"""PostgreSQL is restarted, Redis is gone: pages go on, and nobody starts anything by hand."""

import time

import pytest

from tests import servers
from tests.drills.table import amount
from tests.drills.visitors import PUBLIC, Load, ask


@pytest.mark.drill("PostgreSQL is restarted under load: errors only while it is down, nothing started by hand")
def test_restarted_postgresql_leaves_no_error_behind(estate, figure):
    before = [host.running.pid for host in estate.hosts]
    with Load(estate.port) as load:
        estate.database.off()
        time.sleep(amount(3, 12))
        servers.wait_until(load.failed)
        estate.database.on()
        back = time.monotonic()
        time.sleep(5)
        load.wait(60)

    late = max((answer.began - back for answer in load.failed(back)), default=0)
    figure(
        f"{len(load.failed())} of {len(load.answers)} GETs failed, the last one asked {late:.1f} s after it was back"
    )
    assert [host.running.pid for host in estate.hosts] == before
    assert late < 5


@pytest.mark.drill("Redis goes away: every public page answers, sign-in stays throttled")
def test_site_goes_on_without_redis(estate, figure):
    estate.redis.off()

    figure(without_redis(estate.hosts[0].port))


@pytest.mark.whole
@pytest.mark.drill("Redis was never there: every public page answers, sign-in stays throttled")
def test_host_starts_without_redis(estate, figure):
    estate.redis.off()
    estate.hosts[1].off()
    estate.hosts[1].on()

    figure(without_redis(estate.hosts[1].port))


def without_redis(port):
    pages = {path: ask(port, path)[0].status for path in PUBLIC}
    assert set(pages.values()) == {200}, pages
    throttled = attempts_until_throttled(port)
    return f"{len(pages)} pages 200, throttled at attempt {throttled}"


def attempts_until_throttled(port):
    """Return how often a name could be tried, from an address of its own, before the site said: too often."""
    visitor = {"X-Forwarded-For": f"192.0.2.{port % 250}", "Content-Type": "application/x-www-form-urlencoded"}
    for number in range(1, 12):
        token = ask(port, "/accounts/login/")[1]["Set-Cookie"].split("csrftoken=")[1].split(";")[0]
        body = f"csrfmiddlewaretoken={token}&login=nobody{port}&password=guess{number}"
        answer, _, text = ask(port, "/accounts/login/", "POST", body, Cookie=f"csrftoken={token}", **visitor)
        if answer.status == 429 or "Too many" in text:
            return number
        assert answer.status == 200
    raise AssertionError("Never throttled.")
