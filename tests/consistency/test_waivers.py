from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core import serializers
from django.db import IntegrityError

from careers.consistency import report
from careers.consistency.models import Kind, Waiver, permission_for
from tests.factories import make_posting

pytestmark = pytest.mark.django_db
ON = date(2026, 1, 1)
AT = datetime(2026, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def posting():
    """An intake that is over: an error by itself, beside those of an empty posting."""
    return make_posting(intake_year=2025)


def finding_of(posting, rule="P006"):
    return next(each.finding for each in report.of_posting(posting, ON) if each.finding.id == rule)


def stops(posting, rule="P006"):
    return rule in {finding.id for finding in report.gate(posting, ON)}


def test_error_stops_until_it_is_waived(posting):
    assert stops(posting)

    Waiver.objects.give(finding_of(posting), "The year is right.", posting=posting)

    assert not stops(posting)


def test_waiver_ends_when_its_fact_changes(posting):
    Waiver.objects.give(finding_of(posting), "The year is right.", posting=posting)

    posting.intake_year = 2024
    posting.save()

    assert stops(posting)


def test_waiver_counts_again_when_the_fact_returns(posting):
    Waiver.objects.give(finding_of(posting), "The year is right.", posting=posting)
    posting.intake_year = 2024
    posting.save()

    posting.intake_year = 2025
    posting.save()

    assert not stops(posting)


def test_waiver_outlives_changes_of_other_facts(posting):
    Waiver.objects.give(finding_of(posting), "The year is right.", posting=posting)

    posting.title = "Another title"
    posting.save()

    assert not stops(posting)


def test_waiver_of_one_posting_leaves_another_alone(posting):
    Waiver.objects.give(finding_of(posting), "The year is right.", posting=posting)

    assert stops(make_posting(intake_year=2025))


def test_waiver_that_was_taken_back_counts_no_more(posting):
    waiver = Waiver.objects.give(finding_of(posting), "The year is right.", posting=posting)

    waiver.end(AT)

    assert stops(posting)
    assert Waiver.objects.get().ended_at == AT


def test_waiver_keeps_who_when_why_and_for_what(posting):
    user = get_user_model().objects.create_user("kim", first_name="Kim", last_name="Lee")

    waiver = Waiver.objects.give(finding_of(posting), "The year is right.", by=user, on=AT, posting=posting)
    user.delete()
    waiver.refresh_from_db()

    assert (waiver.by, waiver.by_name, waiver.at) == (None, "Kim Lee", AT)
    assert (waiver.reason, waiver.fact) == ("The year is right.", "intake 2025")


def test_giving_it_again_replaces_the_reason(posting):
    for reason in ("First.", "Second."):
        Waiver.objects.give(finding_of(posting), reason, posting=posting)

    assert Waiver.objects.get().reason == "Second."


def test_errors_are_waived_by_publishers_and_warnings_set_aside_by_recruiters(posting):
    error, warning = finding_of(posting), finding_of(posting, "P040")

    assert Waiver.objects.give(error, "So.", posting=posting).kind == Kind.WAIVER
    assert Waiver.objects.give(warning, "So.", posting=posting).kind == Kind.SET_ASIDE
    assert permission_for(error) == "consistency.waive_error"
    assert permission_for(warning) == "consistency.add_waiver"


@pytest.mark.parametrize("facts", [{"reason": ""}, {"reason": "So.", "posting": None}])
def test_waiver_without_reason_or_posting_is_impossible(posting, facts):
    with pytest.raises(IntegrityError):
        Waiver.objects.create(**{"posting": posting, "finding": "P006", "at": AT, **facts})


def test_waiver_travels_by_its_natural_key(posting):
    Waiver.objects.give(finding_of(posting), "So.", on=AT, posting=posting)
    text = serializers.serialize(
        "json", Waiver.objects.all(), use_natural_foreign_keys=True, use_natural_primary_keys=True
    )

    for row in serializers.deserialize("json", text):
        row.save()

    assert Waiver.objects.count() == 1
