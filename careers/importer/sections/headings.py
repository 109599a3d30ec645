"""Which lines head a section, and where a heading stands: on a line, in a bullet, glued to what surrounds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .phrases import TOKEN, beginnings, in_two_languages, last_lines, lines, phrases, plain, plain_line

LISTS = ("responsibilities", "minimum", "preferred", "benefits")
# These label a value more often than they head a section: glued to one, they hold for their line only.
LABELS = {"salary", "place", "dates", "privacy", "apply", "noise", "container", "videos", "role", "diversity"}
BULLET = re.compile(
    r"\s*(?:[-–—*•·▪◦‣►▶✓✔✅●○■□→➢❖・]+\s*|\(?\d{1,2}(?:\.\d{1,2})?[.)]?\s+|(?:[IVX]{1,4}|[A-H])[.)]\s+"
    r"|[^\w\s\"'(]{1,3}\s+)?"
)
NUMBERED = re.compile(
    r"\s*(?:\(?\d{1,2}(?:\.\d{1,2})?[.)]?|(?:[IVX]{1,4}|[A-H])[.)]"
    r"|[^\w\s\"'(•*·-]{1,3})\s+(?=\S)"
)
STRONG_AFTER = re.compile(r"\s*(?::(?!//)|\s{3,}\S|\s[-–—•*·]\s?\S|[-•*·]\s*[A-Z]|$)")
LIST_AFTER = re.compile(r"\s*:?\s*[-–—*•·✓✔](?=\s?\w)")
# "What we ask. You are a student." is a heading where it starts a paragraph.
STOP_AFTER = re.compile(r"\.\s+[A-Z]")
ABOUT_NAMED = re.compile(r"About ([A-Z][\w&.'-]*(?: (?:&|of|and|[A-Z][\w&.'-]*)){0,4})(?= - |: |\s+\1\b)")
WEAK_AFTER = re.compile(r"\s+[A-Z0-9]")
# So a sentence begins; other words behind "Our People" go on with a name ("Our People Operations team").
OPENER = re.compile(
    r"\s+(?:(?:We|You|They|This|That|These|As|At|The|Our|Your|In|An?|It|If|To|For|With|From|By|All|Is|Are|\d)\b"
    r"|[A-Z][\w'-]+,? (?!team|department|group|division|managers?|leads?|officers?|interns?|program|and\b|&)[a-z])"
)
# In a bullet these label the item.
IN_BULLET = {
    "skills", "experience", "education", "knowledge", "schedule", "hours", "duration", "dates", "location", "note",
    "timeline", "start", "start date", "travel", "essential", "required", "desirable", "preferred", "optional", "bonus",
    "plus",
    "salary", "pay", "stipend", "wage", "technical skills", "soft skills", "flexibility", "learning", "money",
    "diversity", "team", "role", "accessibility", "flexible working", "hybrid working", "remote work",
    "nice to have", "ideally", "commitment", "availability", "additional", "welcome", "helpful", "when", "where",
}  # fmt: skip
# With a colon and a capital these head a section in mid-line, whatever stands before.
GLUED = {"salary", "benefits", "responsibilities", "minimum", "preferred"}
ONE_WORD = {"responsibilities", "requirements", "qualifications", "benefits", "perks", "duties"}
SENTENCE = re.compile(r"(?:what|who|you|why|how|your|in|to|we|this|is|does|it|during|while|a|as)\b", re.IGNORECASE)
# A form of line counts as it stands for these words only under a colon or above bullets: they open sentences too.
PRONOUN = re.compile(
    r"\b(?:you|we|our|us|they|your|applicants|candidates|the program\w*|the role)\b|^\W*(?:what|who|how|why|when"
    r"|where)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"(?:you|we|they|applicants|candidates|students|interns|graduates|the|in|as|on|at|our|join"
    r"|apply|to)\b"
)
SMALL = {"and", "of", "the", "for", "in", "to", "a", "an", "with", "or", "on", "at", "your", "you", "we", "is", "are"}
# "◆ What we bring ◆"
ENCLOSED = re.compile(r"([^\w\s\"'().,:;!?]{1,3}) ?\w.{1,70}\w[?!:]? ?\1")
CAPITAL = re.compile(r"(?<![\w/&'-])[A-Z][^\W_]*(?:'[^\W_]+)*")


@dataclass(frozen=True)
class Heading:
    kind: str
    start: int
    end: int
    alone: bool


@dataclass(frozen=True)
class Place:
    """What stands around a line: blanks before it, text right below it, a bullet, a block of lines behind a blank.

    `marked`: the page's own markup makes it a heading.
    """

    spaced: bool = False
    joined: bool = False
    bulleted: bool = False
    blocked: bool = False
    marked: bool = False


ANYWHERE = Place()


def of_line(line: str, place: Place = ANYWHERE) -> str | None:
    """Return the kind of section that a whole line heads, or None."""
    if len(line) > 120:
        return None
    words = _bare(line)
    if (
        not words
        or len(words) > 90
        or (line.rstrip().endswith(".") and not line.rstrip().endswith("..") and " " in words)
    ):
        return None
    tokens = TOKEN.findall(words.lower().replace("'", "").replace("&", " and "))
    return _phrase(tokens, words) or _form(" ".join(tokens), line, place) or in_two_languages(words)


def _bare(line: str) -> str:
    found = BULLET.match(line)
    return line[found.end() if found else 0 :].strip(" :-–—*#_=.…?!>").replace("(s)", "")


def _phrase(tokens: list[str], words: str) -> str | None:
    """Return the kind of a known phrase, also with a name at its end, with "so," before or brackets behind it."""
    if not tokens or len(tokens) > 20 or ":" in words:
        return None
    known = phrases()
    if kind := known.get(" ".join(tokens)):
        return kind
    if tokens[0] in {"so", "section", "part"} and (kind := known.get(" ".join(tokens[1:]))):
        return kind
    if words.endswith(")"):
        outer, _, inner = words.partition("(")
        forms = (plain_line(outer), plain_line(inner) if " " in inner else "")
        return next((known[each] for each in forms if each in known), None)
    at = _name_at(tokens, words)
    if not at:
        return None
    kind = known.get(" ".join([*tokens[:at], "us"]))
    if not kind and tokens[at - 1] in {"at", "with", "for", "from"}:
        kind = known.get(" ".join(tokens[: at - 1]))
        kind = None if kind in {"minimum", "preferred"} else kind
    return kind or _about(tokens, at)


def _name_at(tokens: list[str], words: str) -> int:
    """Return where the name begins that a line ends with, or 0: all its words but small ones have capitals."""
    at, name = len(tokens), 0
    written = TOKEN.findall(words)
    while at > 1 and len(written) == len(tokens) and (written[at - 1][0].isupper() or tokens[at - 1] in SMALL):
        at -= 1
        name = at if written[at][0].isupper() else name
    return name


def _about(tokens: list[str], at: int) -> str | None:
    if tokens[:at] in (["about"], ["about", "the"], ["about", "our"], ["who", "is"], ["who", "are"], ["meet"]):
        return "about_team" if tokens[-1] in {"team", "department", "squad"} else "about_company"
    return None


def _form(words: str, line: str, place: Place) -> str | None:
    """Return the kind of a line that looks like a heading and has the form of one."""
    if not looks_like_heading(line, place) or words.count(" ") > 11:
        return None
    ends = line.rstrip().endswith((":", "?", "..", "…", ":-"))
    over = ends or place.bulleted or place.marked or (place.spaced and place.blocked)
    if CLAUSE.match(words) and not over:
        return None
    forms = [*lines(), *last_lines()] if over else lines()
    return next((kind for kind, form in forms if form.fullmatch(words)), None)


def looks_like_heading(line: str, place: Place) -> bool:
    """Tell by its shape whether a line heads what follows: a colon, capitals, or blanks and text around it."""
    text = line.strip()
    if not 2 < len(text) <= 90 or "@" in text or "http" in text or (text[-1] in ".;," and not text.endswith("..")):
        return False
    if place.marked or ENCLOSED.fullmatch(text):
        return True
    bullet = BULLET.match(line)
    numbered = NUMBERED.match(line)
    if bullet and bullet[0].strip() and not numbered:
        return False
    bare = _bare(line)
    if not bare or ": " in bare or not (bare[0].isupper() or (place.spaced and place.bulleted)):
        return False
    titled = _is_titled(bare)
    if numbered and not titled:
        return False
    return (
        text.endswith((":", "?", "..", "…", ":-"))
        or place.bulleted
        or (bare.isupper() and len(bare) > 3)
        or (place.spaced and (place.joined or titled) and (titled or bare.count(" ") < 4))
        or (place.spaced and place.blocked and bare.count(" ") < 9)
    )


def _is_titled(words: str) -> bool:
    found = TOKEN.findall(words)
    return len(found) <= 6 and all(word[0].isupper() or plain(word) in SMALL for word in found)


def within(line: str, start: int = 0, place: Place = ANYWHERE) -> Iterator[Heading]:
    """Yield the headings of a line, positions counted from `start`."""
    if kind := of_line(line, place):
        yield Heading(kind, start, start + len(line), alone=True)
        return
    reach = 0
    for token in CAPITAL.finditer(line):
        if token[0] == "About" and (named := ABOUT_NAMED.match(line, token.start())) and "eam" not in named[1]:
            reach = named.end()
            yield Heading("about_company", start + token.start(), start + reach, alone=False)
        if token.start() < reach or plain(token[0]) not in beginnings():
            continue
        if heading := _at(line, token.start(), start):
            reach = heading.end - start
            yield heading


def _at(line: str, at: int, start: int) -> Heading | None:
    for end, kind, words in _known(line, at):
        if words in IN_BULLET and (BULLET.match(line) or [""])[0].strip():
            return None
        if _stands_alone(line, at, end, kind):
            end += len(line[end:]) - len(line[end:].lstrip(" :."))
            return Heading(kind, start + at, start + end, alone=False)
    return None


def _known(line: str, first: int) -> Iterator[tuple[int, str, str]]:
    """Yield (end, kind, phrase) of the phrases that start at a word, the longest first; none goes past a stop."""
    begun, known, at = beginnings(), phrases(), first
    words, found = "", []
    for token in TOKEN.finditer(line, first):
        if line[at : token.start()].strip(" /,-'()"):
            break
        words = f"{words} {plain(token[0])}" if words else plain(token[0])
        if words not in begun:
            break
        at = token.end() + (3 if line.startswith("(s)", token.end()) else 0)
        if kind := known.get(words):
            found.append((at + 1 if line[at : at + 1] == "?" else at, kind, words))
    yield from reversed(found)


def _stands_alone(line: str, at: int, end: int, kind: str) -> bool:
    """Tell a heading from the same words in prose: by what stands before and behind, and by its capitals."""
    words, before = line[at:end].split(), line[:at].rstrip()
    opens = not BULLET.sub("", before, count=1) or before[-1] in ".!?;)"
    titled = all(word[0].isupper() or len(word) < 4 or not word[0].isalpha() for word in words)
    if not before and len(words) > 1 and STOP_AFTER.match(line, end):
        return True
    if STRONG_AFTER.match(line, end) or LIST_AFTER.match(line, end):
        colon = line[end:].lstrip().startswith(":")
        if opens or (titled and kind in GLUED and colon) or (LIST_AFTER.match(line, end) and colon):
            return True
        listed = bool(LIST_AFTER.match(line, end))
        return titled and ((len(words) > 1 and (kind in GLUED or listed)) or (listed and words[0].lower() in ONE_WORD))
    if not (WEAK_AFTER.match(line, end) and opens and titled and len(words) > 1):
        return False
    if kind not in LISTS and not OPENER.match(line, end):
        return False
    # "Who We Are We build" heads; "The Team At Acme builds" and "Our Mission Control" are prose.
    return not SENTENCE.match(line, at) or all(word[0].isupper() for word in words)
