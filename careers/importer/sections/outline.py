"""A text as pieces: each line, or part of a line, with the section it belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from careers.importer.data import load

from . import headings, noise
from .headings import Place

LINE = re.compile(r"[^\n]+")
CATEGORY = re.compile(rf"({'|'.join(map(re.escape, load('benefits')))})\s+[-–—•*]\s+(?=\S)", re.IGNORECASE)
BULLET = re.compile(
    r"\s*(?:[-–—*•·▪◦●■□○√∙⦁▸▹◾⁃※►▶✓✔✅➢❖‣・◆◇»§→]|>\s|[\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|\(?\d{1,2}(?:\.\d{1,2})?[.)]?\s|\(?[a-z]\)\s|[ivx]{1,4}\.\s(?=[A-Z])|o\s[A-Z])"
)
# A line of its own in italics.
EMPHASIS = re.compile(r"([*_])(?!\s)[^*_]+(?<!\s)\1:?")
PICTURE = re.compile(r"\s*[\u2600-\u27bf\U0001f300-\U0001faff]")
NUMBER = re.compile(r"\s*\(?\d")
# Under these a page has its form, or the adverts of others.
FORM = re.compile(
    r"\W*(?:apply for this (?:job|position|role)|create (?:a )?(?:job )?alert"
    r"|submit application)\b",
    re.IGNORECASE,
)
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
    "noise",
}
# A heading that no list knows ends what stood before it, but not the head of the page, nor a list of other adverts.
UNENDED = {"opening", "noise"}


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
    """The section that goes on, its number, whether its heading was the line before, and how many items it has.

    `wrapped` is the kind of an opening whose sentence goes on in the next line; `marks` open the last two lines.
    """

    kind: str = "opening"
    section: int = 0
    headed: bool = False
    listed: int = 0
    wrapped: str = ""
    marks: tuple[str, str] = ("", "")


def outline(text: str, headed: tuple[int, ...] = ()) -> tuple[Piece, ...]:
    """Return the pieces in order; blanks between them belong to none. `headed`: where markup begins a heading."""
    state = State()
    lines = [line for line in LINE.finditer(text) if not line[0].isspace()]
    places = (_place(text, lines, number) for number in range(len(lines)))
    found = (
        piece
        for number, (line, place) in enumerate(zip(lines, places, strict=True))
        for piece in _of_line(line, number, state, _marked(line, place, headed))
    )
    return tuple(piece for piece in found if text[piece.start : piece.end].strip())


def _marked(line: "re.Match[str]", place: Place, headed: tuple[int, ...]) -> Place:
    number = bisect_left(headed, line.start())
    return replace(place, marked=True) if number < len(headed) and headed[number] <= line.end() else place


def _place(text: str, lines: "list[re.Match[str]]", number: int) -> Place:
    """Return what stands around a line."""
    if number < 3:
        # The first lines are titles and names more often than headings: only known phrases head there.
        return Place(bulleted=number + 1 < len(lines) and bool(BULLET.match(lines[number + 1][0])))
    line, after = lines[number], lines[number + 1] if number + 1 < len(lines) else None
    spaced = not number or "\n" in text[lines[number - 1].end() + 1 : line.start()]
    joined = bool(after) and after.start() - line.end() == 1  # type: ignore[union-attr]
    headed = not BULLET.match(line[0]) or bool(headings.ENCLOSED.fullmatch(line[0].strip()))
    bulleted = headed and bool(after) and bool(BULLET.match(after[0]))  # type: ignore[index]
    return Place(spaced, joined, bulleted, bool(after) and not joined and _is_block(text, lines, number + 1))


def _is_block(text: str, lines: "list[re.Match[str]]", number: int) -> bool:
    """Tell two lines right below each other, or a paragraph, from one more line between blanks."""
    line, after = lines[number], lines[number + 1] if number + 1 < len(lines) else None
    together = bool(after) and after.start() - line.end() == 1 and not BULLET.match(line[0])  # type: ignore[union-attr]
    return together or (len(line[0]) > 90 and line[0].rstrip().endswith("."))


def _of_line(line: "re.Match[str]", number: int, state: State, place: Place) -> Iterator[Piece]:
    text = line[0]
    if state.kind == "benefits" and (_is_category(text, place) or CATEGORY.match(text)):
        yield Piece(state.kind, state.section, line.start(), line.end(), number)
        return
    listed = state.kind in headings.LISTS and text.lstrip()[:1] in "-•*"
    reason = None if listed else noise.reason_of(text)
    if reason and not (place.bulleted and headings.of_line(text, place) in MAIN - {"noise", "apply"}):
        if FORM.match(text) and state.kind != "opening":
            state.kind, state.section = "noise", state.section + 1
        yield Piece("noise", state.section, line.start(), line.end(), number, reason=reason)
        return
    marks = sorted([*_headings(text, place), *_openings(text), *_noise(text)])
    if not marks and state.wrapped and not place.spaced and text[0].islower():
        marks = [(0, 0, state.wrapped, "opening")]
    elif not marks and _ends_a_section(text, state, place):
        marks = [(0, len(text), "other", "heading")]
    elif _is_behind_a_list(text, state, place) and all(role == "opening" and start for start, _, _, role in marks):
        state.kind, state.section, state.listed = "other", state.section + 1, 0
    if state.kind == "noise" and len(marks) == 1 and _is_a_word(text, place):
        marks = []
    yield from _cut(line, number, state, marks)
    is_open = bool(marks) and marks[-1][3] == "opening" and text.rstrip()[-1] not in ".!?:"
    state.wrapped = marks[-1][2] if is_open else ""
    state.marks = state.marks[1], text.lstrip()[0] if BULLET.match(text) else ""
    state.headed = bool(marks) and marks[-1][3] == "heading"
    state.listed = 0 if state.headed else state.listed + (bool(BULLET.match(text)) or text.rstrip()[-1] not in ".!?:")


def _ends_a_section(text: str, state: State, place: Place) -> bool:
    """Tell a heading that no list knows from the label of a part of a list: bullets stand under that."""
    if state.kind in UNENDED or state.headed or NUMBER.match(text) or not headings.looks_like_heading(text, place):
        return False
    if place.marked:
        return True
    if place.bulleted:
        return place.spaced and bool(headings.PRONOUN.search(text))
    return place.spaced and text.strip().count(" ") < 5


def _is_category(text: str, place: Place) -> bool:
    """Tell a label of benefits from the heading of another list: both stand over bullets."""
    label = place.bulleted and not headings.PRONOUN.search(text) and not (place.marked and PICTURE.match(text))
    return label and not MAIN.intersection([headings.of_line(text, place)])


def _is_behind_a_list(text: str, state: State, place: Place) -> bool:
    """Tell a paragraph that follows a list, behind a blank line, from the list's next item."""
    if state.kind not in headings.LISTS or not state.listed or not place.spaced or place.bulleted:
        return False
    if BULLET.match(text) and not EMPHASIS.fullmatch(text.strip()):
        # A picture of its own behind a row of equal marks is no further item.
        return bool(PICTURE.match(text)) and state.marks[0] == state.marks[1] not in {"", text.lstrip()[0]}
    if "@" in text and text.rstrip().endswith("."):
        return True
    if state.listed < 2:
        return False
    if state.marks[0] == state.marks[1] != "" and text.rstrip().endswith(".") and text.count(" ") > 2:
        return text.lstrip()[0].isupper()
    return len(text) > 40 and text.rstrip().endswith((".", "!")) and text.lstrip()[0].isupper()


def _is_a_word(text: str, place: Place) -> bool:
    """Tell the "Skills" of a box on the page: it ends no list of other adverts or boxes."""
    return " " not in text.strip() and not place.bulleted and not text.rstrip().endswith(":") and text.strip().isalpha()


def _cut(line: "re.Match[str]", number: int, state: State, marks: "list[tuple[int, int, str, str]]") -> Iterator[Piece]:
    """Yield the pieces of a line between its marks; a label or an opening holds to the end of its line only."""
    kind, section, at = state.kind, state.section, 0
    for start, end, new, role in marks:
        if start < at:
            continue
        yield Piece(kind, section, line.start() + at, line.start() + start, number)
        at = end
        if role == "noise":
            yield Piece("noise", section, line.start() + start, line.start() + end, number, reason=new)
            continue
        kind, section = new, state.section + 1
        state.section = section
        if role != "opening":
            yield Piece(kind, section, line.start() + start, line.start() + end, number, heading=True)
        if role == "heading":
            state.kind = kind
    yield Piece(kind, section, line.start() + at, line.end(), number)
    if marks and kind != state.kind:
        state.section += 1


def _headings(text: str, place: Place) -> Iterator[tuple[int, int, str, str]]:
    for heading in headings.within(text, place=place):
        label = heading.kind in headings.LABELS and not heading.alone
        yield heading.start, heading.end, heading.kind, "label" if label else "heading"


def _openings(text: str) -> Iterator[tuple[int, int, str, str]]:
    for kind, at in noise.openings(text):
        yield at, at, kind, "opening"


def _noise(text: str) -> Iterator[tuple[int, int, str, str]]:
    if "?" not in text and "]" not in text and "inbox" not in text:
        return
    for found in noise.INLINE.finditer(text):
        yield found.start(), found.end(), "part of a web page", "noise"
