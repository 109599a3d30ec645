"""What words mean the same, as recruiters say it in the terms."""

from dataclasses import dataclass

from django.db.models import TextField, Value
from django.db.models.functions import Cast

from careers.postings.derived import Derived
from careers.postings.models import Skill, Term

from .query import MOST_WORDS, Phrase
from .words import stems


@dataclass(frozen=True)
class Vocabulary:
    """`same` gives every spelling of a term all its spellings; `names` are those that stand for themselves."""

    same: dict[Phrase, frozenset[Phrase]]
    names: frozenset[Phrase]


@Derived
def vocabulary():
    """Return the Vocabulary of this edition, in one query: it rises with every term and skill."""
    skills = Skill.objects.order_by().values_list(Cast("name", TextField()), Value(""))
    rows = Term.objects.order_by().values_list(Cast("text", TextField()), "same_as").union(skills, all=True)
    same = {}
    for name, other_names in rows:
        spellings = known({name, *other_names.splitlines()})
        for spelling in spellings:
            same[spelling] = same.get(spelling, frozenset()) | spellings
    return Vocabulary({phrase: spellings for phrase, spellings in same.items() if len(spellings) > 1}, frozenset(same))


def known(texts):
    return frozenset(phrase for text in texts if 0 < len(phrase := stems(text)) <= MOST_WORDS)
