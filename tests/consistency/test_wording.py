"""Rules about what the text says, in the advert as pasted and in the record."""

from dataclasses import replace

import pytest

from careers.consistency.rules.wording import office_list
from tests.consistency.values import CLEAN, clean, found, ids, with_item

QUALIFICATIONS = "Backend Engineer Intern\nMinimum Qualifications\n- {}\nPerks and Benefits\n- {}"
PASTED = [
    ("P020", QUALIFICATIONS.format("Work on-site.", ""), QUALIFICATIONS.format("Python", "On-site gym")),
    (
        "P021",
        QUALIFICATIONS.format("See our privacy policy.", ""),
        QUALIFICATIONS.format("", "See our privacy policy."),
    ),
    ("P024", "Want more jobs like this? Write us.", "We want more of you."),
    ("P026", QUALIFICATIONS.format("A passion for code", ""), QUALIFICATIONS.format("", "A passion for food")),
    ("P027", "You will architect our systems.", "You will learn about architecture."),
    ("P029", "It saved tens of millions, so far.", "It saved tens of millions of dollars."),
    ("P034", "Offices: Berlin, Oslo and Perth.", "Offices: Berlin, Oslo, Perth and Sydney."),
    ("P042", "Join [Team name] in {{ city }}.", "Join [our team](https://acme.test)."),
]
ITEMS = [
    ("P020", "Work three days a week.", "Work in a team of three."),
    ("P021", "You consent to a background check.", "A check of what you measured."),
    ("P024", "Create a job alert.", "Create an alert."),
    ("P026", "A good team player.", "A team project."),
    ("P027", "A proven track record.", "A project you can show."),
    ("P029", "Software that serves millions.", "Software that serves millions of shops."),
    ("P042", "TODO", "A list of what to do."),
]


@pytest.mark.parametrize(("rule", "wrong", "right"), PASTED)
def test_rule_reads_the_advert_as_pasted(rule, wrong, right):
    assert rule in ids(clean(source_text=wrong))
    assert rule not in ids(clean(source_text=right))


@pytest.mark.parametrize(("rule", "wrong", "right"), ITEMS)
def test_rule_reads_the_items(rule, wrong, right):
    findings = found(with_item(wrong))

    assert [finding.field for finding in findings if finding.id == rule] == ["qualifications"]
    assert rule not in ids(with_item(right))


def test_item_of_many_skills_is_above_an_interns_level():
    skills = tuple((str(number), f"Skill {number}") for number in range(8))

    assert "P027" in ids(with_item("These.", skills=skills))
    assert "P027" not in ids(with_item("These.", skills=skills, rule="examples"))


def test_case_hyphens_and_line_breaks_do_not_hide_a_phrase():
    assert "P024" in ids(clean(source_text="WANT MORE\nJOBS - like this"))


def test_placeholder_in_the_title_is_found_there():
    finding = next(each for each in found(clean(title="TBC Intern")) if each.id == "P042")

    assert finding.field == "title"


def test_offices_need_no_list_of_three():
    assert office_list("Offices in Berlin and Oslo.", CLEAN.company.cities) == ""
    assert "P034" not in ids(replace(CLEAN, location=None, source_text="Berlin, Oslo, Perth"))
