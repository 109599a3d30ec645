"""How long the rules take, in processor time: all over 1,000 postings under 2 s, one under 5 ms."""

from dataclasses import replace

from careers.consistency.rules import Family, check
from careers.consistency.rules.lexicon import read
from tests.consistency.adverts import RENDITIONS
from tests.consistency.clean import POSTINGS
from tests.consistency.values import ON, PRIVACY
from tests.pace import BUSY, seconds

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(RENDITIONS.glob("*.txt"))]


def many(number):
    """Return postings that all differ, each with an advert of its own as pasted."""
    for each in range(number):
        posting, text = POSTINGS[each % len(POSTINGS)], TEXTS[each // len(POSTINGS) % len(TEXTS)]
        items = tuple(replace(item, text=f"{item.text} Number {each}.") for item in posting.items)
        yield replace(posting, slug=f"posting-{each}", items=items, source_text=f"{text}\n{each}")


def test_thousand_postings_take_less_than_two_seconds():
    """A fifth of them in a fifth of the time."""
    subjects = list(many(200))

    def everything():
        read.cache_clear()
        family = Family.of(subjects, [PRIVACY])
        return [check(subject, family, ON) for subject in subjects]

    assert seconds(everything) < 2 / 5 * BUSY


def test_one_posting_takes_less_than_five_milliseconds():
    subjects = list(many(100))
    family = Family.of(subjects, [PRIVACY])

    assert (
        min(seconds(lambda subject=subject: check(subject, family, ON), rounds=3) for subject in subjects[:20]) < 0.005
    )
