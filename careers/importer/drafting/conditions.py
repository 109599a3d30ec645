"""Which items hold nothing but facts: level, field, cut-off, place and time of work are fields of a posting."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from careers.importer import data
from careers.importer.advert import Advert
from careers.importer.fields import study
from careers.importer.fields.months import MONTH
from careers.importer.fields.page import Fact
from careers.importer.fields.place import city_form, country_form
from careers.importer.fields.skills import Vocabulary, skills_of
from careers.importer.sections.items import Item

CONDITIONS = {
    "degree_levels", "fields_of_study", "graduation_by", "graduation_from", "must_be_enrolled", "graduates_eligible",
    "must_stay_enrolled", "duration_weeks_min", "days_per_week_min", "on_site_days_min", "work_mode", "city",
    "study_years", "work_rights", "sponsorship_offered", "may_be_extended", "hours_per_week", "earliest_start",
}  # fmt: skip
WORD = re.compile(r"[a-z][\w'-]*", re.IGNORECASE)
MOST_OTHER_WORDS = 2
LEAST_SHARE = 8


def condition_items(advert: Advert, known: Vocabulary) -> frozenset[Item]:
    """Return the qualifications of which a posting's fields keep all there is."""
    facts = [fact for fact in advert.facts if fact.name in CONDITIONS]
    items = (item for item in advert.items if item.kind in {"minimum", "preferred"})
    company = str(advert.value("company") or "")
    return frozenset(item for item in items if _became_facts(item, facts, known, company))


def _became_facts(item: Item, facts: Iterable[Fact], known: Vocabulary, company: str) -> bool:
    if not any(fact.start < item.end and item.start < fact.end for fact in facts):
        return False
    words = study.without_fields(item.text)
    return not skills_of([words], known) and _is_condition(words.replace(company, " ") if company else words)


def _is_condition(words: str) -> bool:
    """Tell whether hardly a word is left when those of conditions, months and places are taken out."""
    bare = MONTH.sub(" ", country_form().sub(" ", city_form().sub(" ", words)))
    found = [word.lower().removesuffix("'s") for word in WORD.findall(bare)]
    other = [word for word in found if word not in condition_words()]
    return len(other) <= MOST_OTHER_WORDS and len(other) * LEAST_SHARE <= len(WORD.findall(words))


@cache
def condition_words() -> frozenset[str]:
    lines = (Path(data.__file__).parent / "conditions.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split(":")[-1].split())
