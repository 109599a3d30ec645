"""One pattern for many names, grouped by their first letters: a long flat alternation tries them all at each"
" place."""

import re
from collections.abc import Iterable


def one_of(names: Iterable[str], letters: int = 2) -> str:
    """Return a pattern that matches any of the names, the longest where several do."""
    if not letters:
        return "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
    groups: dict[str, set[str]] = {}
    for name in names:
        groups.setdefault(name[:1], set()).add(name[1:])
    return "|".join(f"{re.escape(first)}(?:{one_of(rest, letters - 1)})" for first, rest in groups.items())
