"""The steps of a posting's life, taken at the desk."""

from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Posting
from tests.factories import make_posting, make_publishable
from tests.recruiting.posting_form import change_url

LIST = reverse("admin:postings_posting_changelist")
PAST = datetime(2026, 1, 1, tzinfo=UTC)


def address(posting, noun):
    return reverse(f"admin:postings_posting_{noun}", args=[posting.pk])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize(
    ("before", "noun", "after"),
    [
        ("draft", "submission", "in_review"),
        ("in_review", "return", "draft"),
        ("in_review", "publication", "published"),
        ("published", "withdrawal", "closed"),
    ],
)
def test_step_is_taken_by_a_post_in_somebodys_name(desk, before, noun, after):
    posting = make_publishable(status=before)

    response = desk.post(address(posting, noun), {"note": "As agreed"})

    posting.refresh_from_db()
    assert posting.status == after
    assert (posting.events.get().by.username, posting.events.get().note) == ("rae", "As agreed")
    assert len(said(response)) == 1


def test_step_changes_nothing_on_get(desk):
    posting = make_posting(status=Status.DRAFT)

    assert desk.get(address(posting, "publication")).status_code == 200

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT


def test_refused_step_says_why(desk):
    posting = make_posting()

    response = desk.post(address(posting, "submission"))

    assert response.context["form"].non_field_errors() == ["Only a draft can be submitted."]


def test_schedule_takes_the_time_of_the_location(desk):
    posting = make_publishable(status=Status.DRAFT)

    desk.post(address(posting, "schedule"), {"opens_at_day": "2099-11-30", "opens_at_clock": "09:00"})

    posting.refresh_from_db()
    assert posting.opens_at == datetime(2099, 11, 29, 22, tzinfo=UTC)
    assert posting.is_scheduled()


def test_schedule_without_a_date_is_asked_again(desk):
    posting = make_posting(status=Status.DRAFT)

    response = desk.post(address(posting, "schedule"), {"note": "soon"})

    assert response.context["form"].errors["opens_at"]
    assert "soon" in response.content.decode()


def test_closing_keeps_the_reason_and_the_note(desk):
    posting = make_posting()

    desk.post(address(posting, "closure"), {"reason": ClosedReason.FILLED, "note": "All signed"})

    posting.refresh_from_db()
    assert posting.closed_reason == ClosedReason.FILLED
    assert posting.events.get().note == "All signed"


def test_closed_posting_is_reopened_with_a_new_date(desk):
    posting = make_publishable(valid_through=PAST)

    desk.post(address(posting, "reopening"), {"valid_through_day": "2099-10-04"})

    posting.refresh_from_db()
    assert posting.is_open()
    assert posting.valid_through == datetime(2099, 10, 4, 12, 59, 59, tzinfo=UTC)


def test_closed_posting_is_archived(desk):
    posting = make_posting(status=Status.CLOSED, closed_at=PAST)

    desk.post(address(posting, "archival"))

    posting.refresh_from_db()
    assert posting.status == Status.ARCHIVED


def test_sending_back_without_saying_why_is_refused(desk):
    posting = make_posting(status=Status.IN_REVIEW)

    response = desk.post(address(posting, "return"))

    posting.refresh_from_db()
    assert posting.status == Status.IN_REVIEW
    assert "Say what to change" in response.context["form"].errors["note"][0]


def test_comment_stands_on_top_of_the_form(desk):
    posting = make_posting(status=Status.IN_REVIEW)

    desk.post(address(posting, "return"), {"note": "Say how long it takes"})

    html = desk.get(change_url(posting)).content.decode()
    assert html.index("Say how long it takes") < html.index('id="id_title"')
    assert "Sent back by rae" in html


def test_schedule_sets_the_closing_too(desk):
    posting = make_publishable(status=Status.DRAFT)

    desk.post(address(posting, "schedule"), {"opens_at_day": "2099-11-30", "valid_through_day": "2099-12-06"})

    posting.refresh_from_db()
    assert posting.valid_through == datetime(2099, 12, 6, 12, 59, 59, tzinfo=UTC)
    opening = "opens Monday 30 November 2099, 12:00 am (start of the day) AEDT (Sydney)"
    assert opening in desk.get(change_url(posting)).content.decode()


def test_closing_is_moved_with_a_note(desk):
    posting = make_publishable(valid_through=datetime(2099, 1, 1, tzinfo=UTC))

    desk.post(address(posting, "extension"), {"valid_through_day": "2098-10-04", "note": "Enough came"})

    posting.refresh_from_db()
    event = posting.events.get()
    assert posting.valid_through == event.moment == datetime(2098, 10, 4, 13, 59, 59, tzinfo=UTC)
    assert (event.verb, event.note) == ("extended", "Enough came")


def test_error_keeps_it_from_students_and_what_was_typed_stays(desk):
    posting = make_posting(status=Status.DRAFT)

    response = desk.post(address(posting, "publication"), {"note": "Go"})

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT
    assert "responsibilities" in " ".join(response.context["form"].non_field_errors())
    assert "Go" in response.content.decode()


def test_missing_title_is_told_once(desk):
    posting = make_publishable(status=Status.DRAFT, title="")

    bar = desk.get(change_url(posting)).text.partition("keeps it from students")[2].partition("What the rules find")[0]

    assert bar.count("title") == bar.count("It has no title.") == 1


def test_only_steps_that_fit_are_offered(desk):
    html = desk.get(change_url(make_posting(status=Status.DRAFT))).content.decode()

    assert "Submit for review" in html
    assert "Reopen" not in html


def test_step_is_a_revision_of_its_own(desk):
    posting = make_posting(status=Status.DRAFT)

    desk.post(address(posting, "submission"), {"note": "Please look"})
    history = desk.get(reverse("admin:postings_posting_history", args=[posting.pk]))

    assert "Submit for review: Please look" in history.content.decode()


def test_live_posting_is_not_deleted(desk):
    posting = make_posting()

    desk.post(reverse("admin:postings_posting_delete", args=[posting.pk]), {"post": "yes"})

    assert Posting.objects.filter(pk=posting.pk).exists()
    assert "delete_selected" not in desk.get(LIST).content.decode()


def test_draft_is_deleted_with_what_the_site_wrote_about_it(desk):
    posting = make_posting(status=Status.DRAFT)
    posting.submit()

    desk.post(reverse("admin:postings_posting_delete", args=[posting.pk]), {"post": "yes"})

    assert not Posting.objects.filter(pk=posting.pk).exists()
