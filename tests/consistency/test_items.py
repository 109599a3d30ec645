"""Rules about the items of a posting."""

from dataclasses import replace

import pytest

from careers.consistency.rules import Item
from tests.consistency.values import CLEAN, GO, JAVA, PYTHON, clean, ids, with_item

ROUTING = tuple((name.lower(), name) for name in ("BGP", "OSPF", "DHCP"))
CASES = [
    ("P022", with_item("A course or project in Python."), with_item("A course in statistics.")),
    ("P022", with_item("Scripts.", skills=(PYTHON,)), with_item("Scripts.", skills=(PYTHON,), rule="examples")),
    (
        "P022",
        clean(source_text="Two days per week. Again: two days a week."),
        clean(source_text="Two days per week."),
    ),
    ("P023", with_item("Go, Java.", "minimum", (GO, JAVA), "examples"), with_item("Go.", "minimum", (GO,), "any_of")),
    ("P025", with_item("One:\n- first\n- second"), with_item("Just-in-time delivery, low-latency links.")),
    ("P025", with_item("One - Two things - Three things"), with_item("One thing - and prose.")),
    ("P025", with_item("Go. Preferred Qualifications"), with_item("Qualifications you have.")),
    ("P028", with_item("Protocols.", "preferred", ROUTING), with_item("Protocols.", "minimum", ROUTING)),
]


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_rule_fires_on_the_one_and_not_on_the_other(rule, wrong, right):
    assert rule in ids(wrong)
    assert rule not in ids(right)


def test_skills_that_the_duties_speak_of_are_near():
    near = with_item("Protocols.", "preferred", ROUTING)
    duty = Item("duty", "Look after routing between the depots' networks.")

    assert "P028" not in ids(replace(near, items=(*near.items, duty)))


def test_without_duties_nothing_is_far_from_them():
    far = with_item("Protocols.", "preferred", ROUTING)

    assert "P028" not in ids(replace(far, items=far.items[2:]))


def test_items_of_two_kinds_may_ask_for_one_skill():
    assert "P022" not in ids(with_item("Prizes won.", "preferred", CLEAN.items[2].skills))
