"""Rules about the items of a posting: said twice, overlapping, far from the duties, with structure inside."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from careers.postings.phrases import listed

from .finding import Flaw, warning
from .lexicon import entries, read
from .sections import headings
from .subject import Item, Subject

BULLET = re.compile(r"\n\s*(?:[-*•·–]|\d+[.)])\s*\S|[•·]\s*\S")
DASHES = re.compile(r"\s-\s?(?=[A-Z])")
NO_CONTENT = frozenset(word for word, _ in entries("stopwords"))
SAME = 0.75
FEWEST_SHARED = 2
FEWEST_SKILLS = 3


@warning("P022", "qualifications", "The same fact or demand twice")
def said_twice(subject: Subject, on: date) -> Iterator[Flaw]:
    hits = [hit.note for hit in read(subject.source_text).found("said_twice")]
    for fact in sorted({note for note in hits if hits.count(note) > 1}):
        yield Flaw(f"The text says {fact} {hits.count(fact)} times.", "Say it once.", field="source_text")
    told = [(item, content(item.text)) for item in subject.items]
    for (first, words), (second, others) in combinations(told, 2):
        if words and len(words & others) >= SAME * len(words | others):
            yield Flaw(
                f"Two items say the same: “{shortened(first.text)}” and “{shortened(second.text)}”.",
                "Delete one of them.",
                field=second.field,
            )
        elif twice := demanded_twice(first, second):
            yield Flaw(f"{listed(twice)} demanded in two items.", "Ask for it once.", field=second.field)


def content(text: str) -> frozenset[str]:
    return frozenset(read(text).tokens) - NO_CONTENT


def demanded_twice(first: Item, second: Item) -> list[str]:
    if first.kind != second.kind or {first.skills_rule, second.skills_rule} != {"all"}:
        return []
    return [name for slug, name in first.skills if (slug, name) in second.skills]


def shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


@warning("P023", "qualifications", "Lists to choose from that overlap")
def overlapping_lists(subject: Subject, on: date) -> Iterator[Flaw]:
    lists = [item for item in subject.qualifications if item.skills_rule in {"any_of", "examples"}]
    for first, second in combinations(lists, 2):
        shared = [name for slug, name in first.skills if (slug, name) in second.skills]
        if len(shared) >= FEWEST_SHARED:
            yield Flaw(
                f"Two items let one choose from lists that share {listed(shared)}.",
                "Make one list of them, and say how many one must know.",
            )


@warning("P025", "qualifications", "A heading or bullets inside an item")
def structure_in_item(subject: Subject, on: date) -> Iterator[Flaw]:
    for item in subject.items:
        if BULLET.search(item.text) or len(DASHES.findall(item.text)) > 1 or any(headings(item.text)):
            yield Flaw(
                f"An item contains a heading or bullets: “{shortened(item.text)}”.",
                "Make an item of each line and leave headings out.",
                field=item.field,
            )


@warning("P028", "qualifications", "Skills far from the duties")
def far_from_duties(subject: Subject, on: date) -> Iterator[Flaw]:
    """Of skills whose kind of work no list knows, nothing is said."""
    if not subject.of_kind("duty"):
        return
    work = " ".join((subject.title, subject.team or "", subject.introduction, *texts_of(subject, "duty", "minimum")))
    near = families(work)
    for item in subject.of_kind("preferred"):
        kinds = families(" . ".join(name for _, name in item.skills))
        if len(item.skills) >= FEWEST_SKILLS and len(kinds) == 1 and not kinds & near:
            yield Flaw(
                f"{listed([name for _, name in item.skills])}: skills of {min(kinds)}, "
                "of which neither duties nor team speak.",
                "Take the item out, or say in the duties where these skills are needed.",
            )


def texts_of(subject: Subject, *kinds: str) -> tuple[str, ...]:
    return tuple(item.text for item in subject.of_kind(*kinds))


def families(text: str) -> set[str]:
    return {hit.note for hit in read(text).found("families")}
