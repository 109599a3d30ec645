"""What a posting's siblings state, counted once for all of them, so that no rule compares every pair."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from typing import Any, Self
from zlib import crc32

from .lexicon import read, tokenise
from .subject import Shared, Subject

# Only postings of one kind in one country are siblings: a full-time role may have other rules.
Kin = tuple[str | None, str | None]
Intake = tuple[Kin, int | None]
STATED_RULES = {
    "must_be_studying": "whether one must be studying now",
    "must_stay_enrolled": "whether one must stay enrolled throughout",
    "graduates_eligible": "whether graduates may apply",
}
# Two texts that share four words of five share one of the few smallest hashes of their words almost surely.
SKETCH = 6
MOST_CANDIDATES = 20
FEWEST_WORDS = 8


def counters() -> Any:
    return defaultdict(Counter)


@dataclass(frozen=True)
class Family:
    """All postings under care, the one that is looked at among them."""

    shared: tuple[tuple[Shared, tuple[str, ...]], ...] = ()
    cut_offs: dict[Intake, Counter[date]] = field(default_factory=counters)
    lengths: dict[Intake, Counter[tuple[int | None, int | None]]] = field(default_factory=counters)
    rules: dict[tuple[Kin, str], Counter[bool | None]] = field(default_factory=counters)
    intake_rules: dict[tuple[Intake, str], Counter[bool]] = field(default_factory=counters)
    blocks: dict[Kin, Counter[str]] = field(default_factory=counters)
    pasted: Counter[Kin] = field(default_factory=Counter)
    introductions: dict[str, dict[str | None, int]] = field(default_factory=lambda: defaultdict(dict))
    alike: dict[int, list[tuple[str, str, frozenset[str]]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, subjects: Iterable[Subject], shared: Iterable[Shared] = ()) -> Self:
        family = cls(tuple((text, marks_of(text)) for text in shared))
        for subject in subjects:
            family._count(subject)
        return family

    def _count(self, subject: Subject) -> None:
        kin, intake = kin_of(subject), intake_of(subject)
        if subject.graduation_by:
            self.cut_offs[intake][subject.graduation_by] += 1
        if subject.weeks_min or subject.months_min:
            self.lengths[intake][subject.weeks_min, subject.months_min] += 1
        for name in STATED_RULES:
            value = getattr(subject, name)
            self.rules[kin, name][value] += 1
            if value is not None:
                self.intake_rules[intake, name][value] += 1
        self._count_texts(subject, kin)

    def _count_texts(self, subject: Subject, kin: Kin) -> None:
        if subject.source_text:
            self.pasted[kin] += 1
            self.blocks[kin].update(self.blocks_in(subject.source_text))
        if subject.introduction:
            teams = self.introductions[" ".join(tokenise(subject.introduction))]
            teams[subject.team] = max(teams.get(subject.team, 0), overlap(subject))
        words = content(subject)
        for number in sketch(words):
            if len(self.alike[number]) < MOST_CANDIDATES:
                self.alike[number].append((subject.slug, str(subject), words))

    def blocks_in(self, text: str) -> list[str]:
        """Return the keys of the shared texts whose words stand in this text."""
        joined = f" {' '.join(read(text).tokens)} "
        return [shared.key for shared, marks in self.shared if any(mark in joined for mark in marks)]


def kin_of(subject: Subject) -> Kin:
    return subject.employment_type, subject.country


def intake_of(subject: Subject) -> Intake:
    return kin_of(subject), subject.intake_year


def marks_of(shared: Shared) -> tuple[str, ...]:
    """Return what a text is known by: its key phrases, and each of its sentences that is long enough to be its own."""
    sentences = [part for part in shared.body.replace("\n", ". ").split(". ") if len(tokenise(part)) >= FEWEST_WORDS]
    return tuple(f" {' '.join(tokenise(part))} " for part in (*shared.key_phrases, *sentences))


def overlap(subject: Subject) -> int:
    """Return how many words of title and team the introduction takes up, by their first five letters."""
    said = {word[:5] for word in tokenise(subject.introduction)}
    named = {word[:5] for word in tokenise(f"{subject.title} {subject.team or ''}") if len(word) > 3}
    return len(named & said)


def content(subject: Subject) -> frozenset[str]:
    """Return the longer words of its items, or of the advert as pasted where it has no items yet."""
    texts = [item.text for item in subject.items] or [subject.source_text]
    return frozenset(word for text in texts for word in read(text).tokens if len(word) > 3)


def sketch(words: frozenset[str]) -> list[int]:
    return nsmallest(SKETCH, (crc32(word.encode()) for word in words)) if len(words) >= FEWEST_WORDS else []
