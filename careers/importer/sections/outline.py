"""A text as pieces: each line, or part of a line, with the section it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import headings, noise

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"\s*[-–—*•·▪◦]")
# Only these end a list of benefits whose own labels stand over bullets ("Diversity", "Pay", "Office").
MAIN = {
    "responsibilities",
    "minimum",
    "preferred",
    "about_company",
    "apply",
    "privacy",
    "acknowledgment",
    "role",
    "about_team",
}


@dataclass(frozen=True)
class Piece:
    """Part of a line. `section` counts up with each heading; `line` is the same for all pieces of one line."""

    kind: str
    section: int
    start: int
    end: int
    line: int
    heading: bool = False
    reason: str = ""


@dataclass
class State:
    kind: str = "opening"
    section: int = 0


def outline(text: str) -> tuple[Piece, ...]:
    """Return the pieces in order; blanks between them belong to none."""
    state = State()
    lines = [line for line in LINE.finditer(text) if line[0].strip()]
    following = [*lines[1:], None]
    found = (piece for number, line in enumerate(lines) for piece in _of_line(line, number, state, following[number]))
    return tuple(piece for piece in found if text[piece.start : piece.end].strip())


def _of_line(line: "re.Match[str]", number: int, state: State, after: "re.Match[str] | None") -> Iterator[Piece]:
    text = line[0]
    if (
        state.kind == "benefits"
        and after
        and BULLET.match(after[0])
        and not MAIN.intersection([headings.of_line(text)])
    ):
        yield Piece(state.kind, state.section, line.start(), line.end(), number)
        return
    reason = noise.reason_of(text)
    if reason and not (state.kind == "benefits" and reason == "control of a page"):
        yield Piece("noise", state.section, line.start(), line.end(), number, reason=reason)
        return
    marks = sorted([*_headings(text), *_openings(text), *_noise(text)])
    kind, section, at = state.kind, state.section, 0
    for start, end, new, role in marks:
        if start < at:
            continue
        yield Piece(kind, section, line.start() + at, line.start() + start, number)
        if role == "noise":
            yield Piece("noise", section, line.start() + start, line.start() + end, number, reason=new)
            at = end
            continue
        kind, section, at = new, state.section + 1, end
        state.section = section
        if role == "heading" or role == "label":
            yield Piece(kind, section, line.start() + start, line.start() + end, number, heading=True)
        if role == "heading":
            state.kind = kind
    yield Piece(kind, section, line.start() + at, line.end(), number)
    if marks and kind != state.kind:
        state.section += 1


def _headings(text: str) -> Iterator[tuple[int, int, str, str]]:
    for heading in headings.within(text):
        label = heading.kind in headings.LABELS and not heading.alone
        yield heading.start, heading.end, heading.kind, "label" if label else "heading"


def _openings(text: str) -> Iterator[tuple[int, int, str, str]]:
    for kind, at in noise.openings(text):
        yield at, at, kind, "opening"


def _noise(text: str) -> Iterator[tuple[int, int, str, str]]:
    for found in noise.INLINE.finditer(text):
        yield found.start(), found.end(), "part of a web page", "noise"
