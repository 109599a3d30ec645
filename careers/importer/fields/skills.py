"""Skills that items name, by a vocabulary of spellings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from careers.importer.data import load

TOKEN = re.compile(r"[A-Za-z0-9]+(?:\.[a-z]+\b)?[+#]*|\.NET\b")
ANY_OF = re.compile(r"\b(?:at least one|one or more|any (?:one )?of|either|one of|or)\b", re.IGNORECASE)
EXAMPLES = re.compile(
    r"\b(?:such as|for example|for instance|(?<!and )(?<!you )(?<!would )(?<!to )(?<!who )like(?! to\b)"
    r"|e\.g|eg)\b|\(e\.?g|\bor (?:similar|other|equivalent"
    r"|another)\b",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"\b(?:at least one|one or more|any (?:one )?of|one of)\b", re.IGNORECASE)
# Spellings that are everyday words or letters too count in a list of names only.
LETTERS = {
    "C",
    "R",
    "Go",
    "Spring",
    "Swift",
    "Rust",
    "Spark",
    "Shell",
    "Sketch",
    "Unity",
    "Chef",
    "Lambda",
    "Maya",
    "Julia",
    "Helm",
    "Hive",
    "Oracle",
    "Outlook",
    "React",
}
NOT_LETTER = re.compile(
    r"(?:-[A-Za-z]|&|\.[A-Z]| (?:20\d\d|above|beyond|the|to|into|through|Street|suite|level|season|semester|intake))"
)


@dataclass(frozen=True)
class Vocabulary:
    """Spellings of skills as token tuples; `exact` ones count in this very case only.

    `longest` is the number of tokens in the longest spelling that starts with a token, in lower case.
    """

    exact: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    loose: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)


def tokens(text: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(text))


@cache
def built_in() -> Vocabulary:
    data = load("skills")
    return _vocabulary(data["exact"], data["any"])


def vocabulary(spellings: Mapping[str, str]) -> Vocabulary:
    """Return the built-in vocabulary with {spelling: name} added; the names given win over the built-in ones."""
    exact = {spelling: name for spelling, name in spellings.items() if len(spelling) <= 3 or spelling in LETTERS}
    loose = {spelling: name for spelling, name in spellings.items() if spelling not in exact}
    data = load("skills")
    return _vocabulary({**data["exact"], **exact}, {**data["any"], **loose})


def _vocabulary(exact: Mapping[str, str], loose: Mapping[str, str]) -> Vocabulary:
    exactly = {tokens(spelling): name for spelling, name in exact.items() if tokens(spelling)}
    loosely = {tuple(map(str.lower, tokens(spelling))): name for spelling, name in loose.items() if tokens(spelling)}
    longest: dict[str, int] = {}
    for spelling in (*exactly, *loosely):
        first = spelling[0].lower()
        longest[first] = max(longest.get(first, 0), len(spelling))
    return Vocabulary(exactly, loosely, longest)


def skills_in(text: str, known: Vocabulary) -> Iterator[str]:
    """Yield the names of the skills, longest spellings first; "IPv4/v6" is two."""
    found = list(TOKEN.finditer(text))
    words = [token[0] for token in found]
    at = 0
    while at < len(words):
        size, name = _longest(text, found, words, at, known)
        yield from name.split("|") if name else ()
        at += max(size, 1)


def _longest(text: str, found: "list[re.Match[str]]", words: list[str], at: int, known: Vocabulary) -> tuple[int, str]:
    for size in range(min(known.longest.get(words[at].lower(), 0), len(words) - at), 0, -1):
        spelling = tuple(words[at : at + size])
        name = known.exact.get(spelling) or known.loose.get(tuple(map(str.lower, spelling)))
        if name and _apart(text, found[at], found[at + size - 1]):
            return size, name
    head = words[at].split(".")[0]
    return 1, known.exact.get((head,)) or known.loose.get((head.lower(),), "") if head != words[at] else ""


def _apart(text: str, first: "re.Match[str]", last: "re.Match[str]") -> bool:
    """Tell whether a spelling stands alone: "C-level", "R&D" and "Go above and beyond" name no language."""
    word = first[0]
    if word not in LETTERS or first is not last:
        return True
    return not NOT_LETTER.match(text, last.end()) and text[first.start() - 1 : first.start()] not in {"&", "-"}


def rule_of(text: str) -> str:
    """Return how an item's skills bind: all, any_of ("at least one of") or examples ("such as")."""
    if ONE_OF.search(text):
        return "examples" if re.search(r"\b(?:such as|e\.g)", text) else "any_of"
    return "examples" if EXAMPLES.search(text) else "any_of" if ANY_OF.search(text) else "all"


def skills_of(texts: Iterable[str], known: Vocabulary) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in skills_in(text, known)))
