"""Where in a pasted advert the qualifications stand. Headings may stand in the middle of a line."""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from .lexicon import entries


def pattern() -> re.Pattern[str]:
    """Match every heading; begins with letters and no assertion, which lets the engine skip to them."""
    phrases = (re.escape(phrase).replace(r"\ ", r"\W{1,3}") for phrase, _ in entries("headings"))
    return re.compile(rf"(?:{'|'.join(phrases)})\b")


HEADING = pattern()
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
KINDS = dict(entries("headings"))


@lru_cache(maxsize=64)
def sections(text: str) -> tuple[tuple[str, str], ...]:
    """Return (kind, text) of each section, what stands before the first heading under kind "opening"."""
    found = list(headings(text))
    starts = [0, *(heading.end() for heading in found)]
    ends = [*(heading.start() for heading in found), len(text)]
    kinds = ["opening", *(kind(heading) for heading in found)]
    return tuple((each, text[start:end]) for each, start, end in zip(kinds, starts, ends, strict=True))


def headings(text: str) -> Iterator[re.Match[str]]:
    """Yield headings: of several words anywhere, of a single word only alone on its line."""
    small = text.lower() if text.isascii() else text.translate(SMALL)  # either keeps every place, the first is faster
    for found in HEADING.finditer(small):
        start, end = found.span()
        if not small[max(start - 1, 0) : start].isalnum() and (
            not found.group().isalpha() or is_alone(small, start, end)
        ):
            yield found


def is_alone(text: str, start: int, end: int) -> bool:
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    after = text[end : last if last >= 0 else len(text)]
    return not text[first:start].strip() and after.strip() in {"", ":"}


def kind(heading: re.Match[str]) -> str:
    return KINDS[re.sub(r"\W+", " ", heading.group())]


def qualifications(text: str) -> str:
    return "\n".join(part for kind, part in sections(text) if kind == "qualifications")


def begins_with_heading(text: str) -> bool:
    """Return whether nothing, so no title either, stands before the first heading."""
    return any(headings(text)) and not sections(text)[0][1].strip()
