"""The site's own programs, started as an operator starts them: nothing inherited but the path."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEY = "Vq9-plain-test-key-never-used-anywhere-0123456789-abcdefgh"
PRODUCTION = {
    "SITE_URL": "https://careers.example.org",
    "SECRET_KEY": KEY,
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
}


def environment(data_dir, **values):
    """Return an environment of `values` alone, with what Python needs to start."""
    return {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "careers.settings",
        **values,
    }


def python(*arguments, env, **options):
    """Run Python in the checkout to its end and return it, with what it said as text."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, **options)
