"""CPU by /proc, memory by smaps, answers checked whole: the numbers behind the table."""

import hashlib
from base64 import b64encode
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter


class Client:
    """One kept-alive connection, as a proxy has it."""

    def __init__(self, port):
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, path, headers):
        self.connection.request("GET", path, headers=headers)
        response = self.connection.getresponse()
        return response, response.read()


def cpu_of(pids):
    """Return the nanoseconds of CPU that all threads of these processes have used."""
    spent = 0
    for pid in pids:
        for task in Path(f"/proc/{pid}/task").iterdir():
            spent += int((task / "schedstat").read_text().split()[0])
    return spent


def children_of(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def pss_of(pids):
    """Return the megabytes these processes take, shared ones shared out."""
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def answer_of(site, scenario, path):
    """Return (path, headers, answer to hold others to, None for a 404), asked twice; stop where it is wrong."""
    client = Client(site.port)
    response, body = client.get(path, scenario.headers)
    headers = dict(scenario.headers)
    if scenario.conditional:
        headers["If-None-Match"] = response.headers["ETag"]
    response, body = client.get(path, headers)
    if response.status == 404:
        print(f"{scenario.name}: there is no {path} here")
        return path, headers, None
    expected = 304 if scenario.conditional else 200
    if response.status != expected or scenario.has not in body:
        raise SystemExit(f"{scenario.name}: {path} answered {response.status}, {len(body)} bytes")
    return path, headers, kept(response, body)


def kept(response, body):
    hop = {"server", "date", "connection", "transfer-encoding"}
    headers = [header for header in response.getheaders() if header[0].lower() not in hop]
    return {"status": f"{response.status} {response.reason}", "headers": headers, "body": b64encode(body).decode()}


def spent(site, asked, times):
    """Return (CPU microseconds, seconds) a request of [(path, headers, body), …]; stop where an answer is another."""
    client = Client(site.port)
    digests = [(path, headers, hashlib.sha256(body).digest()) for path, headers, body in asked]
    before, start = cpu_of(site.workers), perf_counter()
    for path, headers, digest in islice(cycle(digests), times):
        _, got = client.get(path, headers)
        if hashlib.sha256(got).digest() != digest:
            raise SystemExit(f"{path} changed while it was measured")
    seconds = (perf_counter() - start) / times
    return (cpu_of(site.workers) - before) / times / 1000, seconds


def middle(rounds):
    """Return the medians of [(ours, bare), …], each (CPU, seconds): CPU, bare CPU, and the two ratios."""
    return {
        "cpu_us": median(ours[0] for ours, _ in rounds),
        "bare_us": median(bare[0] for _, bare in rounds),
        "cpu_x_bare": median(ours[0] / bare[0] for ours, bare in rounds),
        "requests_x_bare": median(bare[1] / ours[1] for ours, bare in rounds),
    }
