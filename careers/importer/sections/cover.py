"""Every character of a text in exactly one segment: read, shared, dropped or unread."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

ROLES = ("unread", "dropped", "shared", "heading", "item", "fact")
WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Mark:
    """A claim on text[start:end]. A role that stands later in ROLES wins; within one role the later claim does."""

    role: str
    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Segment:
    role: str
    name: str
    start: int
    end: int


UNREAD = Mark("unread", "", 0, 0)


def cover(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Return segments that follow each other without gap or overlap from 0 to len(text).

    Between two claims, what holds no letter or digit (blanks, bullets, full stops) belongs to the claim before it,
    at the start of the text to the one behind it.
    """
    claims = sorted(marks, key=lambda mark: ROLES.index(mark.role))
    segments: list[Segment] = []
    for start, end, number in _runs(_painted(len(text), claims), claims):
        mark = claims[number - 1] if number else UNREAD
        silent = mark is UNREAD and not WORD.search(text, start, end)
        _append(segments, mark, start, end, silent)
    return tuple(segments)


def _painted(size: int, claims: list[Mark]) -> list[int]:
    """Return for each character the number of the claim that has it, from 1, or 0."""
    owner = [0] * size
    for number, mark in enumerate(claims, 1):
        owner[mark.start : mark.end] = [number] * (mark.end - mark.start)
    return owner


def _runs(owner: list[int], claims: list[Mark]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, owner) of what one claim has in a row; an owner changes at an edge of a claim only."""
    cuts = sorted({0, len(owner), *(edge for claim in claims for edge in (claim.start, claim.end))})
    for number, group in groupby(pairwise(cuts), key=lambda cut: owner[cut[0]]):
        run = list(group)
        yield run[0][0], run[-1][1], number


def _append(segments: list[Segment], mark: Mark, start: int, end: int, silent: bool) -> None:
    last = segments[-1] if segments else None
    if last and (silent or ((last.role, last.name) == (mark.role, mark.name) and mark.role not in {"item"})):
        segments[-1] = Segment(last.role, last.name, last.start, end)
    elif last and last.role == "blank":
        segments[-1] = Segment(mark.role, mark.name, last.start, end)
    else:
        segments.append(Segment("blank" if silent else mark.role, mark.name, start, end))
