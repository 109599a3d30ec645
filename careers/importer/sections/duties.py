"""Which items say what one does."""

import re
from functools import cache

from careers.importer.data import load


def is_duty(words: str) -> bool:
    """Tell whether words open with what one does: "You will build", "Building", "Build", "To build"."""
    first = re.match(r"(?:You(?:'ll| will| get to| would)?|To|We) ?(\w*)|([\w-]+)", words)
    if not first or (first[1] is not None and words.startswith("You")):
        return bool(first)
    word = (first[1] or first[2] or "").lower()
    return word in verbs() or (word.endswith("ing") and len(word) > 5)


@cache
def verbs() -> frozenset[str]:
    return frozenset(load("verbs")["verbs"].split())
