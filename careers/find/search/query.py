"""What somebody typed, as the things that must all stand in a posting. Never syntax: only a–z and 0–9 leave here."""

from dataclasses import dataclass, field

from .words import Word, words

MOST_WORDS = 12
# Words that stand everywhere or say nothing; inside a known name ("function as a service") they count.
STOP_WORDS = frozenset({
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do", "for",
    "from", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on",
    "or", "our", "so", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "us",
    "was", "we", "what", "when", "where", "which", "who", "will", "with", "you", "your",
})  # fmt: skip
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One thing looked for: the words as typed, and every phrase of stems that says it.

    `beginning` is what a word may begin with; empty where only whole words count.
    """

    start: int
    end: int
    typed: Phrase
    phrases: frozenset[Phrase]
    beginning: str = ""


@dataclass(frozen=True)
class Query:
    text: str
    parts: tuple[Part, ...]
    same: dict[Phrase, frozenset[Phrase]] = field(default_factory=dict, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def understood(self) -> list[str]:
        """Return the words that count, as they were typed."""
        return [self.text[part.start : part.end] for part in self.parts]

    def for_fts5(self, columns: str = "") -> str:
        expression = " AND ".join(f"({' OR '.join(fts5(part))})" for part in self.parts)
        return f"{{{columns}}} : ({expression})" if columns else expression

    def for_tsquery(self, weights: str = "") -> str:
        return " & ".join(f"({' | '.join(tsquery(part, weights))})" for part in self.parts)


def parse(text: str, same: dict[Phrase, frozenset[Phrase]], names: frozenset[Phrase]) -> Query:
    """Read a text; `same` gives every phrase all that mean the same, `names` the phrases that are whole as they stand.

    The last word may be the beginning of one, unless it is a name: "java" does not ask for JavaScript.
    """
    found = words(text)[:MOST_WORDS]
    parts: list[Part] = []
    while found:
        length = longest(found, same)
        if length or found[0].form not in STOP_WORDS:
            parts.append(part(found[: length or 1], same, names, is_last=len(found) == 1))
        found = found[length or 1 :]
    return Query(text, tuple(parts), same)


def longest(found: list[Word], same: dict[Phrase, frozenset[Phrase]]) -> int:
    """Return how many words from the first on are one known phrase, 0 for none."""
    line = tuple(word.stem for word in found)
    return next((length for length in range(len(line), 0, -1) if line[:length] in same), 0)


def part(found: list[Word], same: dict[Phrase, frozenset[Phrase]], names: frozenset[Phrase], is_last: bool) -> Part:
    typed = tuple(word.stem for word in found)
    is_whole = not is_last or typed in names or len(found[0].form) < 2
    beginning = "" if is_whole else found[0].form
    return Part(found[0].start, found[-1].end, typed, same.get(typed, frozenset({typed})), beginning)


def fts5(part: Part) -> list[str]:
    ways = [f'"{" ".join(phrase)}"' for phrase in other_phrases(part)]
    together = " AND ".join(f'"{stem}"' for stem in part.typed)
    return [*ways, f"({together})", *([f'"{part.beginning}" *'] if part.beginning else [])]


def tsquery(part: Part, weights: str) -> list[str]:
    ways = [" <-> ".join(lexeme(stem, weights) for stem in phrase) for phrase in other_phrases(part)]
    together = " & ".join(lexeme(stem, weights) for stem in part.typed)
    beginning = [lexeme(part.beginning, f"*{weights}")] if part.beginning else []
    return [*(f"({way})" for way in ways), f"({together})", *beginning]


def lexeme(word: str, marks: str) -> str:
    return f"'{word}':{marks}" if marks else f"'{word}'"


def other_phrases(part: Part) -> list[Phrase]:
    """Return the spellings that were not typed; what was typed may stand apart."""
    return sorted(part.phrases - {part.typed})
