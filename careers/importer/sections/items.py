"""The items of a list section: bulleted, numbered, run together on one line, or one a line without any mark."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from .duties import is_duty
from .headings import LISTS
from .outline import CATEGORY, EMPHASIS, Piece
from .preferred import PREFERRED
from .ranges import in_range
from .rows import MARK, Row, body_of
from .rows import Item as Item
from .unmarked import is_prose, unmarked

INNER = re.compile(
    r"(?:^|(?<=\s))[-–—*]\s?(?=[A-Z\"'(0-9])|(?<=[.;] )[-–—*]\s(?=[a-z])|^\s*[-–—*]\s?|\s*[•·▪◦●■►✓✔]\s*"
)
NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=[A-Z])")
# "Analysts typically: build models; prepare decks" introduces its items.
LEAD = re.compile(r"[^:;]{1,60}:\s+")
INTRODUCING = re.compile(r"(?:We|If|This|The|As|Our|In|At|These|Here|It|With|For|What|Whether|To)\b")
DEMANDS = {"minimum", "preferred"}
UNHEADED = {"container", "role", "opening", "about_team"}


def read_items(text: str, pieces: tuple[Piece, ...]) -> tuple[Item, ...]:
    """Return all items in order; a preferred one among the requirements counts as preferred."""
    lists = (piece for piece in pieces if piece.kind in LISTS and not piece.heading)
    sections = [list(group) for _, group in groupby(lists, key=lambda piece: piece.section)]
    rows = [list(_rows(text, section)) for section in sections]
    sure = [_is_list(own) for own in rows]
    listed = {section[0].kind for section, marked in zip(sections, sure, strict=True) if marked}
    lined = {section[0].kind for section, own in zip(sections, rows, strict=True) if _is_lined(own)} - listed
    # Where one section of a kind is a list, another one of that kind without any mark only introduces it.
    wanted = [
        (section[0].kind, own)
        for section, own, marked in zip(sections, rows, sure, strict=True)
        if marked
        or (section[0].kind not in listed and (section[0].kind not in lined or _is_lined(own)))
        or ((section[0].kind in DEMANDS or section[0].kind in lined) and _is_one_item(text, own))
    ]
    items = [_judged(item) for kind, own in wanted for item in _of_section(text, kind, own) if _says(item)]
    if not any(item.kind == "responsibilities" for item in items):
        items = sorted([*items, *_unheaded(text, pieces)], key=lambda item: item.start)
    return tuple(items)


def _unheaded(text: str, pieces: tuple[Piece, ...]) -> Iterator[Item]:
    """Yield the bullets in what describes the role, where nearly all of them open with what one does, or all lines."""
    about = (piece for piece in pieces if piece.kind in UNHEADED and not piece.heading)
    for _, section in groupby(about, key=lambda piece: piece.section):
        rows = list(_rows(text, list(section)))
        lined = len(rows) > 1 and all(is_duty(row.text) and not row.text.endswith(".") for row in rows)
        listed = lined or sum(row.marked for row in rows) > 1
        found = list(_of_section(text, "responsibilities", rows)) if listed else []
        if sum(is_duty(item.text) for item in found) > 0.7 * len(found):
            yield from found


def _is_list(rows: list[Row]) -> bool:
    return sum(row.marked for row in rows) > 1 or any(len(_cuts(row.text)) > (0 if row.marked else 1) for row in rows)


def _is_lined(rows: list[Row]) -> bool:
    """Tell a list that has its items one a line, without marks."""
    return sum(not is_prose(row) and not row.text.endswith((".", ":")) for row in rows) > 1


def _is_one_item(text: str, rows: list[Row]) -> bool:
    """Tell the one line below "Education" from a sentence that introduces a list."""
    row = rows[0]
    alone = len(rows) == 1 and text[row.start - 1 : row.start] == "\n" and "@" not in row.text and ": " not in row.text
    return alone and not is_prose(row) and not INTRODUCING.match(row.text) and not row.text.endswith(":")


def _says(item: Item) -> bool:
    return any(character.isalnum() for character in item.text)


def _judged(item: Item) -> Item:
    if item.kind == "minimum" and (PREFERRED.search(item.text) or PREFERRED.search(item.group)):
        return replace(item, kind="preferred")
    return item


def _of_section(text: str, kind: str, rows: list[Row]) -> Iterator[Item]:
    labelled = [row for row in rows if kind == "benefits" and CATEGORY.match(row.text)]
    for row in labelled:
        yield from _of_category(kind, row)
    if others := [row for row in rows if not (kind == "benefits" and CATEGORY.match(row.text))]:
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
        cut = [row for row in rows if _cuts(row.text)]
        for row in cut if 2 * len(cut) >= len(rows) else ():
            yield from _cut(kind, row, _cuts(row.text))
        if 2 * len(cut) < len(rows):
            # Among lines that are items themselves, one with a semicolon is one too.
            yield from unmarked(kind, rows)
    else:
        yield from unmarked(kind, rows)


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
                group, inside = body_of(row).strip(" :"), row.indent
                continue
            item = Item(kind, "", row.end - len(body_of(row)), row.end, group)
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
    whole = row.indent == 0 and row.text.endswith((".", "!"))
    return not label and (row.indent > 0 or (long and not whole and before[-1] not in ".!?;:"))


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
    lead = LEAD.match(line)
    is_list = pieces and len(line) / (len(pieces) + 1) < 120 and not MARK.match(line)
    return [lead.span() if lead else (0, 0), *pieces] if is_list else []


def _cut(kind: str, row: Row, cuts: list[tuple[int, int]]) -> Iterator[Item]:
    for (_, start), (end, _) in zip(cuts, [*cuts[1:], (len(row.text), 0)], strict=True):
        words = row.text[start:end].strip(" ;")
        if any(character.isalnum() for character in words):
            at = row.start + row.text.find(words[:20], start)
            yield Item(kind, " ".join(words.split()), at, at + len(words))
