"""Rules about a posting against its siblings."""

from dataclasses import replace
from datetime import date

import pytest

from careers.consistency.rules import Item
from tests.consistency.values import CLEAN, PRIVACY, clean, found, ids, sibling

EARLY = date(2026, 8, 1)
UNSAID = {"graduation_by": EARLY, "must_stay_enrolled": None}
INTRODUCTION = CLEAN.introduction
REFERENCE = "Whoever applies here agrees that Acme keeps the application for a year."
CASES = [
    ("P002", clean(**UNSAID), sibling(), sibling(must_stay_enrolled=False)),
    ("P070", clean(), sibling(graduation_by=EARLY), sibling(graduation_by=EARLY, intake_year=2027)),
    ("P071", clean(), sibling(weeks_min=13), sibling()),
    ("P072", clean(), sibling(graduates_eligible=True), sibling(graduates_eligible=None)),
    ("P073", clean(graduates_eligible=None), sibling(), sibling(graduates_eligible=None)),
    ("P074", clean(), sibling(title="Backend Lead", team="Payments Backend", introduction=INTRODUCTION), sibling()),
    ("P075", clean(), sibling(items=CLEAN.items), sibling()),
    ("P077", clean(source_text="Plain."), sibling(source_text=REFERENCE), sibling(source_text="Other.")),
]


@pytest.mark.parametrize(("rule", "posting", "wrong", "right"), CASES)
def test_rule_fires_beside_the_one_and_not_beside_the_other(rule, posting, wrong, right):
    assert rule in ids(posting, wrong)
    assert rule not in ids(posting, right)


@pytest.mark.parametrize("facts", [{"employment_type": "FULL_TIME"}, {"country": "NZ"}])
def test_postings_of_another_kind_or_country_are_no_siblings(facts):
    assert not ids(clean(), sibling(graduation_by=EARLY, weeks_min=20, **facts)) & {"P070", "P071"}


def test_posting_without_siblings_lacks_nothing_of_theirs():
    assert not ids(clean(must_stay_enrolled=None, source_text="Plain.")) & {"P073", "P077"}


def test_introduction_belongs_to_the_team_it_speaks_of():
    copied = sibling(introduction=INTRODUCTION)

    assert "P074" in ids(copied, clean())
    assert "P074" not in ids(clean(), copied)


@pytest.mark.parametrize("facts", [{"source_text": REFERENCE}, {"introduction": REFERENCE}])
def test_pasted_wording_is_found_with_the_row_it_copies(facts):
    finding = next(each for each in found(clean(**facts)) if each.id == "P076")

    assert "(boilerplate privacy)" in finding.message
    assert finding.field == {"source_text": "source_text", "introduction": "team"}[min(facts)]


def test_key_phrase_is_enough_to_know_pasted_wording():
    item = Item("minimum", "Acme keeps the application for a year!")

    assert "P076" in ids(clean(items=(*CLEAN.items, item)))
    assert "P076" not in ids(clean(items=(*CLEAN.items, item)), shared=[replace(PRIVACY, key_phrases=())])


def test_near_duplicate_names_the_other():
    finding = next(each for each in found(clean(), sibling(items=CLEAN.items[:3])) if each.id == "P075")

    assert "analyst-intern-sydney-2026" in finding.message
