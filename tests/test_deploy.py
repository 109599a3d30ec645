"""What deploy/ and the documents promise: commands that exist, and a restart that nobody notices."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection

import pytest
from django.core.management import get_commands

from tests import servers
from tests.processes import GUNICORN, PRODUCTION, ROOT, environment, python

TEXTS = [
    path
    for pattern in ("*.md", "docs/*.md", "deploy/*", "deploy/systemd/*")
    for path in sorted(ROOT.glob(pattern))
    if path.is_file()
]
COMMAND = re.compile(r"(?:manage\.py|(?:^    |&& |: `|`)site) ([a-z_]+)", re.MULTILINE)
# As systemd hands a socket over: file descriptor 3, and who it is for.
ACTIVATED = "exec 3<&{fd}; export LISTEN_FDS=1 LISTEN_PID=$$; exec {python} {gunicorn}"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_command_named_exists(path):
    assert set(COMMAND.findall(path.read_text())) <= get_commands().keys()


def test_every_threat_names_a_test_that_exists():
    rows = [line for line in (ROOT / "docs/threats.md").read_text().splitlines() if line.startswith("| ")][1:]
    named = {row: re.findall(r"`(tests/[\w/]+\.py)`", row) for row in rows if not row.startswith("|---")}

    assert all(named.values())
    assert [path for paths in named.values() for path in paths if not (ROOT / path).exists()] == []


def test_every_promise_names_tests_that_exist():
    rows = [line for line in (ROOT / "docs/promises.md").read_text().splitlines() if line.startswith("| ")]
    held = [re.findall("`(tests/[^`]+)::(test_[^`]+)`", row) for row in rows if not row.startswith("| promise")]
    missing = [name for tests in held for path, name in tests if f"def {name}(" not in (ROOT / path).read_text()]

    assert len(held) > 50
    assert all(held)
    assert not missing


def test_example_environment_starts_once_the_key_is_set(tmp_path):
    lines = (ROOT / "deploy/environment.example").read_text().splitlines()
    values = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    values |= {"SECRET_KEY": PRODUCTION["SECRET_KEY"], "DATA_DIR": str(tmp_path)}

    checked = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", env=environment(tmp_path, **values))

    assert checked.returncode == 0, checked.stderr


def test_units_are_sound(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is missing: apt install systemd")
    for unit in (ROOT / "deploy/systemd").iterdir():
        text = unit.read_text().replace("/srv/careers/.venv/bin/python", sys.executable)
        (tmp_path / unit.name).write_text(text)

    command = ["systemd-analyze", "verify", *map(str, tmp_path.glob("*"))]
    checked = subprocess.run(command, capture_output=True, text=True)

    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    env = environment(tmp_path_factory.mktemp("data"))
    assert python("manage.py", "prepare", env=env).returncode == 0
    return env


@pytest.mark.drill("the service is restarted behind its socket under load: no GET fails")
def test_restart_fails_no_request(prepared, tmp_path, figure):
    answers = []
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        log = stack.enter_context(open(tmp_path / "log", "w"))
        old = stack.enter_context(started(prepared, listener, log))
        with asking(listener.getsockname()[1], answers):
            servers.wait_until(lambda: len(answers) >= 20)
            old.send_signal(signal.SIGTERM)
            old.wait(timeout=35)
            stack.enter_context(started(prepared, listener, log))
            restarted = len(answers)
            servers.wait_until(lambda: len(answers) >= restarted + 20)

    figure(f"1 restart, {len(answers)} GETs, {len(answers) - answers.count(200)} failed")
    assert set(answers) == {200}


@contextmanager
def started(env, listener, log):
    fd = listener.fileno()
    shell = ACTIVATED.format(fd=fd, python=sys.executable, gunicorn=" ".join(GUNICORN))
    options = {"cwd": ROOT, "stdout": log, "stderr": log, "pass_fds": [fd], "start_new_session": True}
    with subprocess.Popen(["bash", "-c", shell], env=env, **options) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)


@contextmanager
def asking(port, answers):
    """Ask without a pause, one request after another, and add each status or error to `answers`."""
    stop = threading.Event()

    def ask():
        while not stop.is_set():
            answers.append(status(port))

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def status(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/postings/")
        response = connection.getresponse()
        response.read()
        return response.status
    except OSError as error:
        return repr(error)
    finally:
        connection.close()
