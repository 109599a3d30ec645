"""The items of a list section: bulleted, numbered, run together on one line, or one a line without any mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from .duties import is_duty
from .headings import LISTS
from .outline import CATEGORY, Piece
from .preferred import PREFERRED
from .ranges import in_range

MARK = re.compile(
    r"\s*(?:[-–—*•·▪◦‣►▶✓✔✅●○■□→➢❖・]+\s*|\(?\d{1,2}[.)]\s+|\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])|\(?(?:[a-z]"
    r"|[ivx]{2,4})\)\s+|o\s+(?=[A-Z])"
    r"|[^\w\s\"'(\[$£€¥₹#+.,;:&/]{1,2}\s+)(?=\S)"
)
INNER = re.compile(
    r"(?:^|(?<=\s))[-–—*]\s?(?=[A-Z\"'(0-9])|(?<=[.;] )[-–—*]\s(?=[a-z])|^\s*[-–—*]\s?|\s*[•·▪◦●■►✓✔]\s*"
)
NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=[A-Z])")
UNHEADED = {"container", "role", "opening", "about_team"}
EMPHASIS = re.compile(r"([*_])(?!\s)[^*_]+(?<!\s)\1:?")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Item:
    """One item as listed, without its mark; `group` is the label that stands over it."""

    kind: str
    text: str
    start: int
    end: int
    group: str = ""


@dataclass(frozen=True)
class Row:
    start: int
    end: int
    marked: bool
    text: str
    indent: int
    after_blank: bool


def read_items(text: str, pieces: tuple[Piece, ...]) -> tuple[Item, ...]:
    """Return all items in order; a preferred one among the requirements counts as preferred."""
    lists = (piece for piece in pieces if piece.kind in LISTS and not piece.heading)
    sections = [list(group) for _, group in groupby(lists, key=lambda piece: piece.section)]
    rows = [list(_rows(text, section)) for section in sections]
    listed = {section[0].kind for section, own in zip(sections, rows, strict=True) if _is_list(own)}
    # Where one section of a kind is a list, another one of that kind without any mark only introduces it.
    wanted = [
        (section[0].kind, own)
        for section, own in zip(sections, rows, strict=True)
        if _is_list(own) or section[0].kind not in listed
    ]
    items = [_judged(item) for kind, own in wanted for item in _of_section(text, kind, own)]
    if not any(item.kind == "responsibilities" for item in items):
        items = sorted([*items, *_unheaded(text, pieces)], key=lambda item: item.start)
    return tuple(items)


def _unheaded(text: str, pieces: tuple[Piece, ...]) -> Iterator[Item]:
    """Yield the bullets in what describes the role, where nearly all of them open with what one does."""
    about = (piece for piece in pieces if piece.kind in UNHEADED and not piece.heading)
    for _, section in groupby(about, key=lambda piece: piece.section):
        rows = list(_rows(text, list(section)))
        found = list(_of_section(text, "responsibilities", rows)) if sum(row.marked for row in rows) > 1 else []
        if sum(is_duty(item.text) for item in found) > 0.7 * len(found):
            yield from found


def _is_list(rows: list[Row]) -> bool:
    return sum(row.marked for row in rows) > 1 or any(len(_cuts(row.text)) > (0 if row.marked else 1) for row in rows)


def _judged(item: Item) -> Item:
    if item.kind == "minimum" and (PREFERRED.search(item.text) or PREFERRED.search(item.group)):
        return replace(item, kind="preferred")
    return item


def _of_section(text: str, kind: str, rows: list[Row]) -> Iterator[Item]:
    labelled = [row for row in rows if kind == "benefits" and CATEGORY.match(row.text)]
    for row in labelled:
        yield from _of_category(kind, row)
    if others := [row for row in rows if row not in labelled]:
        yield from _without_category(text, kind, others)


def _of_category(kind: str, row: Row) -> Iterator[Item]:
    """Yield the benefits of "Leave - Paid holidays - Sick days", a list run together on one line."""
    found = CATEGORY.match(row.text)
    marks = [mark.span() for mark in re.finditer(r"\s[-–—•*]\s", row.text)]
    for item in _cut(kind, row, marks):
        yield replace(item, group=found[1].strip() if found else "")


def _without_category(text: str, kind: str, rows: list[Row]) -> Iterator[Item]:
    if sum(row.marked for row in rows) >= 2:
        yield from _bulleted(text, kind, rows)
    elif any(len(_cuts(row.text)) > (0 if row.marked else 1) for row in rows):
        for row in rows:
            yield from _cut(kind, row, _cuts(row.text)) if _cuts(row.text) else ()
    else:
        yield from _plain(text, kind, rows)


def _rows(text: str, pieces: list[Piece]) -> Iterator[Row]:
    before = pieces[0].start
    for piece in pieces:
        line = text[piece.start : piece.end]
        start = piece.start + len(line) - len(line.lstrip())
        line = line.strip()
        blank = text.count("\n", before, start) > 1
        marked = bool(MARK.match(line)) and not EMPHASIS.fullmatch(line)
        yield Row(start, start + len(line), marked, line, start - piece.start, blank)
        before = start + len(line)


def _bulleted(text: str, kind: str, rows: list[Row]) -> Iterator[Item]:
    item: Item | None = None
    group, inside = "", -1
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if row.marked:
            if item:
                yield from _shaped(text, item)
            item = None
            group, inside = ("", -1) if row.indent <= inside else (group, inside)
            if row.text.endswith(":") and following and following.marked and following.indent > row.indent:
                group, inside = _body(row).strip(" :"), row.indent
                continue
            item = Item(kind, "", row.end - len(_body(row)), row.end, group)
        elif item and _continues(text, item, row, following):
            item = replace(item, end=row.end)
        elif following and following.marked and len(row.text) <= 70:
            group, inside = row.text.strip(" :-–—*_"), -1
    if item:
        yield from _shaped(text, item)


def _continues(text: str, item: Item, row: Row, following: Row | None) -> bool:
    """Tell a wrapped bullet's next line from a label or a paragraph behind the list."""
    if row.after_blank:
        return False
    before = text[max(item.start, item.end - 2) : item.end]
    if row.text[0].islower() or row.text[0] in "(&/" or before.rstrip().endswith(","):
        return True
    label = bool(following and following.marked and len(row.text) <= 40 and not row.text.endswith("."))
    long = item.end - max(item.start, text.rfind("\n", item.start, item.end)) >= 50
    return not label and (row.indent > 0 or (long and before[-1] not in ".!?;:"))


def _shaped(text: str, item: Item) -> Iterator[Item]:
    """Yield the item with its text; a line that runs several round marks together is cut."""
    words = " ".join(text[item.start : item.end].split())
    if words.count("•") and item.end - item.start < 5000 and "\n" not in text[item.start : item.end]:
        row = Row(item.start, item.end, True, text[item.start : item.end], 0, False)
        for part in _cut(item.kind, row, [(0, 0), *_cuts(row.text)]):
            yield replace(part, group=item.group)
    elif any(character.isalnum() for character in words):
        yield Item(item.kind, words, item.start, item.end, item.group)


def _cuts(line: str) -> list[tuple[int, int]]:
    """Return the spans of the marks at which a run-on line falls into items; empty where it does not."""
    numbers = list(NUMBER.finditer(line))
    if len(numbers) > 1 and [int(number[1]) for number in numbers] == list(range(1, len(numbers) + 1)):
        return [number.span() for number in numbers]
    marks = [found for found in INNER.finditer(line) if not in_range(line, found)]
    if marks and (not line[: marks[0].start()].strip() or sum(mark[0].strip() not in "-–—*" for mark in marks) > 1):
        return [mark.span() for mark in marks]
    pieces = [found.span() for found in re.finditer(r";\s*(?:and )?(?=\S)", line)]
    return [(0, 0), *pieces] if pieces and len(line) / (len(pieces) + 1) < 120 and not MARK.match(line) else []


def _cut(kind: str, row: Row, cuts: list[tuple[int, int]]) -> Iterator[Item]:
    for (_, start), (end, _) in zip(cuts, [*cuts[1:], (len(row.text), 0)], strict=True):
        words = row.text[start:end].strip(" ;")
        if any(character.isalnum() for character in words):
            at = row.start + row.text.find(words[:20], start)
            yield Item(kind, " ".join(words.split()), at, at + len(words))


def _plain(text: str, kind: str, rows: list[Row]) -> Iterator[Item]:
    """Yield items that have no mark: lines that are no paragraphs, else sentences that read like items."""
    lines = _unwrapped(rows)
    if len(lines) > 1 and not all(_is_prose(row) for row in lines):
        short = [row for row in lines if not _is_prose(row) and not (row.text.endswith(":") and len(row.text) < 90)]
        yield from (Item(kind, " ".join(_body(row).split()), row.end - len(_body(row)), row.end) for row in short)
        return
    for row in lines:
        yield from _sentences(kind, row)


def _body(row: Row) -> str:
    found = MARK.match(row.text)
    return row.text[found.end() :] if found else row.text


def _unwrapped(rows: list[Row]) -> list[Row]:
    """Join hard-wrapped lines: one that goes on in lower case belongs to the line before."""
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


def _is_prose(row: Row) -> bool:
    return len(SENTENCE.split(row.text, maxsplit=2)) > 2


def _sentences(kind: str, row: Row) -> Iterator[Item]:
    found = MARK.match(row.text)
    at = found.end() if found else 0
    parts: list[tuple[int, str]] = []
    for stop in [*SENTENCE.finditer(row.text, at), None]:
        end = stop.start() if stop else len(row.text)
        parts.append((at, row.text[at:end]))
        at = stop.end() if stop else end
    if kind == "benefits" and len(parts) == 1 and parts[0][1].count(",") > 1:
        parts = [(found.start(), found[0]) for found in re.finditer(r"(?!and |or )[^,\s][^,]{1,200}", parts[0][1])]
    duties = sum(is_duty(words) for _, words in parts)
    if kind == "responsibilities" and duties < len(parts) * 0.7:
        return
    for start, words in parts:
        words = words.strip()
        yield Item(kind, " ".join(words.split()), row.start + start, row.start + start + len(words))
