"""The whole site with a switch at each of its servers."""

import os
import signal
import sqlite3
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace

from tests import servers, sites
from tests.processes import environment, python

ACCOUNT = {
    "DJANGO_SUPERUSER_USERNAME": "rae",
    "DJANGO_SUPERUSER_EMAIL": "rae@example.org",
    "DJANGO_SUPERUSER_PASSWORD": "correct horse battery",
}


class Switch:
    """A server that is stopped and started again where it was; `start` is a context manager that runs it."""

    def __init__(self, start, port):
        self.start, self.port = start, port
        self.stack, self.running = ExitStack(), None

    def on(self):
        """Start it, if it does not run."""
        if self.running is None:
            self.running = self.stack.enter_context(self.start())

    def off(self):
        self.stack.close()
        self.running = None

    def kill(self):
        """End all processes of a host at once."""
        os.killpg(self.running.pid, signal.SIGKILL)
        self.off()

    def workers(self):
        with open(f"/proc/{self.running.pid}/task/{self.running.pid}/children") as file:
            return [int(pid) for pid in file.read().split()]


@contextmanager
def switched(make):
    """Yield a Switch on a free port, on; `make` takes the port and returns a context manager."""
    with servers.free_port() as port:
        switch = Switch(lambda: make(port), port)
    try:
        switch.on()
        yield switch
    finally:
        switch.off()


@contextmanager
def host(env, folder, port):
    """Run gunicorn; yield its first process."""
    with sites.background({**env, "PORT": str(port)}, folder / f"{port}.log") as process:
        servers.wait_for(port, process)
        yield process


def prepared(env):
    """Fill the database with the sample and one account, and return the environment."""
    for command in ("prepare", "create_recruiter"):
        done = python("manage.py", command, env={**env, **ACCOUNT})
        assert done.returncode == 0, done.stderr
    return env


@contextmanager
def estate(folder):
    """Run two hosts behind the shipped nginx on PostgreSQL and Redis; all but nginx are switches."""
    with ExitStack() as stack, servers.free_port() as port:
        data = stack.enter_context(servers.cluster())
        database = stack.enter_context(switched(lambda port: servers.postgres_on(data, port)))
        redis = stack.enter_context(switched(servers.redis_on))
        urls = {"DATABASE_URL": database.running, "REDIS_URL": redis.running}
        values = {"SITE_URL": f"http://127.0.0.1:{port}", "TRUSTED_PROXIES": "1", "PYTHONUNBUFFERED": "1"}
        env = prepared(environment(folder / "data", **values, **urls))
        hosts = [stack.enter_context(switched(lambda port: host(env, folder, port))) for _ in range(2)]
        proxy = stack.enter_context(sites.nginx(env, folder / "nginx", [f"127.0.0.1:{each.port}" for each in hosts]))
        yield SimpleNamespace(port=port, env=env, hosts=hosts, database=database, redis=redis, log=proxy.log)


@contextmanager
def rows(env):
    """Yield a connection of one's own to the SQLite file of this environment."""
    connection = sqlite3.connect(Path(env["DATA_DIR"], "careers.sqlite3"))
    try:
        yield connection
    finally:
        connection.close()
