"""A text as the words that search compares: without case and accents, each with its stem.

Words are spelled in a–z and 0–9 and begin with a letter, so that no engine's own idea of a letter or a number matters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]

LONGEST = 40
# Names whose signs are part of them; without this "C++", "C#" and "C" were one word.
NAMES = {"c++": "cplusplus", "c#": "csharp", "f#": "fsharp", ".net": "dotnet", "node.js": "nodejs", "node js": "nodejs"}
WORD = re.compile(
    r"""(?<![^\W_])(?: c\+\+ | [cf]\# | \.net(?![^\W_]) | node[. ]js(?![^\W_]) )
      | (?<=(?<![^\W_])asp)\.net(?![^\W_])
      | [^\W_]+ (?: '[^\W_]+ )*""",
    re.VERBOSE,
)


class Word(NamedTuple):
    """`start` and `end` say where it stands in the text."""

    start: int
    end: int
    form: str
    stem: str


class Folds(dict[int, str]):
    """{code point: what it is folded to}, for str.translate; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", chr(code)).casefold())
        self[code] = "".join(letter for letter in letters if not unicodedata.combining(letter))
        return self[code]


FOLDS = Folds({ord("’"): "'", ord("ʼ"): "'", ord("♯"): "#"})


def forms_and_stems(text: str) -> list[tuple[str, str]]:
    """Return the (form, stem) pairs of a text, in order: what documents are made of, in a third of the time."""
    return [form_and_stem(letters) for letters in WORD.findall(text.translate(FOLDS))]


def words(text: str) -> list[Word]:
    """Return the Words of a text, in order."""
    folded = text.translate(FOLDS)
    if len(folded) == len(text) and text.isascii():
        return [word_at(found, found.start(), found.end()) for found in WORD.finditer(folded)]
    places = [place for place, letter in enumerate(text) for _ in letter.translate(FOLDS)]
    return [word_at(found, places[found.start()], places[found.end() - 1] + 1) for found in WORD.finditer(folded)]


def word_at(found: re.Match[str], start: int, end: int) -> Word:
    return Word(start, end, *form_and_stem(found.group()))


@lru_cache(20_000)
def form_and_stem(letters: str) -> tuple[str, str]:
    form = spelled(letters)
    return form, stem(form)


def spelled(letters: str) -> str:
    """Return a folded word as it is stored: "401k" reads n401k, a letter outside a–z its code point."""
    letters = NAMES.get(letters) or letters.removesuffix("'s").replace("'", "")
    letters = letters[:LONGEST]
    if not letters.isascii():
        letters = "".join(letter if letter.isascii() else f"u{ord(letter):06x}" for letter in letters)
    return f"n{letters}" if letters[0].isdigit() else letters


@lru_cache(20_000)
def stem(form: str) -> str:
    """Return the stem; names, codes and words of up to three letters are kept: "iOS" is not a plural of "IO"."""
    if len(form) < 4 or not form.isalpha() or form in NAMES.values():
        return form
    # One each time: a stemmer keeps the word it works on in itself, and threads share nothing safely.
    return str(EnglishStemmer().stemWord(form))


@lru_cache(2_000)
def stems(text: str) -> tuple[str, ...]:
    return tuple(stem for _, stem in forms_and_stems(text))
