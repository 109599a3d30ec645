"""Databases of every size, filled once and kept, and the servers in front of them."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace

from benchmarks.measuring import Client, children_of, cpu_of
from tests import servers

ROOT = Path(__file__).resolve().parent.parent
SHARED = ("organisation", "teams", "locations", "skills", "benefits", "boilerplate")


def environment(folder, **values):
    given = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**given, "DATA_DIR": str(folder), "WORKERS": "1", "PYTHONUNBUFFERED": "1", **values}


def prepare(folder, size, env):
    """Bring the database behind `env` up to date, and fill it with so many postings, once."""
    filled = folder / "filled"
    fill = [["loaddata", "--verbosity=0", *SHARED], ["make_postings", str(size), "--verbosity=0"]]
    commands = [["migrate", "--verbosity=0"], ["collectstatic", "--no-input", "--verbosity=0"]]
    for command in commands if filled.exists() else commands + fill:
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
    filled.touch()


@contextmanager
def serving(application, env, first="/about/"):
    """Run gunicorn until the block ends; `cold` is what it took to the first answer."""
    with servers.free_port() as port:
        command = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--max-requests", "0", application]
        env = {**env, "PORT": str(port)}
        log = open(Path(env["DATA_DIR"]) / "gunicorn.log", "a")  # noqa: SIM115 closed with the process
        start = perf_counter()
        with log, subprocess.Popen([sys.executable, *command], cwd=ROOT, env=env, stdout=log, stderr=log) as process:
            try:
                servers.wait_for(port, process)
                site = SimpleNamespace(port=port, pid=process.pid)
                # The listener is there before the workers are.
                Client(port).get(first, {})
                seconds = perf_counter() - start
                site.workers = children_of(process.pid)
                cpu = cpu_of([process.pid, *site.workers]) / 1e9
                site.cold = {"cold_start_s": seconds, "cold_start_cpu_s": cpu}
                yield site
            finally:
                process.terminate()


def reading(env):
    """Return the milliseconds of CPU that reading an advert takes, its program's start not counted."""
    adverts = sorted((ROOT / "tests/importer/adverts").glob("*.txt"))[:41]
    one, all_of_them = (read(some, env) for some in (adverts[:1], adverts))
    return (all_of_them - one) * 1000 / (len(adverts) - 1)


def read(adverts, env):
    before = os.times()
    command = [sys.executable, "manage.py", "parse_posting", *map(str, adverts)]
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


@contextmanager
def database(engine, folder):
    """Yield the variables that name the database of this engine and folder."""
    if engine == "sqlite":
        yield {}
        return
    data = folder / "postgresql"
    with servers.free_port() as port:
        programs = servers.postgres_bin()
        if not data.exists():
            data.mkdir(parents=True)
            if servers.AS_POSTGRES:
                shutil.chown(data, "postgres", "postgres")
            initdb = [programs / "initdb", "-D", data, "-U", "careers", "-A", "trust", "-E", "UTF8", "--locale=C"]
            subprocess.run(initdb, check=True, **servers.QUIET, **servers.AS_POSTGRES)
        flags = ["-c", f"port={port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        command = [programs / "postgres", "-D", data, *flags]
        with servers.running(command, port, signal.SIGINT, **servers.AS_POSTGRES):
            yield {"DATABASE_URL": f"postgres://careers@127.0.0.1:{port}/postgres"}
