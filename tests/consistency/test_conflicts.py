"""Rules about facts that cannot hold together."""

from decimal import Decimal

import pytest

from tests.consistency.values import clean, found, ids

ALL_KINDS = {"graduates_eligible": True, "must_be_studying": False, "must_stay_enrolled": False}
NO_DAYS = {"work_mode": "onsite", "days_per_week_min": None}
SPONSORED = {"sponsorship_offered": True}
CASES = [
    ("P060", {"hours_per_week": Decimal(40)}, {"hours_per_week": Decimal(36)}),
    ("P060", {"hours_per_week": Decimal(90), "days_per_week_min": None}, {"days_per_week_min": None}),
    ("P061", {"employment_type": "FULL_TIME"}, {"employment_type": "FULL_TIME", "hours_per_week": Decimal(38)}),
    ("P061", {"employment_type": "PART_TIME", "hours_per_week": Decimal(38)}, {"employment_type": "PART_TIME"}),
    ("P062", {"work_mode": "remote"}, {"work_mode": "remote", "on_site_days_min": 0}),
    ("P062", {"work_mode": "onsite"}, {"work_mode": "onsite", "on_site_days_min": 3}),
    ("P062", {**NO_DAYS, "on_site_days_min": 0}, {**NO_DAYS, "on_site_days_min": None}),
    ("P063", {"graduates_eligible": True}, ALL_KINDS),
    ("P063", {"graduates_eligible": True, "must_be_studying": None}, {"must_be_studying": None}),
    ("P064", {**SPONSORED, "work_rights": ("resident",)}, SPONSORED),
    ("P064", {**SPONSORED, "work_rights": ("citizen",)}, {**SPONSORED, "work_rights": None}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_rule_fires_on_the_one_and_not_on_the_other(rule, wrong, right):
    assert rule in ids(clean(**wrong))
    assert rule not in ids(clean(**right))


def test_message_names_both_facts():
    finding = next(each for each in found(clean(work_mode="onsite")) if each.id == "P062")

    assert finding.message == "It is on site, and asks for 2 days a week there of 3."
