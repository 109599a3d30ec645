"""Rules that only inform."""

import pytest

from careers.consistency.rules import Level
from tests.consistency.values import clean, found, ids

LONG = f"{'word ' * 41}."
CASES = [
    ("P050", "An aggressive and ambitious team.", "A team of six."),
    ("P051", "You know XYZ.", "You know XYZ (extra years of zeal), SRE, TCP/IP and SQL."),
    ("P052", LONG, f"{'word ' * 20}. {'word ' * 20}."),
    ("P053", "You must NOT apply twice!!", "You need not apply twice. SQL is fine."),
    ("P054", "Keep your enrollment.", "Keep your enrolment."),
    ("P055", "Skills -Python - Go - Java", "Skills: just-in-time, low-latency"),
    ("P056", "- one\n* two", "- one\n- two"),
    ("P057", "You know python and AIops.", "You know Python and AIOps."),
    ("P058", "@2026 Acme", "© 2026 Acme, a@2026.test"),
    ("P059", "© 2025 Acme", "© 2026 Acme"),
]


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_rule_fires_on_the_one_and_not_on_the_other(rule, wrong, right):
    assert rule in ids(clean(source_text=wrong))
    assert rule not in ids(clean(source_text=right))


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_style_only_informs(rule, wrong, right):
    levels = {finding.level for finding in found(clean(source_text=wrong)) if finding.id == rule}

    assert levels == {Level.INFO}


def test_american_spelling_is_right_in_american_text():
    assert "P054" not in ids(clean(source_text="Keep your enrollment.", language="en-US"))


def test_coded_words_say_which_way_they_lean():
    causes = {each.cause for each in found(clean(source_text="Compassion. Dominance.")) if each.id == "P050"}

    assert causes == {"Masculine-coded words", "Feminine-coded words"}
