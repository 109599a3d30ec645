"""Shared texts in an advert, each beside the wording that the site keeps: compared, never copied."""

from collections import defaultdict
from dataclasses import dataclass

from careers.recruiting import wordwise

# Sections by their heading, where the shared text has another key.
KEYS = {"about_company": "about"}


@dataclass(frozen=True)
class Introduction:
    """What a text says of its team, and the runs from the site's words to it; no runs where the site has none."""

    text: str
    runs: tuple

    @property
    def differs(self):
        return any(kind != "same" for kind, _ in self.runs)

    @property
    def is_kept(self):
        return bool(self.runs)


@dataclass(frozen=True)
class Block:
    """`row` is the Boilerplate row, None where the site keeps none; `runs` go from its words to the advert's."""

    key: str
    text: str
    row: object | None
    runs: tuple

    @property
    def differs(self):
        return any(kind != "same" for kind, _ in self.runs)

    @property
    def is_kept(self):
        return bool(self.row and self.row.body.strip())


def blocks(advert, shared):
    """Return the blocks in the order of the text; `shared` is {key: row}."""
    parts = defaultdict(list)
    for each in advert.segments:
        if each.role == "shared":
            parts[KEYS.get(each.name, each.name)].append(advert.source.text[each.start : each.end].strip(" -\n"))
    return [block(key, " ".join(filter(None, texts)), shared.get(key)) for key, texts in parts.items()]


def block(key, text, row):
    kept = row.body if row else ""
    return Block(key, text, row, wordwise_runs(kept, text))


def wordwise_runs(kept, text):
    return tuple(wordwise.shortened(wordwise.runs(kept, text))) if kept.strip() else ()
