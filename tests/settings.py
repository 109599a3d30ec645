"""The settings of a test run: the real ones, deaf to the shell, writing to a folder that goes with the run."""

import atexit
import os
import shutil
import tempfile

OURS = (
    "DATABASE_URL", "DEBUG", "DEFAULT_FROM_EMAIL", "EMAIL_URL", "FEED_HOST", "LANGUAGE_CODE", "PORT", "READ_ONLY",
    "REDIS_URL", "SECRET_KEY", "SECURITY_CONTACT", "SITE_URL", "THREADS", "TIME_ZONE", "TRUSTED_PROXIES",
)  # fmt: skip

for name in OURS:
    os.environ.pop(name, None)
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="careers-test-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
if url := os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = url

from careers.settings import *  # noqa: E402, F403
from careers.settings import DATA_DIR, DATABASES  # noqa: E402

if not url:
    # A file, as in production: threads of a live server then have connections of their own, and WAL is real.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
