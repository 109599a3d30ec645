"""What the fields read: the text with its sections, items and labelled values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from careers.importer.sections.items import Item
from careers.importer.sections.outline import Piece

ABOUT_OTHERS = ("about_company", "why_join", "diversity", "acknowledgment", "privacy", "benefits", "videos")
STOP = re.compile(r"[.!?](?=\s+[A-Z\"(]|\s*\n|\s*$)|\n|;\s")
REACH = 400


@dataclass(frozen=True)
class Fact:
    """A value and text[start:end], where it was read."""

    name: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """All positions are those of `text`; it is as long as the text that was read, with noise blanked out."""

    text: str
    pieces: tuple[Piece, ...]
    items: tuple[Item, ...]
    labels: tuple[Fact, ...]

    def label(self, *names: str) -> Iterator[Fact]:
        """Yield labelled values, those of the first name first."""
        for name in names:
            yield from (label for label in self.labels if label.name == name)

    def without(self, *kinds: str) -> str:
        """Return the text with the bodies of these sections blank, each character in its place."""
        return _blanked(self.text, [piece for piece in self.pieces if piece.kind in kinds])

    @cached_property
    def about_role(self) -> str:
        """The text without what speaks of the company, its benefits and the law."""
        return self.without(*ABOUT_OTHERS)

    @cached_property
    def demands(self) -> str:
        """The text about the role without preferred items: what they name is not demanded."""
        text = self.without(*ABOUT_OTHERS, "about_team")
        parts, at = [], 0
        for item in (item for item in self.items if item.kind == "preferred"):
            parts += [text[at : item.start], " " * (item.end - item.start)]
            at = item.end
        return "".join([*parts, text[at:]])


def sentences(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences that hold one of these words, given in lower case: forms need look no"
    " further."""
    lower = text.lower()
    if len(lower) != len(text) or not any(word in lower for word in words):
        if len(lower) != len(text):
            yield 0, len(text)
        return
    at = 0
    for stop in [*(found.end() for found in STOP.finditer(text)), len(text)]:
        if any(lower.find(word, at, stop) >= 0 for word in words):
            yield at, stop
        at = stop


def without_noise(text: str, pieces: tuple[Piece, ...]) -> str:
    return _blanked(text, [piece for piece in pieces if piece.kind == "noise"])


def _blanked(text: str, pieces: list[Piece]) -> str:
    parts, at = [], 0
    for piece in pieces:
        parts += [text[at : piece.start], " " * (piece.end - piece.start)]
        at = piece.end
    return "".join([*parts, text[at:]])


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around text[start:end], at most REACH characters to each side."""
    low = max(0, start - REACH)
    stops = [found.end() for found in STOP.finditer(text, low, start)]
    first = stops[-1] if stops else low
    after = STOP.search(text, end, end + REACH)
    last = after.end() if after else min(len(text), end + REACH)
    while first < start and text[first].isspace():
        first += 1
    return first, max(end, len(text[:last].rstrip()) if last - end < 2 else last)


def facts(name: str, text: str, found: "re.Match[str]", value: Any) -> Fact:
    """Return a fact read from the sentence that `found` stands in."""
    return Fact(name, value, *sentence(text, *found.span()))
