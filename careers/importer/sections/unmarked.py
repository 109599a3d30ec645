"""The items of a list section that has no marks: one a line, or one a sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .duties import is_duty
from .rows import MARK, Item, Row, body_of

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
NAME = re.compile(r"(?<!\w)(?!and |or )[^,\s](?:[^,]|,(?=\d{3})){1,200}")
# "Benefits may include: a, b and c"
INCLUDING = re.compile(
    r"[^,.]{0,80}\b(?:includ\w+|offer\w*|enjoy|provide\w*|such as|following"
    r"|get)\b[^,.:]{0,30}:\s*|[^,:]{0,60}:\s*"
)
# "You should have one of the following" introduces items and is none; "$900 per week." is what one is paid.
NO_ITEM = re.compile(
    r"[^.]*\bthe following\b[^.]*[.:]?|\W*(?:[A-Z]{1,3})?[$€£₹]\s?[\d.,]+[kK]?(?: ?[-–—] ?[$€£₹]?[\d.,]+[kK]?)?"
    r" ?(?:(?:per|an?|/) ?(?:hour|week|fortnight|month|year|annum)|p\.?[ahw]\.?)[^,;]{0,20}",
    re.IGNORECASE,
)
# What one is paid is no item where it is a sentence of its own.
PAY = re.compile(
    r"\b(?:pay|salary|stipend|compensation|hourly rate|wage)\b[^\n]{0,80}[$€£₹]\s?\d[^\n]*\.$", re.IGNORECASE
)


def unmarked(kind: str, rows: list[Row]) -> Iterator[Item]:
    """Yield items that have no mark: lines that are no paragraphs, else sentences that read like items."""
    lines = [row for row in _unwrapped(rows) if not PAY.search(row.text)]
    if len(lines) > 1 and not all(is_prose(row) for row in lines):
        short = [row for row in lines if not is_prose(row) and not (row.text.endswith(":") and len(row.text) < 90)]
        short = [row for row in short if not (is_prose(lines[0]) and _is_apart(row))]
        short = [row for row in short if kind == "benefits" or not NO_ITEM.fullmatch(row.text)]
        yield from (Item(kind, " ".join(body_of(row).split()), row.end - len(body_of(row)), row.end) for row in short)
        if short:
            return
        lines = lines[:1]
    for row in lines:
        yield from _sentences(kind, row)


def _is_apart(row: Row) -> bool:
    """Tell a sentence in a paragraph of its own from an item."""
    return row.after_blank and row.text.endswith(".") and len(row.text) > 60


def _unwrapped(rows: list[Row]) -> list[Row]:
    """Join hard-wrapped lines: one that goes on in lower case belongs to the line before."""
    if _are_in_lower_case(rows):
        return rows
    joined: list[Row] = []
    for row in rows:
        wrapped = (
            row.text[:1].islower() and not row.after_blank and not joined[-1].text.endswith((".", ";"))
            if joined
            else False
        )
        if wrapped and len(joined[-1].text) > 40:
            last = joined.pop()
            row = replace(last, end=row.end, text=last.text + "\n" + row.text)
        joined.append(row)
    return joined


def _are_in_lower_case(rows: list[Row]) -> bool:
    """Tell "You need to:" with items that go on from it, each longer or shorter than a page is wide."""
    own = rows[1:] if rows[0].text.endswith(":") else rows
    return len(own) > 1 and all(row.text[:1].islower() for row in own) and max(len(row.text) for row in own) > 90


def is_prose(row: Row) -> bool:
    return len(SENTENCE.split(row.text, maxsplit=2)) > 2


def _sentences(kind: str, row: Row) -> Iterator[Item]:
    found = MARK.match(row.text)
    at = at_start = found.end() if found else 0
    parts: list[tuple[int, str]] = []
    for stop in [*SENTENCE.finditer(row.text, at), None]:
        end = stop.start() if stop else len(row.text)
        parts.append((at, row.text[at:end]))
        at = stop.end() if stop else end
    if kind == "benefits" and len(parts) == 1 and parts[0][1].count(",") > 1:
        first = INCLUDING.match(parts[0][1])
        names = NAME.finditer(parts[0][1], first.end() if first else 0)
        parts = [(at_start + found.start(), found[0]) for found in names]
    duties = sum(is_duty(words) for _, words in parts)
    if kind == "responsibilities" and duties < len(parts) * 0.7:
        return
    if kind in {"minimum", "preferred"} and len(parts) == 1 and NO_ITEM.fullmatch(parts[0][1]):
        return
    for start, words in parts:
        words = words.strip()
        yield Item(kind, " ".join(words.split()), row.start + start, row.start + start + len(words))
