"""The whole site as it is deployed: gunicorn hosts behind the shipped nginx configuration, on free loopback ports."""

import json
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace

from tests import servers
from tests.processes import GUNICORN, ROOT, environment, python, serving, stop

CERTIFICATE = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]


@contextmanager
def gunicorn(env, folder):
    """Run one host; yield its address, its process and its log."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(GUNICORN, env, folder) as host:
        yield host


@contextmanager
def nginx(env, folder, hosts, **options):
    """Run the shipped proxy before `hosts` ("127.0.0.1:8001"); yield its port, process and log.

    The environment's SITE_URL decides names and scheme; its port is the one nginx listens on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port = int(env["SITE_URL"].rpartition(":")[2])
    config = nginx_config(env, folder, hosts, port, **options)
    with servers.nginx(config, folder, port) as process:
        yield SimpleNamespace(port=port, url=env["SITE_URL"], process=process, log=folder / "access.log")


def nginx_config(env, folder, hosts, port, **options):
    """Return what `manage.py nginx_config` prints for these hosts, listening on loopback."""
    places = {"cache": folder / "cache", "access-log": folder / "access.log", "error-log": folder / "error.log"}
    options = {"http": f"127.0.0.1:{port}", **places, **options}
    arguments = [f"--{name}={value}" for name, value in options.items()] + [f"--host={host}" for host in hosts]
    printed = python("manage.py", "nginx_config", *arguments, env=env)
    assert printed.returncode == 0, printed.stderr
    return printed.stdout


@contextmanager
def site(folder, hosts=1, **values):
    """Run a prepared site with the sample, `hosts` of gunicorn behind nginx; yield .url .port .log .env .hosts."""
    with servers.free_port() as port, ExitStack() as stack:
        values = {"SITE_URL": f"http://127.0.0.1:{port}", "TRUSTED_PROXIES": "1", **values}
        env = environment(folder / "data", **values)
        prepared = python("manage.py", "prepare", env=env)
        assert prepared.returncode == 0, prepared.stderr
        running = [stack.enter_context(gunicorn(env, folder / f"host{number}")) for number in range(hosts)]
        addresses = [f"127.0.0.1:{host.port}" for host in running]
        proxy = stack.enter_context(nginx(env, folder / "nginx", addresses))
        yield SimpleNamespace(**vars(proxy), env=env, hosts=running, data=folder / "data")


@contextmanager
def background(env, log):
    """Run a host whose address is not a port of its own; yield its process at once."""
    with open(log, "w") as out:
        options = {"cwd": ROOT, "env": env, "stdout": out, "stderr": subprocess.STDOUT, "start_new_session": True}
        with subprocess.Popen([sys.executable, *GUNICORN], **options) as process:
            try:
                yield process
            finally:
                stop(process)


def lines(log):
    """Return the JSON lines of a log, those of other kinds left out."""
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


def certificate(folder, name="localhost"):
    """Make a certificate nobody trusts; return its path and that of its key."""
    paths = folder / "certificate.pem", folder / "key.pem"
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-days", "1"]
    subprocess.run([*CERTIFICATE, *names, "-out", paths[0], "-keyout", paths[1]], check=True, capture_output=True)
    return paths
