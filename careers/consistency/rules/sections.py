"""Where in a pasted advert the qualifications stand. Headings may stand in the middle of a line."""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from .lexicon import entries


def pattern() -> re.Pattern[str]:
    """Match a heading of several words anywhere, one of a single word only alone on its line."""
    phrases = [re.escape(phrase).replace(r"\ ", r"\W{1,3}") for phrase, _ in entries("headings")]
    alone = "|".join(phrase for phrase in phrases if "W" not in phrase)
    anywhere = "|".join(phrase for phrase in phrases if "W" in phrase)
    return re.compile(rf"^[ \t]*({alone})[ \t]*:?[ \t]*$|\b({anywhere})\b", re.MULTILINE)


HEADING = pattern()
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
KINDS = {re.sub(r"\W+", " ", phrase): kind for phrase, kind in entries("headings")}


@lru_cache(maxsize=64)
def sections(text: str) -> tuple[tuple[str, str], ...]:
    """Return (kind, text) of each section, what stands before the first heading under kind "opening"."""
    found = list(headings(text))
    starts = [0, *(heading.end() for heading in found)]
    ends = [*(heading.start() for heading in found), len(text)]
    kinds = ["opening", *(kind(heading) for heading in found)]
    return tuple((each, text[start:end]) for each, start, end in zip(kinds, starts, ends, strict=True))


def headings(text: str) -> Iterator[re.Match[str]]:
    """Yield the headings; in small ASCII letters, which keep every place, and in a third of the time."""
    return HEADING.finditer(text.translate(SMALL))


def kind(heading: re.Match[str]) -> str:
    return KINDS[re.sub(r"\W+", " ", heading[1] or heading[2])]


def qualifications(text: str) -> str:
    return "\n".join(part for kind, part in sections(text) if kind == "qualifications")


def begins_with_heading(text: str) -> bool:
    """Return whether nothing, so no title either, stands before the first heading."""
    return any(headings(text)) and not sections(text)[0][1].strip()
