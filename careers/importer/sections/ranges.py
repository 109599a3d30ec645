"""Tells a dash between two days, months or figures from one that marks an item."""

import re

RANGE_END = re.compile(
    r"(?:\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov"
    r"|Dec)\w*)\s*$"
)
RANGE_START = re.compile(
    r"(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov"
    r"|Dec)\w*\b)"
)


def in_range(line: str, mark: "re.Match[str]") -> bool:
    near = line[max(0, mark.start() - 12) : mark.start()]
    return bool(RANGE_END.search(near) and RANGE_START.match(line, mark.end()))
