"""Where new adverts start in one text: at a rule between two, at a title, or where the sections begin anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .fields.labels import read_labels
from .fields.names import KIND, UNIT
from .fields.titles import is_early, is_title, shape
from .sections import headings, noise
from .sections.decoding import read
from .sections.outline import outline

LINE = re.compile(r"[^\n]*(?:\n|\Z)")
RULE = re.compile(r"\s*(?:[-=_*~#]\s?){5,}\s*$|\f")
NUMBERED = re.compile(
    r"\s*\W{0,3}(?:advert|job|role|position|posting|vacancy) ?(?:no\.? ?|#)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\W*$", re.I
)
COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|@|copyright)\s*(?:20\d\d)?", re.IGNORECASE)
TITLE = r"(?:(?:job |position |role |post )?title|title of post|position|role|post|vacancy|subject)"
TITLED = re.compile(rf"\W{{0,4}}{TITLE}\W{{0,3}}:\W{{0,3}}\s", re.IGNORECASE)
# So a mail or a card begins that holds an advert.
OPENS = re.compile(
    rf"\W{{0,4}}(?:(?:{TITLE}|from|job (?:no|id)|company(?: name)?)\W{{0,3}}:|skip to main content)", re.IGNORECASE
)
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
    over_since: int = 0
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
    source = read(text)
    heads = {piece.start: piece.kind for piece in outline(source.text, source.headed) if piece.heading}
    lines = [_line(found, heads) for found in LINE.finditer(source.text) if found[0]]
    cuts = [0, *(_in_original(text, source.starts[at]) for at in _cuts(lines)), len(text)]
    spans = [(start, end) for start, end in pairwise(cuts) if start < end]
    return _joined(text, spans)


def _in_original(text: str, at: int) -> int:
    """Return where the line begins: the marks of a heading stand before what is read of it."""
    start = text.rfind("\n", 0, at) + 1
    return at if re.search(r"\w", text[start:at]) else start


def _line(found: "re.Match[str]", heads: dict[int, str]) -> Line:
    words = found[0].strip()
    kind = heads.get(found.start(), headings.of_line(words)) if words else None
    if not kind and words:
        kind = next((each.kind for each in headings.within(words[:200])), None) if len(words) > 90 else None
    ends = bool(COPYRIGHT.match(words)) or kind in ENDS or any(True for _ in noise.openings(words[-400:]))
    rule = bool(words) and bool(RULE.match(found[0]) or NUMBERED.match(words))
    return Line(found.start(), words, kind, rule, ends)


def _cuts(lines: list[Line]) -> Iterator[int]:
    state = State()
    for number, line in enumerate(lines):
        if _starts_advert(lines, number, state):
            yield _top_of_block(lines, number, state).start
            state = State()
        _note(state, line, number)


def _starts_advert(lines: list[Line], number: int, state: State) -> bool:
    line = lines[number]
    if not line.text or state.letters < FEWEST_LETTERS:
        return False
    ahead = [each for each in lines[number : number + 3 * LOOK_AHEAD] if each.text][:LOOK_AHEAD]
    if not any(each.kind in WANTS for each in ahead):
        return False
    if line.is_rule:
        return True
    if state.kinds & WANTS:
        return _is_new_title(lines, number, state) or _begins_anew(line, state)
    return _is_after_an_end(lines, number, state)


def _is_new_title(lines: list[Line], number: int, state: State) -> bool:
    """Tell a title from its repetition, and from a line in the middle of a list."""
    line, before = lines[number], lines[number - 1]
    following = next((each for each in lines[number + 1 : number + 4] if each.text), None)
    apart = not before.text or before.is_end or not lines[_top(lines, number) - 1].text
    headed = state.over and following is not None and following.kind in STARTS
    title = _title_of(line)
    return (apart or headed) and is_title(title) and shape(title).lower() not in state.titles


def _title_of(line: Line) -> str:
    """Return the words of a line that may be a title, without the label before it."""
    return TITLED.sub("", line.text, count=1)


def _is_after_an_end(lines: list[Line], number: int, state: State) -> bool:
    """Tell the title of an early career behind an advert that has said what one does, or much, and how to apply."""
    told = "responsibilities" in state.kinds or state.letters > 3 * FEWEST_LETTERS
    return told and state.over and is_early(lines[number].text) and _is_new_title(lines, number, state)


def _is_name(line: Line) -> bool:
    """Tell a line that may stand above a title, such as the company's name."""
    return 0 < len(line.text) <= SHORT and line.text[0].isalnum() and line.text[-1] not in ".!?:;,"


def _top(lines: list[Line], number: int) -> int:
    """Return where the block begins that a line stands in, at most two names above it."""
    top = number
    while number - top < 2 and top and _is_name(lines[top - 1]) and not lines[top - 1].is_end:
        top -= 1
    return top


def _top_of_block(lines: list[Line], number: int, state: State) -> Line:
    """Return where to cut: above the company's name or card where that stands above the title, else here."""
    if lines[number].is_rule:
        return lines[number]
    if lines[number].kind in BEGINS:
        return lines[_opening(lines, number, state.over_since)]
    top = _top(lines, number)
    top = top if top and not lines[top - 1].text else number
    above = _block(lines, top - 2) if top > 1 else range(0)
    return lines[above.start if above and all(_heads_a_page(lines[each]) for each in above) else top]


def _opening(lines: list[Line], number: int, first: int) -> int:
    """Return where the advert opens whose sections begin at a line: at the last mail or card since the one before."""
    for at in range(number - 1, first, -1):
        if lines[at].text and not lines[at - 1].text and OPENS.match(lines[at].text):
            return at
    return number


def _block(lines: list[Line], last: int) -> range:
    """Return the numbers of the lines without a blank between them that end with this one."""
    first = last
    while first > 0 and lines[first].text and lines[first - 1].text and last - first < TOP:
        first -= 1
    return range(first, last + 1) if lines[last].text else range(0)


def _heads_a_page(line: Line) -> bool:
    """Tell the employer's name, or a cell of a card, from the last words of the advert before."""
    named = KIND.search(line.text) or UNIT.search(line.text) or any(read_labels(line.text))
    return bool(named) and len(line.text) <= SHORT and not line.is_end


def _begins_anew(line: Line, state: State) -> bool:
    return state.over and line.kind in BEGINS & state.kinds


def _note(state: State, line: Line, number: int) -> None:
    state.letters += len(line.text)
    state.lines += bool(line.text)
    if line.kind:
        state.kinds.add(line.kind)
    if line.is_end and not state.over:
        state.over_since = number
    state.over = line.is_end or (state.over and line.kind not in WANTS)
    if state.lines <= TOP and is_title(_title_of(line)):
        state.titles.add(shape(_title_of(line)).lower())


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what holds hardly a word, a rule above the first advert for example, to the next span."""
    whole: list[tuple[int, int]] = []
    start = 0
    for low, high in spans:
        if len(re.sub(r"\W", "", text[low:high])) >= FEWEST_LETTERS // 3 or high == len(text):
            whole.append((start, high))
            start = high
    return whole
