"""The posting's form: what is saved, what is refused, and that nothing changes by itself."""

from datetime import UTC, date, datetime

import pytest
from django.forms.models import model_to_dict

from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Posting
from tests.factories import make_location, make_posting, make_qualification, make_responsibility
from tests.recruiting.posting_form import change_url, errors, save, shown

CLOSING = datetime(2099, 10, 4, 12, 59, 59, tzinfo=UTC)


def test_closing_date_without_time_ends_that_day_at_the_location(desk):
    posting = make_posting()

    save(desk, posting, valid_through_day="2099-10-04", valid_through_clock="")

    posting.refresh_from_db()
    assert posting.valid_through == CLOSING


def test_closing_at_the_end_of_a_day_is_shown_as_a_date(desk):
    data = shown(desk, change_url(make_posting(valid_through=CLOSING)))

    assert data["valid_through_day"] == ["2099-10-04"]
    assert data["valid_through_clock"] == [""]


def test_opening_date_without_time_starts_that_day_at_the_location(desk):
    posting = make_posting(status=Status.DRAFT)

    save(desk, posting, opens_at_day="2099-01-05", opens_at_clock="")

    posting.refresh_from_db()
    assert posting.opens_at == datetime(2099, 1, 4, 13, tzinfo=UTC)


def test_time_that_no_clock_shows_is_refused_with_advice(desk):
    posting = make_posting()

    response = save(desk, posting, valid_through_day="2026-10-04", valid_through_clock="02:30")

    assert "There is no 02:30 on 04 October 2026 in Australia/Sydney" in errors(response)["valid_through"][0]
    assert "such as 03:30" in errors(response)["valid_through"][0]


def test_time_without_date_is_refused(desk):
    response = save(desk, make_posting(), valid_through_clock="09:00")

    assert errors(response)["valid_through"] == ["Choose a date as well."]


def test_closing_keeps_its_date_when_the_location_changes(desk):
    posting = make_posting(valid_through=CLOSING)
    perth = make_location("Perth", time_zone="Australia/Perth")

    save(desk, posting, location=perth.pk)

    posting.refresh_from_db()
    assert posting.valid_through == datetime(2099, 10, 4, 15, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    [datetime(2099, 3, 1, 1, 2, 3, 456, tzinfo=UTC), datetime(2099, 4, 4, 16, 30, tzinfo=UTC)],
    ids=["with microseconds", "the second of a time shown twice"],
)
def test_saving_untouched_changes_nothing(desk, moment):
    posting = make_posting(valid_through=moment, opens_at=datetime(2026, 1, 1, 1, 2, 3, 4, tzinfo=UTC))
    make_responsibility(posting, order=3)
    make_qualification(posting, skills=["Python"])
    before = model_to_dict(Posting.objects.get(pk=posting.pk))

    assert save(desk, posting).status_code == 302

    assert model_to_dict(Posting.objects.get(pk=posting.pk)) == before


def test_opening_of_a_published_posting_is_not_moved_by_the_form(desk):
    posting = make_posting(opens_at=datetime(2026, 1, 1, tzinfo=UTC))

    save(desk, posting, opens_at_day="2099-01-01")

    posting.refresh_from_db()
    assert posting.is_open()


def test_closing_before_the_opening_is_refused(desk):
    posting = make_posting(opens_at=datetime(2026, 1, 1, tzinfo=UTC))

    response = save(desk, posting, valid_through_day="2025-01-01")

    assert "It closes before it opens: move one of the two." in errors(response)["__all__"]


def test_closed_posting_is_not_opened_by_its_date(desk):
    posting = make_posting(valid_through=datetime(2026, 1, 1, tzinfo=UTC))

    save(desk, posting, valid_through_day="2099-01-01")

    posting.refresh_from_db()
    assert not posting.is_open()


def test_status_is_not_a_field(desk):
    posting = make_posting(status=Status.DRAFT)

    save(desk, posting, status=Status.PUBLISHED, closed_reason=ClosedReason.OTHER)

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT


def test_month_out_of_reach_is_refused_in_words(desk):
    response = save(desk, make_posting(), graduation_by="soon")

    assert "Write a month and a year" in errors(response)["graduation_by"][0]


def test_month_is_saved(desk):
    posting = make_posting()

    save(desk, posting, graduation_by="Dec 2026")

    posting.refresh_from_db()
    assert posting.graduation_by == date(2026, 12, 1)


def test_new_address_of_a_public_posting_keeps_the_old_one_answering(desk):
    posting = make_posting(slug="first")

    save(desk, posting, slug="second")

    assert list(posting.old_slugs.values_list("slug", flat=True)) == ["first"]
    assert Posting.objects.get(pk=posting.pk).slug == "second"


def test_new_address_of_a_draft_leaves_nothing_behind(desk):
    posting = make_posting(slug="first", status=Status.DRAFT)

    save(desk, posting, slug="second")

    assert not posting.old_slugs.exists()
    assert Posting.objects.get(pk=posting.pk).slug == "second"
