"""The built-in word lists, so that adverts of any company are read without a database."""

import json
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def load(name: str) -> Any:
    """Return the content of `<name>.json`; callers must not change it."""
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
