"""Which words head a section, and where a heading stands: on a line, in a bullet, glued to what surrounds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careers.importer.data import load

LISTS = ("responsibilities", "minimum", "preferred", "benefits")
# These label a value more often than they head a section: glued to one, they hold for their line only.
LABELS = {"salary", "place", "dates", "privacy", "apply", "noise", "container", "videos"}
NAME = r"(?-i:[A-Z][\w&.'+-]{0,30}(?: (?:[A-Z&][\w&.'+-]{0,30}|of|and|the|for)){0,5})"
NAMED = {
    "about_team": rf"about (?:the |our )?{NAME} (?:team|department|group)|(?:the |our )?{NAME} team",
    "why_join": rf"(?:why (?:join |work (?:at|for|with) |choose )?|life at |working at |join ){NAME}\??",
    "about_company": rf"about {NAME}|who is {NAME}\??",
    "benefits": rf"(?:benefits|perks|what you(?:'ll| will)? get) (?:at|with) {NAME}",
    "diversity": rf"(?:diversity|inclusion|diversity (?:and|&) inclusion) at {NAME}",
    "responsibilities": r"(?:what|how) (?:you|our|an?|the)[a-z' ]{3,40} (?:do|does|work on|be doing)(?: here| day"
    r" to day)?",
    "minimum": r"(?:what|who) (?:we|you)[a-z' ]{3,30}(?:looking for|need|bring)(?: [a-z]+){0,4}",
}
WORDS = {kind: "|".join(phrases) for kind, phrases in load("headings").items()}
LINE = {kind: re.compile(f"(?:{words})", re.IGNORECASE) for kind, words in WORDS.items()}
LINE_NAMED = {kind: re.compile(words, re.IGNORECASE) for kind, words in NAMED.items()}
ALL = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in WORDS.items()), re.IGNORECASE)
BULLET = re.compile(r"\s*(?:[-–—*•·▪◦‣►▶✓✔✅●○■□→➢❖]+\s*|\(?\d{1,2}[.)]\s+|[^\w\s\"'(]{1,3}\s+)?")
CAPITAL = re.compile(r"(?<![\w'/&-])[A-Z]")
STRONG_AFTER = re.compile(r"\s*(?::(?!//)|\s[-–—•*·]\s?\S|[-•*·]\s*[A-Z]|$)")
LIST_AFTER = re.compile(r"\s*:\s*[-–—•*·](?=\s?\w)")
# In a bullet these label the item.
IN_BULLET = {
    "skills",
    "experience",
    "education",
    "knowledge",
    "schedule",
    "hours",
    "duration",
    "dates",
    "location",
    "note",
    "timeline",
    "start date",
}
# With a colon and a capital these head a section in mid-line, whatever stands before.
GLUED = {"salary", "benefits", "responsibilities", "minimum", "preferred"}
WEAK_AFTER = re.compile(r"\s+[A-Z0-9]")
SENTENCE = re.compile(r"(?:what|who|you|why|how|your|in|to|we|this|is|does|it|during|while|a|as)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    kind: str
    start: int
    end: int
    alone: bool


def of_line(line: str) -> str | None:
    """Return the kind of section that a whole line heads, or None."""
    words = line[BULLET.match(line).end() :].strip(" :-–—*#_=.…") if len(line) <= 90 else ""  # type: ignore[union-attr]
    if not words or (line.rstrip().endswith(".") and len(words.split()) > 3):
        return None
    kinds = (kind for table in (LINE, LINE_NAMED) for kind, form in table.items() if form.fullmatch(words))
    return next(kinds, None)


def within(line: str, start: int = 0) -> Iterator[Heading]:
    """Yield the headings of a line, positions counted from `start`."""
    if kind := of_line(line):
        yield Heading(kind, start, start + len(line), alone=True)
        return
    reach = 0
    for found in CAPITAL.finditer(line):
        if found.start() >= reach and (heading := _at(line, found.start(), start)):
            reach = heading.end - start
            yield heading


def _at(line: str, at: int, start: int) -> Heading | None:
    found = _longest(line, at)
    if not found or not _stands_alone(line, at, found.end(), str(found.lastgroup)):
        return None
    if found[0].lower() in IN_BULLET and BULLET.match(line)[0].strip():  # type: ignore[index]
        return None
    kind = str(found.lastgroup)
    end = found.end() + (len(line[found.end() :]) - len(line[found.end() :].lstrip(" :")))
    return Heading(kind, start + at, start + end, alone=False)


def _longest(line: str, at: int) -> "re.Match[str] | None":
    """Return the phrase that starts here and ends with a word."""
    found = ALL.match(line, at, min(len(line), at + 70))
    while found and found.end() < len(line) and line[found.end()].isalnum():
        found = ALL.match(line, at, line.rfind(" ", at, found.end())) if " " in line[at : found.end()] else None
    return found


def _stands_alone(line: str, at: int, end: int, kind: str) -> bool:
    """Tell a heading from the same words in prose: by what stands before and behind, and by its capitals."""
    words, before = line[at:end].split(), line[:at].rstrip()
    opens = not BULLET.sub("", before, count=1) or before[-1] in ".!?;)"
    titled = all(word[0].isupper() or len(word) < 4 for word in words)
    if LIST_AFTER.match(line, end):
        return True
    if STRONG_AFTER.match(line, end):
        return (
            opens or (titled and kind in GLUED and line[end:].lstrip().startswith(":")) or (titled and len(words) > 1)
        )
    if not (WEAK_AFTER.match(line, end) and opens and titled and len(words) > 1):
        return False
    # "Who We Are We build" heads; "The Team At Acme builds" and "Our Mission Control" are prose.
    return not SENTENCE.match(line, at) or all(word[0].isupper() for word in words)
