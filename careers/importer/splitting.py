"""Where new adverts start in one text: at a rule between two, at a title, or where the sections begin anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .fields.titles import is_title, shape
from .sections import headings, noise

LINE = re.compile(r"[^\n]*(?:\n|\Z)")
RULE = re.compile(r"\s*(?:[-=_*~#]\s?){5,}\s*$|\f")
NUMBERED = re.compile(
    r"\s*\W{0,3}(?:advert|job|role|position|posting|vacancy) ?(?:no\.? ?|#)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\W*$", re.I
)
COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|@|copyright)\s*(?:20\d\d)?", re.IGNORECASE)
# Sections an advert ends with, and those it starts with.
ENDS = {"privacy", "apply", "benefits", "videos", "acknowledgment", "diversity", "noise", "salary"}
STARTS = {"responsibilities", "role", "container", "about_team", "about_company"}
BEGINS = {"responsibilities", "role", "about_team"}
WANTS = {"minimum", "preferred"}
FEWEST_LETTERS = 150
LOOK_AHEAD = 40
# Lines of an advert among which its title is looked for, and letters that a name takes at most.
TOP = 12
SHORT = 70


@dataclass
class State:
    """What the advert that is being gone through has shown so far."""

    kinds: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    over: bool = False
    letters: int = 0
    lines: int = 0


@dataclass(frozen=True)
class Line:
    start: int
    text: str
    kind: str | None
    is_rule: bool
    is_end: bool


def split(text: str) -> list[tuple[int, int]]:
    """Return the spans of the adverts; they follow each other and together are the text."""
    lines = [_line(found) for found in LINE.finditer(text) if found[0]]
    cuts = [0, *_cuts(lines), len(text)]
    spans = [(start, end) for start, end in pairwise(cuts) if start < end]
    return _joined(text, spans)


def _line(found: "re.Match[str]") -> Line:
    words = found[0].strip()
    kind = headings.of_line(words) if words else None
    if not kind and words:
        kind = next((each.kind for each in headings.within(words[:200])), None) if len(words) > 90 else None
    ends = bool(COPYRIGHT.match(words)) or kind in ENDS or any(True for _ in noise.openings(words[-400:]))
    rule = bool(words) and bool(RULE.match(found[0]) or NUMBERED.match(words))
    return Line(found.start(), words, kind, rule, ends)


def _cuts(lines: list[Line]) -> Iterator[int]:
    state = State()
    for number, line in enumerate(lines):
        if _starts_advert(lines, number, state):
            yield _top_of_block(lines, number).start
            state = State()
        _note(state, line)


def _starts_advert(lines: list[Line], number: int, state: State) -> bool:
    line = lines[number]
    if not line.text or state.letters < FEWEST_LETTERS or not (line.is_rule or state.kinds & WANTS):
        return False
    if not (line.is_rule or _is_new_title(lines, number, state) or _begins_anew(line, state)):
        return False
    ahead = [each for each in lines[number : number + 3 * LOOK_AHEAD] if each.text][:LOOK_AHEAD]
    return any(each.kind in WANTS for each in ahead)


def _is_new_title(lines: list[Line], number: int, state: State) -> bool:
    """Tell a title from its repetition, and from a line in the middle of a list."""
    line, before = lines[number], lines[number - 1]
    following = next((each for each in lines[number + 1 : number + 4] if each.text), None)
    apart = not before.text or before.is_end or not lines[_top(lines, number) - 1].text
    headed = state.over and following is not None and following.kind in STARTS
    return (apart or headed) and is_title(line.text) and shape(line.text).lower() not in state.titles


def _is_name(line: Line) -> bool:
    """Tell a line that may stand above a title, such as the company's name."""
    return 0 < len(line.text) <= SHORT and line.text[0].isalnum() and line.text[-1] not in ".!?:;,"


def _top(lines: list[Line], number: int) -> int:
    """Return where the block begins that a line stands in, at most two names above it."""
    top = number
    while number - top < 2 and top and _is_name(lines[top - 1]) and not lines[top - 1].is_end:
        top -= 1
    return top


def _top_of_block(lines: list[Line], number: int) -> Line:
    """Return where to cut: above the company's name where that stands above the title, else here."""
    top = _top(lines, number)
    return lines[top] if not lines[number].is_rule and top and not lines[top - 1].text else lines[number]


def _begins_anew(line: Line, state: State) -> bool:
    return state.over and line.kind in BEGINS & state.kinds


def _note(state: State, line: Line) -> None:
    state.letters += len(line.text)
    state.lines += bool(line.text)
    if line.kind:
        state.kinds.add(line.kind)
    state.over = line.is_end or (state.over and line.kind not in WANTS)
    if state.lines <= TOP and is_title(line.text):
        state.titles.add(shape(line.text).lower())


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what holds hardly a word, a rule above the first advert for example, to the next span."""
    whole: list[tuple[int, int]] = []
    start = 0
    for low, high in spans:
        if len(re.sub(r"\W", "", text[low:high])) >= FEWEST_LETTERS // 3 or high == len(text):
            whole.append((start, high))
            start = high
    return whole
