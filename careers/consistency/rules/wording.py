"""Rules about what the text says: noise, placeholders, demands, claims, things in the wrong section."""

import re
from collections.abc import Iterator
from datetime import date

from careers.postings.phrases import listed

from .finding import Flaw, error, warning
from .lexicon import Hit, Text, read, tokenise
from .sections import qualifications
from .subject import Subject

# "[Team name]", "{{ company }}", "<role>"; a Markdown link has its address behind the bracket.
BRACKETS = re.compile(r"\{\{[^}]*\}\}|\[[A-Z][^\]]*\](?!\()|<(?:your|the|insert|name|role|team|company)[^>]*>")
OPENING = "{[<"
FEWEST_CITIES = 3
MOST_SKILLS = 7


def quoted(phrases: list[str]) -> str:
    return listed([f"“{phrase}”" for phrase in phrases])


def texts(subject: Subject) -> Iterator[tuple[str, Text]]:
    for field, text in subject.passages:
        yield field, read(text)


def by_field(pairs: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Return {field: what was found there, each once}, in the order of the text."""
    found: dict[str, dict[str, None]] = {}
    for field, phrase in pairs:
        found.setdefault(field, {})[phrase] = None
    return {field: list(phrases) for field, phrases in found.items()}


def demands(subject: Subject) -> Iterator[tuple[str, Text]]:
    """Yield (field, text) of the qualifications alone, those of the advert as pasted and those kept."""
    if source := qualifications(subject.source_text):
        yield "source_text", read(source)
    for item in subject.qualifications:
        yield item.field, read(item.text)


@error("P024", "source_text", "Noise of a job board in the text")
def noise(subject: Subject, on: date) -> Iterator[Flaw]:
    found = by_field((field, phrase) for field, text in texts(subject) for phrase in text.phrases("noise"))
    for field, phrases in found.items():
        yield Flaw(
            f"The text contains what a job board put there: {quoted(phrases)}.",
            "Delete these words: they are no part of the advert.",
            field=field,
        )


@error("P042", "source_text", "A placeholder was left in")
def placeholder(subject: Subject, on: date) -> Iterator[Flaw]:
    passages = (("title", subject.title), *subject.passages)
    found = by_field((field, phrase) for field, text in passages for phrase in placeholders(text))
    for field, phrases in found.items():
        yield Flaw(f"A placeholder was left in: {quoted(phrases)}.", "Put in what belongs there.", field=field)


def placeholders(text: str) -> list[str]:
    return [
        *read(text).phrases("placeholders"),
        *(BRACKETS.findall(text) if any(mark in text for mark in OPENING) else ()),
    ]


@warning("P020", "qualifications", "Working conditions among the qualifications")
def conditions(subject: Subject, on: date) -> Iterator[Flaw]:
    found = by_field((field, phrase) for field, text in demands(subject) for phrase in text.phrases("conditions"))
    for field, phrases in found.items():
        yield Flaw(
            f"The qualifications speak of working conditions: {quoted(phrases)}.",
            "Days, place and length have fields of their own: fill these in and take the words out.",
            field=field,
        )


@warning("P021", "qualifications", "Legal text among the qualifications")
def legal_text(subject: Subject, on: date) -> Iterator[Flaw]:
    found = by_field((field, phrase) for field, text in demands(subject) for phrase in text.phrases("legal"))
    for field, phrases in found.items():
        yield Flaw(
            f"The qualifications contain legal text: {quoted(phrases)}.",
            "Take it out: the shared texts show it on every posting.",
            field=field,
        )


@warning("P026", "qualifications", "A demand that nobody can measure")
def unmeasurable(subject: Subject, on: date) -> Iterator[Flaw]:
    found = by_field((field, phrase) for field, text in demands(subject) for phrase in text.phrases("unmeasurable"))
    for field, phrases in found.items():
        yield Flaw(
            f"Nobody can measure {quoted(phrases)}.",
            "Say what one must have done or can show, such as a project or a course.",
            field=field,
        )


@warning("P027", "qualifications", "A demand above an intern's level")
def above_intern(subject: Subject, on: date) -> Iterator[Flaw]:
    passages = [(field, text) for field, text in texts(subject) if field != "team"]
    found = by_field((field, phrase) for field, text in passages for phrase in text.phrases("above_intern"))
    for field, phrases in found.items():
        yield Flaw(
            f"{quoted(phrases)}: more than an intern can be asked for.",
            "Say what a student does with guidance, or what they will learn.",
            field=field,
        )
    for item in subject.qualifications:
        if item.skills_rule == "all" and len(item.skills) > MOST_SKILLS:
            yield Flaw(
                f"One item asks for {len(item.skills)} skills: {listed([name for _, name in item.skills])}.",
                "Say which of them count, or mark them as examples.",
                field=item.field,
            )


@warning("P029", "source_text", "A claim without a unit")
def claim_without_unit(subject: Subject, on: date) -> Iterator[Flaw]:
    claims = ((field, claim(text, hit)) for field, text in texts(subject) for hit in text.found("quantities"))
    for field, phrases in by_field((field, said) for field, said in claims if said).items():
        yield Flaw(f"{quoted(phrases)}: of what?", "Name the unit: dollars, users, hours.", field=field)


def claim(text: Text, hit: Hit) -> str:
    """Return the number as it is written where no "of …" follows it, else ""."""
    tokens, place = text.tokens, hit.start
    if tokens[place + 1 : place + 2] == ("of",) and place + 2 < len(tokens):
        return ""
    first = place - 2 if place > 1 and tokens[place - 1] == "of" else place
    return " ".join(tokens[first : place + 1])


@warning("P034", "source_text", "A list of offices without the posting's city")
def offices_without_city(subject: Subject, on: date) -> Iterator[Flaw]:
    if not subject.location:
        return
    for field, text in subject.passages:
        missing = office_list(text, subject.company.cities)
        if missing and " ".join(tokenise(subject.location)) not in missing:
            yield Flaw(
                f"The text lists offices, but not {subject.location}, where the work is.",
                f"Add {subject.location} to the list, or leave the list to the shared text.",
                field=field,
                fact=f"offices without {subject.location}",
            )


def office_list(text: str, cities: tuple[str, ...]) -> str:
    """Return the words from the first city to a little behind the last, "" where there are fewer than three."""
    joined = " ".join(read(text).tokens)
    places = [(joined.find(name), len(name)) for city in cities if (name := " ".join(tokenise(city))) in joined]
    if len(places) < FEWEST_CITIES:
        return ""
    return joined[min(places)[0] : max(start + size for start, size in places) + 30]
