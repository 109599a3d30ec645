"""Rules about dates: each with a posting in which it fires and one in which it does not."""

from datetime import UTC, date, datetime

import pytest

from careers.consistency.rules.dates import dates_of
from careers.find.eligibility import Stated, latest_start
from careers.find.eligibility.dates import end_after_cut_off
from tests.consistency.values import SYDNEY, clean, found, ids

# Twelve weeks from 1 July 2026 end on 22 September.
CASES = [
    ("P001", {"graduation_by": date(2026, 8, 1)}, {"graduation_by": date(2026, 8, 1), "must_stay_enrolled": None}),
    ("P003", {"graduation_by": date(2026, 10, 1)}, {"graduation_by": date(2026, 11, 1)}),
    (
        "P004",
        {"job_start_date": None, "graduation_by": date(2026, 2, 1)},
        {"job_start_date": None, "graduation_by": date(2026, 4, 1)},
    ),
    ("P005", {"graduation_by": date(2025, 12, 1)}, {"graduation_by": date(2026, 1, 1)}),
    ("P006", {"intake_year": 2025}, {"intake_year": 2026}),
    ("P007", {"job_start_date": date(2025, 12, 1)}, {"job_start_date": date(2026, 1, 1)}),
    ("P008", {"weeks_min": 12, "months_min": 3}, {"weeks_min": 13, "months_min": 3}),
    ("P009", {"job_start_date": date(2027, 1, 1)}, {"job_start_date": None}),
    (
        "P014",
        {"status": "draft", "valid_through": datetime(2025, 12, 31, 12, tzinfo=UTC)},
        {"status": "draft", "valid_through": datetime(2025, 12, 31, 13, tzinfo=UTC)},
    ),
    ("P015", {"graduation_by": date(2025, 12, 1)}, {"graduation_by": date(2025, 12, 1), "graduates_eligible": True}),
    (
        "P016",
        {"valid_through": datetime(2026, 8, 1, tzinfo=UTC)},
        {"valid_through": datetime(2026, 7, 31, 13, tzinfo=UTC)},
    ),
    (
        "P017",
        {"valid_through": datetime(2026, 10, 4, 2, 30, tzinfo=SYDNEY)},
        {"valid_through": datetime(2026, 10, 4, 3, 30, tzinfo=SYDNEY)},
    ),
]


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_rule_fires_on_the_one_and_not_on_the_other(rule, wrong, right):
    assert rule in ids(clean(**wrong))
    assert rule not in ids(clean(**right))


def test_closing_that_clocks_show_twice_is_found():
    twice = datetime(2026, 4, 5, 2, 30, tzinfo=SYDNEY)

    assert "P017" in ids(clean(valid_through=twice))


def test_window_between_two_months_to_finish_is_short():
    facts = {"must_stay_enrolled": None, "graduation_from": date(2027, 11, 1), "graduation_by": date(2027, 12, 1)}

    assert "P003" in ids(clean(**facts))


def test_message_names_both_facts_and_the_hint_what_mends_them():
    facts = {"graduation_by": date(2025, 12, 1), "job_start_date": date(2026, 1, 1), "weeks_min": 12, "months_min": 3}

    finding = next(each for each in found(clean(**facts)) if each.id == "P001")

    assert "December 2025" in finding.message
    assert "31 March 2026" in finding.message
    assert "March 2026 or later" in finding.hint
    assert finding.field == "graduation_by"


@pytest.mark.parametrize("by", [date(2026, month, 1) for month in range(1, 13)])
@pytest.mark.parametrize(("weeks", "months"), [(12, None), (None, 3), (26, 6), (None, None)])
def test_window_is_empty_exactly_where_eligibility_says_so(by, weeks, months):
    facts = {"graduation_by": by, "job_start_date": date(2026, 3, 1), "weeks_min": weeks, "months_min": months}
    stated = Stated(must_stay_enrolled=True, **facts)

    answers = ids(clean(**facts), on=date(2026, 6, 15))

    assert ("P001" in answers) == (end_after_cut_off(stated) is not None)
    last = latest_start(stated)
    assert ("P004" in answers) == (last is not None and date(2026, 6, 15) > last)


def test_waiver_of_a_window_is_given_for_every_fact_it_follows_from():
    assert dates_of(clean()) == (
        "finish by December 2027, start in July 2026, at least 12 weeks, enrolled throughout"
    )  # fmt: skip
