"""Values behind a label: `Location: Sydney`, a card of cells, a label glued to its value or on the line before."""

import re
from collections.abc import Iterator
from functools import cache

from careers.importer.data import load
from careers.importer.sections.phrases import expand, plain_line

from .page import Fact

LEAD = re.compile(r"[^\w\n\"'(\[<]*")
SEPARATOR = re.compile(r"\s*(?::(?!//)|\s[-–—=]\s|\t| {3,})\s*")
# Two labels on one line are two cells.
CELL = re.compile(r"(?:[^|·•\n ]+|(?!(?<=[^ ]) {2,}[A-Z][\w ]{1,20}: ) )+")
# Glued to their value ("LocationSydney") these are labels; others also start ordinary words.
GLUED = re.compile(
    r"((?:Job |Work )?Locations?|Company|Team|Department|Employment [Tt]ype|Job [Tt]ype|Contract [Tt]ype"
    r"|Start(?:ing)? [Dd]ate|Duration|Salary"
    r"|Closing [Dd]ate|Applications [Cc]lose|Date [Pp]osted|Posted|Job ID|Requisition ID|Work [Mm]ode"
    r"|Workplace [Tt]ype|Industry|Sector|Category)(?=[A-Z][a-z]|\d|[$€£])"
)
# One applicant system has its labels in lower case.
LOWER = {"locations", "time type", "posted on", "job requisition id", "remote type", "job family", "worker type"}
# Below these stand lists as often as values.
NOT_BELOW = {"field", "level", "graduation", "email", "hours"}
LONGEST = 160


@cache
def names() -> dict[str, str]:
    """Return {label: what it names}."""
    found: dict[str, str] = {}
    for name, templates in load("labels")["labels"].items():
        for template in templates:
            for label in expand(template):
                found.setdefault(label, name)
    found.pop("", None)
    return found


def read_labels(text: str) -> tuple[Fact, ...]:
    """Return the labelled values with the span of label and value; longer values than a line's are prose."""
    cells = [found for found in CELL.finditer(text) if not found[0].isspace()]
    return tuple(fact for at, cell in enumerate(cells) for fact in _of_cell(text, cells, at, cell))


def _of_cell(text: str, cells: "list[re.Match[str]]", at: int, cell: "re.Match[str]") -> Iterator[Fact]:
    line = cell[0]
    start = LEAD.match(line).end()  # type: ignore[union-attr]
    if start >= len(line) or not line[start].isalpha():
        return
    after = SEPARATOR.search(line, start + 1, start + 48)
    if after and line[after.end() :].strip():
        name = _name(line[start : after.start()])
        if name and len(line) - after.end() <= LONGEST:
            yield _fact(name, line[after.end() :], cell.start() + start, cell.end())
    elif len(line) - start <= 48 and line.lstrip()[0] not in "-*" and (name := _name(line[start:])):
        yield from _below(text, cells, at, cell, name)
    elif len(line) <= 120 and (glued := GLUED.match(line, start)):
        yield _fact(_name(glued[1]), line[glued.end() :], cell.start() + start, cell.end())


def _name(label: str) -> str:
    return names().get(plain_line(label.replace("#", " no ")), "")


def _below(text: str, cells: "list[re.Match[str]]", at: int, cell: "re.Match[str]", name: str) -> Iterator[Fact]:
    """Yield the value that stands on the line under its label, as flattened cards have it."""
    label = cell[0].strip(" :-*•■")
    following = cells[at + 1] if at + 1 < len(cells) else None
    if not following or not (label[:1].isupper() or label in LOWER) or name in NOT_BELOW or label.lower() == "remote":
        return
    value = following[0].strip()
    gap = text[cell.end() : following.start()]
    row = gap.strip() == "|" and text[text.rfind("\n", 0, cell.start()) + 1 :][:1] == "|"
    near = row or ("\n" in gap and gap.count("\n") <= 2)
    prose = value.endswith(":") or (value.endswith(".") and not value[:1].isdigit())
    is_value = len(value) <= 60 and not prose and not re.match(r"[-*•]", value)
    if near and is_value and not _name(value):
        yield _fact(name, value, cell.start(), following.end())


def _fact(name: str, value: str, start: int, end: int) -> Fact:
    return Fact(name, value.strip().strip("\"'").strip(), start, end)
