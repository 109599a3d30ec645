"""Many come at once, some of them to sit and wait: the others are served."""

import socket
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress

import pytest

from tests import servers
from tests.drills.table import amount
from tests.drills.visitors import PATHS, ask

SLOW = 50
HEAD = b"GET /postings/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\n"


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(HEAD, marks=pytest.mark.drill("50 send headers slowly through the proxy: others do not wait")),
        pytest.param(BODY, marks=pytest.mark.drill("50 send bodies slowly through the proxy: others do not wait")),
    ],
)
def test_slow_senders_hold_nobody_up(estate, figure, start):
    quiet = typical(estate.port)
    with slow_senders(estate.port, start):
        crowded = typical(estate.port, amount(20, 60))
    after = typical(estate.port)

    figure(f"p95 {quiet * 1000:.0f} ms alone, {crowded * 1000:.0f} ms among them, {after * 1000:.0f} ms afterwards")
    assert crowded < max(1, 20 * quiet)
    assert after < max(1, 20 * quiet)


@pytest.mark.whole
@pytest.mark.drill("50 send slowly to a host without the proxy: it answers again within 30 s of their going")
def test_bare_host_recovers_from_slow_senders(alone, figure):
    with slow_senders(alone.port, BODY):
        time.sleep(2)
    began = time.monotonic()
    servers.wait_until(lambda: ask(alone.port, "/postings/")[0].status == 200)
    seconds = time.monotonic() - began

    figure(f"after {seconds:.1f} s")
    assert seconds < 30


@pytest.mark.drill("200 visitors at once: no error")
def test_crowd_gets_its_pages(estate, figure):
    together = threading.Barrier(200)

    def visit(number):
        together.wait()
        paths = [path.format(number, number % 12 + 1) for path in PATHS[: amount(2, 5)]]
        return [ask(estate.port, path)[0] for path in paths]

    with ThreadPoolExecutor(200) as pool:
        answers = [answer for each in pool.map(visit, range(200)) for answer in each]
    failed = [answer for answer in answers if answer.status != 200]

    figure(f"{len(answers)} GETs, {len(failed)} failed, slowest {max(each.seconds for each in answers):.1f} s")
    assert not failed


def typical(port, times=20):
    """Return in how many seconds 19 of 20 pages came, each of which a host had to make."""
    answers = [ask(port, f"/eligibility/?weeks={number + 1}&graduation=2027-11")[0] for number in range(times)]
    assert {answer.status for answer in answers} == {200}
    return statistics.quantiles([answer.seconds for answer in answers], n=20)[-1]


@contextmanager
def slow_senders(port, start):
    """Keep 50 sockets open that have sent `start` and then send a byte now and then."""
    end = threading.Event()
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(SLOW)]
        thread = threading.Thread(target=dribble, args=[sockets, start, end])
        thread.start()
        try:
            yield
        finally:
            end.set()
            thread.join()


def dribble(sockets, start, end):
    pieces = start
    while True:
        for each in sockets:
            with suppress(OSError):  # cut off, as it should be in the end
                each.sendall(pieces)
        if end.wait(0.5):
            return
        pieces = b"x"
