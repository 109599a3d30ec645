"""An older release and this one serve one database, as they do while a deploy goes through the hosts."""

import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests import servers, sites
from tests.drills.estate import ACCOUNT, switched
from tests.drills.visitors import PUBLIC, Load, Recruiter, ask
from tests.processes import GUNICORN, ROOT, environment, stop

# The newest commit that brought a migration; what stood before it is the release that a deploy would replace.
NEWEST = ["git", "log", "--first-parent", "--diff-filter=A", "-1", "--format=%H", "--", "careers/*/migrations/0*.py"]


@pytest.fixture
def older(tmp_path):
    """The files of the release before the newest migration."""
    newest = subprocess.run(NEWEST, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    packed = subprocess.run(["git", "archive", f"{newest}^"], cwd=ROOT, capture_output=True)
    if not newest or packed.returncode:
        pytest.skip("this checkout has no history to take an older release from")
    folder = tmp_path / "older"
    folder.mkdir()
    subprocess.run(["tar", "-x"], cwd=folder, input=packed.stdout, check=True)
    return folder


def manage(release, *arguments, env):
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=release, env={**env, **ACCOUNT}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@contextmanager
def host(release, env, folder, port):
    options = {"cwd": release, "env": {**env, "PORT": str(port)}, "start_new_session": True}
    with open(folder / f"{port}.log", "w") as log:
        command = [sys.executable, *GUNICORN]
        with subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, **options) as process:
            try:
                servers.wait_for(port, process)
                yield process
            finally:
                stop(process)


@pytest.mark.whole
@pytest.mark.drill("an older release and this one side by side on one database: no GET and no save fails")
def test_releases_share_a_database(older, tmp_path, figure, whole_estate):
    """`whole_estate` is there for its skips: it needs the same servers."""
    with servers.postgres() as url, servers.free_port() as port:
        values = {"SITE_URL": f"http://127.0.0.1:{port}", "TRUSTED_PROXIES": "1", "DATABASE_URL": url}
        env = environment(tmp_path / "data", **values, PYTHONUNBUFFERED="1")
        for command in ("prepare", "create_recruiter"):
            manage(older, command, env=env)
        with switched(lambda port: host(older, env, tmp_path, port)) as old:
            figure(deployed(old, env, tmp_path, port))


def deployed(old, env, folder, port):
    """Migrate, add a host of this release, take the old one away, all under load; return what was measured."""
    before = Recruiter(old.port)
    with switched(lambda port: host(ROOT, env, folder, port)) as new:
        new.off()
        hosts = [f"127.0.0.1:{each.port}" for each in (old, new)]
        with sites.nginx(env, folder / "nginx", hosts), Load(port) as load:
            manage(ROOT, "migrate", "--verbosity=0", env=env)
            manage(ROOT, "collectstatic", "--no-input", "--verbosity=0", env=env)
            new.on()
            after = Recruiter(new.port)
            saves = [each.add_team(f"Team {number} {each.port}") for number in range(4) for each in (before, after)]
            pages = [ask(each.port, path)[0].status for each in (old, new) for path in PUBLIC]
            load.wait(40)
            old.off()
            load.wait(40)
    failed = [*load.failed(), *(status for status in saves if status != 302), *(page for page in pages if page != 200)]
    assert not failed
    return f"{len(load.answers)} GETs, {len(saves)} saves, {len(pages)} pages of both, {len(failed)} failed"
