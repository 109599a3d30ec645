"""What the record refuses as impossible, and the odd things of real adverts that it must hold."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from careers.postings.models import Organisation, Posting
from careers.postings.models.facts import IMPOSSIBLE
from tests.factories import make_organisation, make_posting

pytestmark = pytest.mark.django_db

MARCH = datetime(2026, 3, 1, tzinfo=UTC)
PAID = {"pay_currency": "AUD", "pay_period": "hour"}
REFUSED = [
    ("intake_year_from_2000", {"intake_year": 1999}),
    ("weeks_at_least_one", {"weeks_min": 0}),
    ("months_at_least_one", {"months_min": 0}),
    ("days_in_a_week", {"days_per_week_min": 0}),
    ("days_in_a_week", {"days_per_week_min": 8}),
    ("on_site_days_in_a_week", {"on_site_days_min": 8}),
    ("on_site_days_within_days", {"days_per_week_min": 2, "on_site_days_min": 3}),
    ("hours_in_a_week", {"hours_per_week": 0}),
    ("hours_in_a_week", {"hours_per_week": 168.5}),
    ("places_at_least_one", {"places": 0}),
    ("pay_not_negative", {"pay_min": -1, **PAID}),
    ("pay_not_negative", {"pay_max": -0.01, **PAID}),
    ("pay_in_order", {"pay_min": 50, "pay_max": 43, **PAID}),
    ("pay_has_unit", {"pay_min": 43}),
    ("pay_has_unit", {"pay_max": 43, "pay_currency": "AUD"}),
    ("pay_has_unit", {"pay_min": 43, "pay_period": "hour"}),
    ("pay_has_unit", {"pay_min": 43, "pay_currency": "", "pay_period": "hour"}),
    ("pay_has_unit", {"pay_min": 43, "pay_currency": "AUD", "pay_period": ""}),
    ("graduation_in_order", {"graduation_from": date(2027, 1, 1), "graduation_by": date(2026, 12, 1)}),
    ("start_on_day_one", {"job_start_date": date(2026, 1, 2)}),
    ("graduation_on_day_one", {"graduation_by": date(2026, 12, 31)}),
    ("graduation_from_on_day_one", {"graduation_from": date(2026, 10, 10)}),
    ("opens_before_closing", {"opens_at": MARCH + timedelta(seconds=1), "valid_through": MARCH}),
]  # fmt: skip
ODD = [
    {"job_start_date": date(2026, 1, 1), "graduation_by": date(2025, 12, 1), "must_stay_enrolled": True},
    {"intake_year": 2025, "job_start_date": date(2027, 6, 1)},
    {"intake_year": 2000},
    {"weeks_min": 12, "months_min": 3},
    {"weeks_min": 52, "months_min": 1},
    {"graduation_from": date(2026, 12, 1), "graduation_by": date(2026, 12, 1)},
    {"must_be_studying": False, "must_stay_enrolled": True},
    {"must_stay_enrolled": True, "graduates_eligible": True},
    {"on_site_days_min": 3, "work_mode": "remote"},
    {"on_site_days_min": 7},
    {"on_site_days_min": 0, "days_per_week_min": 7},
    {"hours_per_week": 168, "days_per_week_min": 1},
    {"hours_per_week": 0.5},
    {"pay_min": 0, "pay_max": 0, **PAID},
    {"pay_max": 43, **PAID},
    {"pay_currency": "AUD"},
    {"title": "", "status": "published"},
    {"date_posted": date(2030, 1, 1), "valid_through": MARCH},
    {"opens_at": MARCH, "valid_through": MARCH},
    {"team": None, "location": None},
]
MESSAGES = {name: message for name, _, message in IMPOSSIBLE}
named = {"ids": lambda value: ",".join(value) if isinstance(value, dict) else value}


def written_past_validation(**facts):
    with transaction.atomic():
        Posting.objects.filter(pk=make_posting().pk).update(**facts)


@pytest.mark.parametrize(("name", "facts"), REFUSED, **named)
def test_database_refuses_the_impossible(name, facts):
    with pytest.raises(IntegrityError, match=f"posting_{name}"):
        written_past_validation(**facts)


@pytest.mark.parametrize(("name", "facts"), REFUSED, **named)
def test_full_clean_refuses_the_impossible(name, facts):
    posting = Posting(title="Engineer Intern", **facts)

    with pytest.raises(ValidationError):
        posting.full_clean()


@pytest.mark.parametrize(("name", "facts"), REFUSED, **named)
def test_refusal_says_what_is_wrong(name, facts):
    with pytest.raises(ValidationError) as refusal:
        Posting(title="Engineer Intern", **facts).validate_constraints()

    assert MESSAGES[name] in refusal.value.messages


def test_every_constraint_is_tried():
    assert {name for name, _ in REFUSED} == set(MESSAGES)


@pytest.mark.parametrize("facts", ODD, **named)
def test_merely_odd_posting_is_accepted(facts):
    posting = make_posting(**facts)

    posting.full_clean()

    assert Posting.objects.get(pk=posting.pk)


@pytest.mark.parametrize(("field", "value"), [("weeks_min", -1), ("months_min", -3), ("places", -1), ("version", -1)])
def test_database_refuses_negative_numbers(field, value):
    with pytest.raises(IntegrityError):
        written_past_validation(**{field: value})


@pytest.mark.parametrize(
    "facts",
    [
        {"pay_currency": "aud"},
        {"pay_currency": "$"},
        {"intake_year": 2200},
        {"weeks_min": 521},
        {"apply_url": "http://example.org/apply"},
        {"apply_url": "javascript:alert(1)"},
        {"contact_email": "nobody"},
        {"language": "English"},
        {"degree_levels": ("bachelor", "diploma")},
    ],
    **named,
)
def test_full_clean_names_the_field_at_fault(facts):
    with pytest.raises(ValidationError) as refusal:
        Posting(title="Engineer Intern", **facts).full_clean()

    assert set(refusal.value.message_dict) == set(facts)


def test_second_organisation_is_refused():
    make_organisation()

    with pytest.raises(IntegrityError, match="organisation_is_one_row"), transaction.atomic():
        Organisation.objects.create(id=2, name="Other", site_name="Other careers")


@pytest.mark.sqlite
def test_sqlite_can_check_the_file_without_django():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE 'postings%' AND sql LIKE '%django!_%(%' ESCAPE '!'"
        )

        assert cursor.fetchall() == []
