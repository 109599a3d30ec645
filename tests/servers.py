"""Throwaway PostgreSQL, Redis and nginx servers on free loopback ports, gone with the test run."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg

# PostgreSQL refuses to run as root.
AS_POSTGRES = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}


def postgres_bin():
    """Return the folder that holds initdb, or None; Debian keeps it off the PATH."""
    places = [path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)]
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else next(iter(places), None)


@contextmanager
def postgres():
    """Run a server without durability and yield its URL."""
    with cluster() as data, free_port() as port, postgres_on(data, port) as url:
        yield url


@contextmanager
def cluster():
    """Make what a server keeps its data in; yield the folder."""
    with folder() as data:
        if AS_POSTGRES:
            shutil.chown(data, "postgres", "postgres")
        initdb = [postgres_bin() / "initdb", "-D", data, "-U", "careers", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*initdb, "--locale=C"], check=True, **QUIET, **AS_POSTGRES)
        yield data


@contextmanager
def postgres_on(data, port):
    options = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
    flags = [text for name, value in options.items() for text in ("-c", f"{name}={value}")]
    with running([postgres_bin() / "postgres", "-D", data, *flags], port, signal.SIGINT, **AS_POSTGRES):
        url = f"postgres://careers@127.0.0.1:{port}/postgres"
        wait_until(lambda: takes_connections(url))
        yield url


@contextmanager
def redis():
    with free_port() as port, redis_on(port) as url:
        yield url


@contextmanager
def redis_on(port):
    with folder() as data:
        flags = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", data]
        with running(["redis-server", *flags], port, signal.SIGTERM):
            yield f"redis://127.0.0.1:{port}/0"


NGINX = """
daemon off;
worker_processes 2;
{user}
pid {folder}/pid;
error_log {folder}/start.log;
events {{ worker_connections 2048; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@contextmanager
def nginx(config, place, port):
    """Run nginx with `config` inside its http block, in the folder `place`; yield the process."""
    with running(["nginx", "-c", write_nginx(config, place)], port, signal.SIGTERM) as process:
        yield process


def write_nginx(config, place):
    """Write a whole configuration around `config` and return its path."""
    user = "user root;" if os.geteuid() == 0 else ""
    Path(place, "site.conf").write_text(config)
    whole = Path(place, "nginx.conf")
    whole.write_text(NGINX.format(folder=place, user=user))
    return whole


@contextmanager
def folder():
    path = tempfile.mkdtemp(prefix="careers-server-")
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    yield port


@contextmanager
def silent_port():
    """Yield a port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@contextmanager
def running(command, port, stop, **options):
    """Run `command` until the block ends; it is entered once the port answers."""
    with subprocess.Popen(command, **QUIET, **options) as process:
        try:
            wait_for(port, process)
            yield process
        finally:
            process.send_signal(stop)


def takes_connections(url):
    """Return whether PostgreSQL answers: its port is open while it still starts up."""
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def wait_until(true, seconds=60, pause=0.02):
    """Return once `true()` is; look again after each pause, and raise when time is up."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"It did not come true within {seconds} s.")
        time.sleep(pause)


def wait_for(port, process):
    """Return when the port answers; raise when the process ends first or time is up."""
    wait_until(lambda: answers(port) or process.poll() is not None)
    if process.poll() is not None:
        raise RuntimeError(f"{process.args[0]} did not start (exit code {process.poll()})")


def answers(port):
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0
