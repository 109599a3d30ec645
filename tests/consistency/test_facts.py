"""Rules about what a posting states."""

from dataclasses import replace
from datetime import date

import pytest

from careers.consistency.rules import Item, Perk
from careers.consistency.rules.facts import KEY_FACTS
from tests.consistency.values import ACME, CLEAN, clean, found, ids

NULLABLE = (
    "pay_min", "valid_through", "work_rights", "apply_url", "hours_per_week", "adjustments_contact", "graduation_by",
    "intake_year", "job_start_date", "weeks_min", "days_per_week_min", "location", "team", "employment_type",
    "degree_levels",
)  # fmt: skip
UNTITLED = "Qualifications\nA course in Python"
CASES = [
    ("P010", {"title": " "}, {}),
    ("P011", {"source_text": UNTITLED}, {"source_text": f"Backend Engineer Intern\n{UNTITLED}"}),
    ("P012", {"items": CLEAN.items[2:]}, {"items": CLEAN.items[1:]}),
    ("P013", {"items": CLEAN.items[:2]}, {"items": CLEAN.items[:3]}),
    ("P018", {"title": "Engineer Intern 2026 (MS), Sydney"}, {"title": "Engineer Intern (Payments)"}),
    ("P030", {"hours_per_week": None}, {"hours_per_week": None, "employment_type": "PART_TIME"}),
    ("P031", {"benefits": (Perk("Flexible hours"),)}, {"benefits": (Perk("Flexible hours"),), "on_site_days_min": 0}),
    ("P032", {"benefits": (Perk("HSA", ("US",)),)}, {"benefits": (Perk("HSA"), Perk("Gym", ("AU", "US")))}),
    ("P033", {"pay_super": None}, {"pay_super": None, "country": "NZ"}),
    ("P036", {"apply_url": "http://careers.acme.test/"}, {"apply_url": "https://careers.acme.test/a?b=c"}),
    ("P040", {"pay_min": None}, {}),
]


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_rule_fires_on_the_one_and_not_on_the_other(rule, wrong, right):
    assert rule in ids(clean(**wrong))
    assert rule not in ids(clean(**right))


@pytest.mark.parametrize("url", ["https://acme", "https://localhost/x", "https:///apply", "https://acme.test/a."])
def test_broken_link_is_found_where_it_stands(url):
    findings = found(clean(source_url=url))

    assert [finding.field for finding in findings if finding.id == "P036"] == ["source_url"]


def test_insecure_link_in_an_item_is_found():
    items = (*CLEAN.items, Item("duty", "Read http://acme.test/docs."))

    finding = next(each for each in found(clean(items=items)) if each.id == "P036")

    assert finding.field == "responsibilities"
    assert "http://acme.test/docs:" in finding.message


def test_full_stop_behind_a_link_in_a_sentence_is_no_fault():
    items = (*CLEAN.items, Item("duty", "Read https://acme.test/docs."))

    assert "P036" not in ids(clean(items=items))


def test_each_missing_fact_is_a_finding_of_its_own_field():
    bare = replace(CLEAN, **dict.fromkeys(NULLABLE), fields_of_study=(), company=replace(ACME, application_limit=None))

    missing = {finding.field for finding in found(bare) if finding.id == "P040"}

    assert missing == {field for field, _, _ in KEY_FACTS}


def test_cause_names_the_fact_without_the_posting():
    finding = next(each for each in found(clean(graduation_by=None), on=date(2026, 1, 1)) if each.id == "P040")

    assert finding.cause == "Cut-off not stated"
