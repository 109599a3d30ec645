"""What `make` says on a machine that lacks something, in a folder with a space in its name."""

import os
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

OLD = '#!/bin/sh\ncase "$2" in *version_info*) exit 1;; esac\n'
BARE = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'


@pytest.fixture
def make(tmp_path):
    """Return a function that runs `make run` with `python3` as the only Python, and gives what it said."""
    if not shutil.which("make"):
        pytest.skip("make is missing: apt install make")
    folder = tmp_path / "my site"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "requirements.txt").touch()

    def run(python3):
        program = tmp_path / "python3"
        program.write_text(python3)
        program.chmod(0o755)
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(["make", "run"], cwd=folder, env={"PATH": path}, capture_output=True, text=True)
        assert done.returncode != 0
        return done.stdout.splitlines()

    return run


def test_old_python_is_said_in_one_line(make):
    assert make(OLD) == ["python3 is too old: install Python 3.11 or later, or name one: make PYTHON=python3.12"]


def test_missing_venv_module_is_said_with_its_package(make):
    assert make(BARE) == ["Python's venv module is missing: apt install python3-venv"]
