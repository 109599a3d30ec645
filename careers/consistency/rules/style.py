"""Rules that only inform: coded words, acronyms, sentences, capitals, spelling, casing, marks."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from careers.postings.phrases import listed

from .finding import Flaw, info
from .lexicon import entries, read
from .subject import Subject
from .wording import quoted

MOST_WORDS = 40
SENTENCE = re.compile(r"[.!?]\s|\n")
# None begins with an assertion: the engine then skips to the first letter that fits, twice as fast.
ACRONYM = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z]?[A-Z]{1,4}s?(?:[/-][A-Z]{2,5}s?)*\b")
CAPITALS = re.compile(r"[A-Z]{2,}\b")
RUN_ON = re.compile(r"\S[ \t]+-[ \t]?(?=[A-Z])|\w[ \t]-(?=[A-Z])")
MARK = re.compile(r"^[ \t]*([-*•·–][ \t]?)", re.MULTILINE)
YEAR = re.compile(r"(?:19|20)\d\d")
AT_YEAR = re.compile(r"@\s?(?:19|20)\d\d\b")
AT_SIGN = re.compile(r"(?<!\w)@$")
COPYRIGHT_SIGNS = ("©", "(c)", "copyright")
CODED = {name: tuple(stem for stem, _ in entries(name)) for name in ("masculine", "feminine")}
KNOWN = frozenset(word for word, _ in entries("acronyms"))
SHOUTED = frozenset(word.upper() for word, _ in entries("shouting"))
NAMES = {name.lower(): name for name, _ in entries("names")}


@info("P050", "source_text", "Gender-coded words")
def coded_words(subject: Subject, on: date) -> Iterator[Flaw]:
    words = {word for _, text in subject.passages for word in read(text).tokens}
    coded = sorted((name, word) for word in words for name in codes(word))
    for name, pairs in groupby(coded, key=itemgetter(0)):
        yield Flaw(
            f"Words that research found {name}-coded: {listed([word for _, word in pairs])}.",
            "Look whether the text leans one way; neutral words draw more people.",
            cause=f"{name.capitalize()}-coded words",
        )


@lru_cache(maxsize=20_000)
def codes(word: str) -> tuple[str, ...]:
    return tuple(name for name, stems in CODED.items() if word.startswith(stems))


@info("P051", "source_text", "Acronyms without explanation")
def acronyms(subject: Subject, on: date) -> Iterator[Flaw]:
    text = "\n".join(text for _, text in subject.passages)
    found = dict.fromkeys(ACRONYM.findall(text))
    open_ = [each for each in found if not is_explained(each, text, subject.company.glossary)]
    if open_:
        yield Flaw(
            f"Not explained: {listed(open_)}.",
            "Write it out at its first place, or add it to the glossary.",
        )


def is_explained(acronym: str, text: str, glossary: frozenset[str]) -> bool:
    """Return whether it, or each part of "OSPF/IS-IS", is known, in the glossary or explained in the text."""
    return explained_whole(acronym, text, glossary) or (
        "/" in acronym and all(explained_whole(part, text, glossary) for part in acronym.split("/"))
    )


def explained_whole(acronym: str, text: str, glossary: frozenset[str]) -> bool:
    short = acronym.removesuffix("s")
    known = acronym in KNOWN or short in KNOWN or short.lower() in glossary or short in SHOUTED
    return known or ("/" not in acronym and (f"({acronym})" in text or f"{acronym} (" in text))


@info("P052", "source_text", "Long sentences")
def long_sentences(subject: Subject, on: date) -> Iterator[Flaw]:
    long = (text for _, text in subject.passages if len(read(text).tokens) > MOST_WORDS)
    sizes = [len(part.split()) for text in long for part in SENTENCE.split(text.replace(" -", "\n"))]
    longest = max(sizes, default=0)
    if longest > MOST_WORDS:
        yield Flaw(
            f"Its longest sentence has {longest} words.",
            f"Make two of it: more than {MOST_WORDS} words are hard to take in.",
        )


@info("P053", "source_text", "Shouting")
def shouting(subject: Subject, on: date) -> Iterator[Flaw]:
    text = "\n".join([subject.title, *(text for _, text in subject.passages)])
    capitals = CAPITALS.findall(text)
    loud = [word for word in dict.fromkeys(capitals) if word in SHOUTED]
    threes = (" ".join(capitals[place : place + 3]) for place in range(len(capitals) - 2))
    loud += [words for words in threes if words in text]
    loud += ["!!"] if "!!" in text else []
    if loud:
        yield Flaw(f"In capitals: {quoted(loud)}.", "Use small letters; where it matters, say so in words.")


@info("P054", "source_text", "Spelling of another country")
def spelling(subject: Subject, on: date) -> Iterator[Flaw]:
    if not subject.language.startswith("en-") or subject.language == "en-US":
        return
    hits = {hit.phrase: hit.note for _, text in subject.passages for hit in read(text).found("american")}
    if hits:
        better = listed([f"“{phrase}” ({note})" for phrase, note in hits.items()])
        yield Flaw(f"American spelling: {better}.", "Use the spelling in brackets.")


@info("P055", "source_text", "Items run on in one line")
def run_on(subject: Subject, on: date) -> Iterator[Flaw]:
    lines = [
        line for line in subject.source_text.splitlines() if line.count(" -") > 1 and len(RUN_ON.findall(line)) > 1
    ]
    if lines:
        yield Flaw(f"Items are joined by dashes in one line: “{lines[0][:60]}…”.", "Write one item a line.")


@info("P056", "source_text", "Mixed bullet marks")
def mixed_marks(subject: Subject, on: date) -> Iterator[Flaw]:
    marks = sorted(set(MARK.findall(subject.source_text)))
    if len(marks) > 1:
        yield Flaw(f"Bullets are marked in {len(marks)} ways: {quoted(marks)}.", "Use one mark throughout.")


@info("P057", "source_text", "Odd casing of names")
def casing(subject: Subject, on: date) -> Iterator[Flaw]:
    words = dict.fromkeys(word for _, text in subject.passages for word in oddly_cased(text))
    if words:
        better = listed([f"“{word}” ({NAMES[word.lower()]})" for word in words])
        yield Flaw(f"Names in odd letters: {better}.", "Write names as their makers do.")


def oddly_cased(text: str) -> Iterator[str]:
    """Yield each known name as it is written where its maker writes it otherwise."""
    lower = text.lower()
    for name in NAMES.keys() & set(read(text).tokens) if len(lower) == len(text) else ():
        for found in re.finditer(re.escape(name), lower):
            start, end = found.span()
            whole = not lower[start - 1 : start].isalnum() and not lower[end : end + 1].isalnum()
            if whole and text[start:end] != NAMES[name] and not is_in_address(text, start):
                yield text[start:end]


def is_in_address(text: str, place: int) -> bool:
    """Return whether the word is part of a link or an e-mail address, where small letters are right."""
    start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    word = text[start:].split(maxsplit=1)[0]
    return "@" in word or "://" in word


@info("P058", "source_text", "“@” for the copyright sign")
def at_for_copyright(subject: Subject, on: date) -> Iterator[Flaw]:
    for found in AT_YEAR.finditer(subject.source_text):
        if not subject.source_text[: found.start()][-1:].isalnum():
            yield Flaw(f"“{found.group()}” has an “@” for the copyright sign.", "Write ©, or leave the line out.")


@info("P059", "source_text", "A copyright year before the intake")
def old_copyright(subject: Subject, on: date) -> Iterator[Flaw]:
    years = copyright_years(subject.source_text)
    if years and subject.intake_year and max(years) < subject.intake_year:
        yield Flaw(
            f"The copyright year is {max(years)}, the intake {subject.intake_year}.",
            "Is this last year's text? Check its dates.",
        )


def copyright_years(text: str) -> list[int]:
    before = (
        (found, text[max(0, found.start() - 12) : found.start()].rstrip().lower()) for found in YEAR.finditer(text)
    )
    return [int(found.group()) for found, sign in before if sign.endswith(COPYRIGHT_SIGNS) or AT_SIGN.search(sign)]
