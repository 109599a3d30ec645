"""The runbook's way out of a lost database, its commands copied from the page and run."""

import subprocess
import sys

import pytest

from tests.drills.estate import host, rows, switched
from tests.drills.visitors import PUBLIC, ask
from tests.processes import ROOT, python

# What the page's commands meet here instead of systemd and root.
STAND_INS = """
set -e
site() {{ (cd {root} && DATA_DIR={place}/careers {python} manage.py "$@"); }}
systemctl() {{ echo "systemctl $*"; }}
install() {{ mkdir -m 0711 "${{@: -1}}"; }}
D={place}/careers
"""


def commands():
    text = (ROOT / "docs/runbook.md").read_text().split("## The database is lost or wrong")[1].split("On PostgreSQL")[0]
    return "\n".join(line.strip() for line in text.splitlines() if line.startswith("    "))


@pytest.mark.whole
@pytest.mark.drill("the runbook's commands make a lost database a site again")
def test_lost_database_comes_back_by_the_runbook(on_sqlite, tmp_path, figure):
    (tmp_path / "data").rename(tmp_path / "careers")
    env = {**on_sqlite, "DATA_DIR": str(tmp_path / "careers")}
    assert python("manage.py", "backup", env=env).returncode == 0
    with rows(env) as database:
        database.execute("DROP TABLE postings_benefit")
    script = STAND_INS.format(root=ROOT, place=tmp_path, python=sys.executable)
    script += commands().replace("/var/lib/", f"{tmp_path}/")

    done = subprocess.run(["bash", "-c", script], env=env, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert "every table compared" in done.stdout
    with switched(lambda port: host(env, tmp_path, port)) as site:
        pages = [ask(site.port, path)[0].status for path in PUBLIC]
    figure(f"{len(commands().splitlines())} commands, {pages.count(200)} of {len(pages)} pages 200 afterwards")
    assert set(pages) == {200}
    assert (tmp_path / "careers-lost/careers.sqlite3").exists()
    assert list((tmp_path / "careers/backups").iterdir())
