"""The words that head sections: whole phrases, looked up, and forms of lines that no list of phrases can hold."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from careers.importer.data import load

TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
PART = re.compile(r"\[([^\]]*)\]|\(([^)]*)\)|([^\s\[\]()]+)")


def plain(word: str) -> str:
    """Return a word as phrases have it: "You'll" and "youll" are one, "&" is "and"."""
    return "and" if word == "&" else word.lower().replace("'", "")


def plain_line(line: str) -> str:
    return " ".join(plain(found[0]) for found in TOKEN.finditer(line.replace("(s)", "")))


def expand(template: str) -> Iterator[str]:
    """Yield every phrase of "[the|our] (perks|benefits)": square brackets may be left out, round ones not."""
    phrases = [""]
    for optional, choice, word in PART.findall(template):
        words = [plain_line(each) for each in (optional or choice or word).split("|")] + ([""] if optional else [])
        phrases = [f"{phrase} {each}" if phrase and each else phrase or each for phrase in phrases for each in words]
    yield from phrases


@cache
def phrases() -> dict[str, str]:
    """Return {phrase: kind of section}; where two kinds claim a phrase, the first does."""
    found: dict[str, str] = {}
    for kind, templates in load("headings")["phrases"].items():
        for template in templates:
            for phrase in expand(template):
                found.setdefault(phrase, kind)
    found.pop("", None)
    return found


def in_two_languages(words: str) -> str | None:
    """Return the kind of "Te mahi | The work": one of two parts is a known phrase."""
    parts = [plain_line(part) for part in re.split(r" [|/] ", words)] if len(words) < 60 else []
    return next((phrases()[part] for part in parts if part in phrases()), None) if len(parts) == 2 else None


@cache
def beginnings() -> frozenset[str]:
    """Return every phrase and what each begins with, up to any word: a search goes on only along these."""
    return frozenset(each for phrase in phrases() for each in accumulate(phrase.split(" "), "{} {}".format))


@cache
def lines() -> list[tuple[str, "re.Pattern[str]"]]:
    return [(kind, re.compile("|".join(forms))) for kind, forms in load("headings")["lines"].items()]


@cache
def last_lines() -> list[tuple[str, "re.Pattern[str]"]]:
    """Return forms so wide that they hold only for a line that ends in a colon or stands over a list."""
    return [(kind, re.compile("|".join(forms))) for kind, forms in load("headings")["last"].items()]
