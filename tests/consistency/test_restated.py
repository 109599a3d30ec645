"""What an item says once more in words, against the field."""

import pytest

from tests.consistency.values import clean, found, ids, with_item


@pytest.mark.parametrize(
    "text",
    [
        "Work with us five days a week.",
        "Be there for 38 hours per week.",
        "Be there for eighteen hours a week.",
        "You graduate by June 2028.",
        "Complete your degree no later than March 2027.",
    ],
)
def test_other_number_than_the_field_is_found(text):
    assert "P065" in ids(with_item(text))


@pytest.mark.parametrize(
    "text",
    [
        "Work with us three days a week, two days a week of them on site.",
        "Be there for 24 hours per week.",
        "You graduate by December 2027.",
        "Finish a report. The next one is due in March 2027.",
        "Plan for 14 days.",
        "Come \u017fix days a week and graduate in Augu\u017ft 2027.",
    ],
)
def test_same_number_and_other_things_are_no_contradiction(text):
    assert "P065" not in ids(with_item(text, "duty"))


def test_field_that_states_nothing_contradicts_nothing():
    unstated = {"days_per_week_min": None, "on_site_days_min": None, "hours_per_week": None, "graduation_by": None}
    items = with_item("Come five days a week for 40 hours a week and graduate by June 2028.").items

    assert "P065" not in ids(clean(items=items, **unstated))


def test_message_names_both():
    finding = next(each for each in found(with_item("Work five days a week.", "duty")) if each.id == "P065")

    assert finding.message == "An item says “five days a week”, and the posting states 3 days and 2 days a week."
    assert finding.field == "responsibilities"
