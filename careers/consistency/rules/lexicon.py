"""The word lists of careers/consistency/words/, and where their phrases stand in a text."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "words"
LISTS = (
    "above_intern", "american", "conditions", "families", "flexible", "legal", "noise", "placeholders", "quantities",
    "said_twice", "unmeasurable",
)  # fmt: skip
# In these the note stands first and the phrase behind it: many phrases share one note.
GROUPED = {"families", "headings", "said_twice"}
TOKEN = re.compile(r"[a-z0-9+#']+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a list, and the place of its first token."""

    phrase: str
    note: str
    start: int


@dataclass(frozen=True)
class Text:
    """A text read once: its tokens, and the hits of every list."""

    raw: str
    tokens: tuple[str, ...]
    hits: dict[str, tuple[Hit, ...]]

    def found(self, name: str) -> tuple[Hit, ...]:
        return self.hits.get(name, ())

    def phrases(self, name: str) -> tuple[str, ...]:
        """Return the phrases of the list that occur, each once, in the order of the text."""
        return tuple(dict.fromkeys(hit.phrase for hit in self.found(name)))


def tokenise(text: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(text.lower().replace("’", "'")))


def entries(name: str) -> list[tuple[str, str]]:
    """Return the (phrase, note) pairs of a list as they are written, the note "" where there is none."""
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(" = ")[::2] for line in lines if line.strip() and not line.startswith("#")]
    return [(note, phrase) if name in GROUPED else (phrase, note) for phrase, note in pairs]


def starting() -> dict[str, list[tuple[str, tuple[str, ...], Hit]]]:
    """Return {first token: (list, phrase in tokens, the hit it makes)} of all lists, so that one pass finds them."""
    index = defaultdict(list)
    for name in LISTS:
        for phrase, note in entries(name):
            tokens = tokenise(phrase)
            index[tokens[0]].append((name, tokens, Hit(phrase, note, 0)))
    return dict(index)


STARTING = starting()


@lru_cache(maxsize=1024)
def read(raw: str) -> Text:
    tokens = tokenise(raw)
    hits: dict[str, list[Hit]] = defaultdict(list)
    for place in [place for place, token in enumerate(tokens) if token in STARTING]:
        for name, phrase, hit in STARTING[tokens[place]]:
            if len(phrase) == 1 or tokens[place : place + len(phrase)] == phrase:
                hits[name].append(Hit(hit.phrase, hit.note, place))
    return Text(raw, tokens, {name: tuple(found) for name, found in hits.items()})
