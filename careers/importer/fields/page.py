"""What the fields read: the text with its sections, items and labelled values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from careers.importer.sections.headings import LABELS
from careers.importer.sections.items import Item
from careers.importer.sections.outline import Piece

ABOUT_OTHERS = ("about_company", "why_join", "diversity", "acknowledgment", "privacy", "benefits", "videos")
STOP = re.compile(r"[.!?](?=\s+[A-Z\"(]|\s*\n|\s*$)|\n|;\s")
# A duty may say how long the whole lasts.
LASTS = re.compile(
    r"^(?:over|across|during|throughout)\b|\b(?:internship|program(?:me)?|placement|contract|clerkship)\b",
    re.IGNORECASE,
)
REACH = 400
HEAD = 1500
INDENT = 40


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

    def kind_at(self, at: int) -> str:
        """Return the kind of the section that a character belongs to."""
        number = bisect_right(self._starts, at)
        return self.pieces[number - 1].kind if number else "opening"

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def head(self) -> int:
        """Where the lines above the first section end: titles and cards, whose labels are no sections."""
        first = (piece.start for piece in self.pieces if piece.heading and piece.kind not in LABELS)
        return min(next(first, len(self.text)), HEAD)

    @cached_property
    def about_role(self) -> str:
        """The text without what speaks of the company, its benefits and the law."""
        return self.without(*ABOUT_OTHERS)

    @cached_property
    def demands(self) -> str:
        """The text about the role without preferred items: what they name is not demanded."""
        return _blanked(self.without(*ABOUT_OTHERS, "about_team"), self._items("preferred"))

    @cached_property
    def terms(self) -> str:
        """The text about the role without duties: "a week at sea" is no length of the role."""
        return _blanked(
            self.about_role, [item for item in self._items("responsibilities") if not LASTS.search(item.text)]
        )

    def _items(self, kind: str) -> list[Item]:
        return [item for item in self.items if item.kind == kind]


def matches(form: "re.Pattern[str]", text: str, *words: str) -> Iterator["re.Match[str]"]:
    """Yield the matches in the sentences that hold one of these words, given in lower case.

    A form is dear to look for at every place of a text, a word is not: most forms need one of a few words.
    """
    for start, end in sentences(text, words):
        yield from form.finditer(text, start, end)


def sentences(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences that hold one of these words, given in lower case."""
    lower, stops = _cut(text)
    found: set[int] = set()
    for word in words:
        at = lower.find(word)
        while at >= 0:
            number = bisect_right(stops, at)
            found.add(number)
            at = lower.find(word, stops[number])
    yield from ((stops[number - 1] if number else 0, stops[number]) for number in sorted(found))


def starts(text: str) -> Iterator[int]:
    """Yield where sentences start; of several blank lines each is one that starts nowhere."""
    for at in (0, *_cut(text)[1][:-1]):
        first = at + len(text[at : at + INDENT]) - len(text[at : at + INDENT].lstrip(" "))
        if text[first : first + 1].strip():
            yield first


@lru_cache(maxsize=8)
def _cut(text: str) -> tuple[str, list[int]]:
    """Return the text in lower case, character for character, and where its sentences end."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return lower, [*(found.end() for found in STOP.finditer(text)), len(text) + 1]


def without_noise(text: str, pieces: tuple[Piece, ...]) -> str:
    return _blanked(text, [piece for piece in pieces if piece.kind == "noise"])


def _blanked(text: str, pieces: Sequence[Piece | Item]) -> str:
    parts, at = [], 0
    for piece in pieces:
        parts += [text[at : piece.start], " " * (piece.end - piece.start)]
        at = piece.end
    return "".join([*parts, text[at:]])


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around text[start:end], at most REACH characters to each side."""
    _, stops = _cut(text)
    number = bisect_right(stops, start)
    first = max(start - REACH, stops[number - 1] if number else 0, 0)
    while first < start and text[first].isspace():
        first += 1
    last = min(stops[bisect_right(stops, end)], end + REACH, len(text))
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def facts(name: str, text: str, found: "re.Match[str]", value: Any) -> Fact:
    """Return a fact read from the sentence that `found` stands in."""
    return Fact(name, value, *sentence(text, *found.span()))
