"""An advert's text in passages, each with what was read from it: what a person sees beside the draft."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from .advert import Advert
from .drafting.reading import span_of

BETWEEN = " \n-–—•*"
WORDS_OF_ROLE = {
    "unread": "not read",
    "dropped": "dropped",
    "shared": "shared text",
    "heading": "heading",
    "item": "item",
    "fact": "fact",
}
WORDS_OF_ITEM = {
    "responsibilities": "what you would do",
    "minimum": "what you need",
    "preferred": "what helps",
    "benefits": "benefit",
}


@dataclass(frozen=True)
class Passage:
    """`text` is a stretch of the advert; `fields` are the posting's fields whose values were read from it."""

    number: int
    role: str
    name: str
    text: str
    start: int
    fields: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return f"read-{self.number}"

    @property
    def words(self) -> str:
        return self.text.rstrip(BETWEEN)

    @property
    def rest(self) -> str:
        """Return what follows the words: blanks, and the mark of the next item."""
        return self.text[len(self.words) :]

    @property
    def says(self) -> str:
        """Return in words what became of it."""
        if self.role == "item":
            return WORDS_OF_ITEM.get(self.name, self.name)
        named = self.name.replace("_", " ")
        return f"{WORDS_OF_ROLE[self.role]}: {named}" if self.role in {"dropped", "shared"} else named

    @property
    def is_marked(self) -> bool:
        """Return whether it is worth a mark: blanks between passages and headings are not."""
        return bool(self.text.strip(" \n-–—•*.,;:")) and self.role in {"unread", "dropped", "shared", "item", "fact"}


def passages(advert: Advert, fields: Iterable[str]) -> list[Passage]:
    """Return the whole text, cut where what became of it changes; together they are the text."""
    spans = {field: span for field in fields if (span := span_of(advert, field))}
    cuts = sorted({0, len(advert.source.text), *(edge for span in spans.values() for edge in span),
                   *(each.start for each in advert.segments)})  # fmt: skip
    return [
        Passage(number, role, name, advert.source.text[start:end], start, names)
        for number, (start, end, role, name, names) in enumerate(_merged(_pieces(advert, spans, cuts)), 1)
    ]


Piece = tuple[int, int, str, str, tuple[str, ...], int]


def _pieces(advert: Advert, spans: dict[str, tuple[int, int]], cuts: list[int]) -> Iterator[Piece]:
    segments = iter(enumerate(advert.segments))
    number, segment = next(segments)
    for start, end in pairwise(cuts):
        while segment.end <= start:
            number, segment = next(segments)
        names = tuple(field for field, (low, high) in spans.items() if low < end and start < high)
        fact = bool(names) and segment.role != "item"
        yield (start, end, "fact" if fact else segment.role, segment.name, names, -1 if fact else number)


def _merged(pieces: Iterable[Piece]) -> Iterator[tuple[int, int, str, str, tuple[str, ...]]]:
    """Join what one sentence or item was cut into without need."""
    for _, group in groupby(pieces, key=lambda piece: (piece[2], piece[4], piece[5])):
        run = list(group)
        yield run[0][0], run[-1][1], run[0][2], run[0][3], run[0][4]


def anchors(found: list[Passage]) -> dict[str, Passage]:
    """Return {field: the passage it was read from}."""
    return {field: passage for passage in reversed(found) for field in passage.fields}


def passage_at(found: list[Passage], start: int) -> Passage | None:
    return next((each for each in reversed(found) if each.start <= start), None)
