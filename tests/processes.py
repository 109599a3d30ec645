"""The site's own programs, started as an operator starts them: nothing inherited but the path."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from tests import servers

ROOT = Path(__file__).resolve().parent.parent
GUNICORN = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "careers.wsgi"]
KEY = "Vq9-plain-test-key-never-used-anywhere-0123456789-abcdefgh"
PRODUCTION = {
    "SITE_URL": "https://careers.example.org",
    "SECRET_KEY": KEY,
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "TRUSTED_PROXIES": "1",
}


def environment(data_dir, **values):
    """Return an environment of `values` alone, with what Python needs to start."""
    return {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "careers.settings",
        **values,
    }


def python(*arguments, env, timeout=300):
    """Run Python in the checkout to its end and return it, with what it said as text."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=timeout)


@contextmanager
def serving(command, env, folder):
    """Run a server on a free port in a process group of its own; yield its address, its process and its log."""
    log = folder / "log"
    with servers.free_port() as port, open(log, "w") as out:
        command = [part.format(port=port) for part in command]
        env = {**env, "PORT": str(port), "PYTHONUNBUFFERED": "1"}
        options = {"cwd": ROOT, "env": env, "stdout": out, "stderr": subprocess.STDOUT, "start_new_session": True}
        with subprocess.Popen([sys.executable, *command], **options) as process:
            try:
                servers.wait_for(port, process)
                yield SimpleNamespace(port=port, url=f"http://127.0.0.1:{port}", process=process, log=log)
            finally:
                stop(process)


def stop(process, by=signal.SIGINT):
    """Do what Ctrl-C does: signal the whole group."""
    if process.poll() is None:
        os.killpg(process.pid, by)
        process.wait(timeout=20)
