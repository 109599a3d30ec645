"""Switches an operator turns while the site runs."""

import os

from django.conf import settings

READ_ONLY_FILE = "read_only"


def is_read_only() -> bool:
    """Return whether nothing may be written now: READ_ONLY=true, or a file `read_only` in DATA_DIR."""
    return bool(settings.READ_ONLY) or os.path.exists(settings.DATA_DIR / READ_ONLY_FILE)
