"""Rules about the texts that postings share."""

from dataclasses import replace
from datetime import date

import pytest

from tests.consistency.values import PRIVACY, of_text

CASES = [
    ("P080", {"last_reviewed": date(2024, 12, 31)}, {"last_reviewed": date(2025, 1, 1)}),
    ("P081", {"body": "Write to [Name of contact]."}, {"body": "Write to [us](/about/)."}),
    ("P082", {"body": "## One\n\n## Two\n\nText."}, {"body": "## One\n\nText.\n\n## Two\n\nText."}),
    ("P083", {"body": " "}, {"heading": "", "body": ""}),
    ("P084", {"body": "See [teams](/teamz/)."}, {"body": "See [teams](/teams/)."}),
    ("P085", {"body": "Berlin, Oslo and Perth."}, {"body": "Berlin, Oslo, Perth and Sydney."}),
]


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_rule_fires_on_the_one_and_not_on_the_other(rule, wrong, right):
    assert rule in of_text(replace(PRIVACY, **wrong), dead=["/teamz/"])
    assert rule not in of_text(replace(PRIVACY, **right), dead=["/teamz/"])


def test_heading_at_the_end_without_text_is_found():
    assert "P082" in of_text(replace(PRIVACY, body="Text.\n\n## Two"))


def test_clean_text_has_nothing():
    assert not of_text(PRIVACY)
