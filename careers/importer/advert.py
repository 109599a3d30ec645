"""A text as an advert: its facts and items, and for every character what became of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import Any

from .data import load
from .fields import contact, disciplines, employment, names, pay, place, standing, study, teams, timing, titles
from .fields.details import details
from .fields.introductions import introductions
from .fields.labels import read_labels
from .fields.page import Fact, Page, sentence, without_noise
from .fields.skills import Vocabulary, built_in, skills_of
from .sections.cover import Mark, Segment, cover
from .sections.decoding import LIMIT, NotAnAdvert, Source, read
from .sections.items import Item, read_items
from .sections.outline import Piece, outline

SHARED = ("about_company", "why_join", "diversity", "acknowledgment", "privacy")
SECTIONS = {
    "about_team": "about_team",
    "about_company": "about_company",
    "why_join": "why_join",
    "diversity": "diversity",
    "acknowledgment": "acknowledgment_of_country",
    "benefits": "benefits",
    "videos": "videos",
    "salary": "salary",
}
# A name in a sentence says where it was read, not that the sentence was.
NAMES = {"company", "team_or_department", "country"}
# One of these may stand in any text; two without a list make an advert that is short.
TELLING = {
    "title", "intake_year", "earliest_start", "duration_weeks_min", "degree_levels", "employment_type", "graduation_by",
    "salary",
}  # fmt: skip
NUMBER_BEFORE = re.compile(
    r"(?:\(?\d{1,2}(?:\.\d{1,2})?[.)]?|\(?(?:[a-z]|[ivx]{2,4})\)|(?<!\w)[ivx]{1,4}\.|(?<!\w)o)\s+$"
)
DROPPED = {"videos": "a video that a text cannot hold", "noise": "part of a web page"}


@dataclass(frozen=True)
class Context:
    """What is known beforehand: spellings of skills, and key phrases of shared texts by their key."""

    skills: Vocabulary = field(default_factory=built_in)
    key_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Advert:
    source: Source
    pieces: tuple[Piece, ...]
    items: tuple[Item, ...]
    facts: tuple[Fact, ...]
    skills: tuple[str, ...]
    sections: tuple[str, ...]
    segments: tuple[Segment, ...]

    def value(self, name: str) -> Any:
        """Return the fact of that name that was read first, or None."""
        return next((fact.value for fact in self.facts if fact.name == name), None)

    def listed(self, kind: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind == kind)


def parse(original: str, context: Context | None = None) -> Advert:
    """Read a text; raise NotAnAdvert where it is empty or larger than 200 KB."""
    if len(original.encode("utf-8", "replace")) > LIMIT:
        raise NotAnAdvert("The text is too large: paste at most 200 KB.")
    if not original.strip():
        raise NotAnAdvert("The text is empty.")
    context = context or Context()
    source = read(original)
    pieces = outline(source.text, source.headed)
    items = read_items(source.text, pieces)
    text = without_noise(source.text, pieces)
    page = Page(text, pieces, items, tuple(_labels(text, pieces)))
    read_first = tuple(_facts(page, source.text))
    facts = (*read_first, *details(page, read_first))
    wanted = [item.text for item in items if item.kind in {"minimum", "preferred"}]
    wanted = wanted or [item.text for item in items if item.kind == "responsibilities"]
    skills = skills_of(map(disciplines.without_fields, wanted), context.skills)
    company = next((fact.value for fact in facts if fact.name == "company"), "")
    told = [Mark("shared", "about_company", *span) for span in introductions(page, company)] if company else []
    segments = cover(source.text, [*told, *_marks(page, facts, context)])
    return Advert(source, pieces, items, facts, skills, _present(pieces), segments)


def demand_advert(advert: Advert) -> None:
    """Raise NotAnAdvert for a text that says nothing an advert is made of."""
    if not advert.items and len(TELLING & {fact.name for fact in advert.facts}) < 2:
        raise NotAnAdvert("This does not read like an advert: neither duties nor qualifications nor dates were found.")


def _labels(text: str, pieces: tuple[Piece, ...]) -> Iterator[Fact]:
    """Yield the labelled values, but for those in a list of benefits: its labels are categories of its own."""
    inside = [piece.start for piece in pieces if piece.kind == "benefits"]
    ends = [piece.end for piece in pieces if piece.kind == "benefits"]
    for label in read_labels(text):
        number = bisect_right(inside, label.start)
        if not number or ends[number - 1] <= label.start:
            yield label


def _facts(page: Page, raw: str) -> Iterator[Fact]:
    title = next(titles.titles(page), None)
    company = next(names.companies(page, raw), None)
    if title and company:
        title = replace(title, value=titles.without_company(title.value, company.value))
    team = next(teams.teams(page, title, company.value if company else None), None)
    yield from filter(None, (title, company, team))
    yield from place.places(page, raw)
    yield from islice(employment.employments(page, title), 1)
    begun = list(timing.starts(page, title))
    yield from timing.intakes(page, title, begun)
    yield from begun
    for reader in (timing.lengths, timing.days, place.modes, study.levels, study.fields,
                   study.cut_offs, standing.standing, contact.emails, contact.privacy, pay.pays):  # fmt: skip
        yield from reader(page)
    yield from (fact for fact in page.labels if fact.name in {"closing", "posted", "requisition", "hours", "industry"})


def _present(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    kinds = {piece.kind for piece in pieces}
    return tuple(name for kind, name in SECTIONS.items() if kind in kinds)


def _marks(page: Page, facts: tuple[Fact, ...], context: Context) -> Iterator[Mark]:
    for piece in page.pieces:
        if piece.heading and piece.kind != "noise":
            yield Mark("heading", piece.kind, piece.start, piece.end)
        elif piece.kind in DROPPED:
            yield Mark("dropped", piece.reason or DROPPED[piece.kind], piece.start, piece.end)
        elif piece.kind in SHARED:
            yield Mark("shared", piece.kind, piece.start, piece.end)
        elif piece.kind == "about_team":
            yield Mark("fact", "team_introduction", piece.start, piece.end)
    phrases = tuple(_phrases_in(page.text, context))
    for _, block in groupby(page.pieces, key=lambda piece: piece.line) if phrases else ():
        yield from _by_phrase(page, list(block), phrases)
    yield from (Mark("item", item.kind, _with_mark(page.text, item.start), item.end) for item in page.items)
    yield from _groups(page)
    own = {(item.start, item.end) for item in page.items}
    labels = {(label.start, label.end) for label in page.labels}
    yield from (
        Mark("fact", fact.name, fact.start, fact.end)
        for fact in facts
        if (fact.start, fact.end) in labels or not (fact.name in NAMES or (fact.start, fact.end) in own)
    )


def _with_mark(text: str, start: int) -> int:
    """Return where the number or letter begins that stands before an item."""
    found = NUMBER_BEFORE.search(text, max(0, start - 12), start)
    return found.start() if found else start


def _phrases_in(text: str, context: Context) -> Iterator[tuple[str, str]]:
    """Yield (key, phrase in lower case) of the shared texts' key phrases that stand in the text."""
    lower = text.lower()
    for key, phrases in context.key_phrases.items():
        yield from ((key, phrase.lower()) for phrase in phrases if phrase and phrase.lower() in lower)


def _by_phrase(page: Page, block: list[Piece], phrases: tuple[tuple[str, str], ...]) -> Iterator[Mark]:
    """Yield the sentences in which a shared text's key phrase stands."""
    start, end = block[0].start, block[-1].end
    line = page.text[start:end].lower()
    for key, phrase in phrases:
        if (at := line.find(phrase)) >= 0:
            yield Mark("shared", key, *sentence(page.text, start + at, start + at + len(phrase)))


def _groups(page: Page) -> Iterator[Mark]:
    """Yield the labels that stand over items, such as the categories of benefits."""
    known = {item.group for item in page.items if item.group}
    for piece in page.pieces:
        words = page.text[piece.start : piece.end]
        group = next((group for group in known if words.startswith(f"{group} ")), "")
        if words.strip(" :-–—") in known:
            yield Mark("heading", "label", piece.start, piece.end)
        elif group and piece.kind == "benefits":
            yield Mark("heading", "label", piece.start, piece.start + len(group))


def benefits(advert: Advert) -> list[dict[str, str | None]]:
    """Return the benefits with the category they are listed under, or None."""
    return [
        {"category": category, "name": name} for item in advert.listed("benefits") for category, name in _benefit(item)
    ]


def _benefit(item: Item) -> Iterator[tuple[str | None, str]]:
    head, colon, rest = item.text.partition(":")
    categories = {name.lower() for name in load("benefits")}
    if colon and head.lower() in categories and rest.strip():
        names = [name.strip(" .") for name in rest.replace(";", ",").split(",")]
        yield from ((head, name.removeprefix("and ")) for name in names if name)
    else:
        yield item.group or None, item.text.rstrip(".")
