"""Who asks during a drill: visitors who never pause, and a recruiter who is signed in."""

import itertools
import threading
import time
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

from tests import servers
from tests.drills.estate import ACCOUNT

# Pages that differ in what keeps them: nginx for a second, a host for an edition, nobody.
PATHS = (
    "/",
    "/postings/?visit={0}",
    "/eligibility/?graduation=2027-{1:02}&weeks={0}",
    "/postings.json?visit={0}",
    "/teams/?visit={0}",
)
PUBLIC = (
    "/", "/postings/", "/postings/?q=data", "/eligibility/?graduation=2027-11", "/teams/", "/benefits/", "/about/",
    "/privacy/", "/glossary/", "/developers/", "/shortlist/", "/postings.json", "/postings.atom", "/postings.ics",
    "/sitemap.xml", "/robots.txt",
)  # fmt: skip
# In seconds: what every visitor is given to look around, so that a drill is no benchmark.
PAUSE = 0.01


class Answer(NamedTuple):
    began: float
    seconds: float
    status: int | str
    path: str


def ask(port, path, method="GET", body=None, **headers):
    """Return the Answer with its text and headers; a connection that fails has the error as its status."""
    began = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        status, headers, text = response.status, response.headers, response.read().decode("utf-8", "replace")
    except (OSError, HTTPException) as error:
        status, headers, text = repr(error), {}, ""
    finally:
        connection.close()
    return Answer(began, time.monotonic() - began, status, path), headers, text


class Load:
    """Some visitors who ask one page after the other until the block ends; .answers holds what they got."""

    def __init__(self, port, visitors=4):
        self.port, self.answers = port, []
        self.end = threading.Event()
        self.numbers = itertools.count()
        self.threads = [threading.Thread(target=self.visit) for _ in range(visitors)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        self.wait(10)
        return self

    def __exit__(self, *error):
        self.end.set()
        for thread in self.threads:
            thread.join()

    def visit(self):
        while not self.end.wait(PAUSE):
            number = next(self.numbers)
            path = PATHS[number % len(PATHS)].format(number, number % 12 + 1)
            self.answers.append(ask(self.port, path)[0])

    def wait(self, more, seconds=120):
        """Return when there are so many more answers."""
        goal = len(self.answers) + more
        servers.wait_until(lambda: len(self.answers) >= goal, seconds)

    def failed(self, since=float("-inf")):
        """Return the answers that are no page, of those asked for after the moment `since`."""
        return [answer for answer in list(self.answers) if answer.status != 200 and answer.began >= since]


class Recruiter:
    """A browser signed in at one host or at the proxy."""

    def __init__(self, port):
        self.port, self.cookies = port, {}
        self.get("/accounts/login/")
        account = {"login": ACCOUNT["DJANGO_SUPERUSER_USERNAME"], "password": ACCOUNT["DJANGO_SUPERUSER_PASSWORD"]}
        assert self.post("/accounts/login/", **account) == 302

    def get(self, path):
        return self.ask(path, "GET")

    def post(self, path, **fields):
        """Return the status of the answer; 302 is what the desk says to what it has saved."""
        return self.ask(path, "POST", urlencode({"csrfmiddlewaretoken": self.cookies["csrftoken"], **fields}))

    def ask(self, path, method, body=None):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        answer, headers, _ = ask(self.port, path, method, body, Cookie=cookie, **kind)
        for line in headers.get_all("Set-Cookie", []) if headers else []:
            self.cookies.update({name: each.value for name, each in SimpleCookie(line).items()})
        return answer.status

    def add_team(self, name, introduction=""):
        slug = name.lower().replace(" ", "-")
        return self.post("/admin/postings/team/add/", name=name, slug=slug, introduction=introduction)
