"""Public change notes: which edits of a posting students are told of, by whatever route they come."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from careers.postings.changes import noting_changes
from careers.postings.choices import Status
from careers.postings.models import FieldOfStudy, Posting, PostingChange
from tests.factories import make_location, make_posting, make_responsibility, make_team

pytestmark = pytest.mark.django_db

# {fact: a change of it}
CHANGES = {
    "graduation": {"graduation_by": date(2191, 6, 1)},
    "levels": {"degree_levels": ["phd"]},
    "enrolment": {"must_stay_enrolled": True},
    "start": {"job_start_date": date(2191, 2, 1)},
    "length": {"may_be_extended": True},
    "days": {"on_site_days_min": 4},
    "pay": {"pay_min": 40, "pay_currency": "AUD", "pay_period": "hour"},
    "work_rights": {"sponsorship_offered": False},
    "closing": {"valid_through": datetime(2191, 1, 1, tzinfo=UTC)},
    "apply": {"apply_url": "https://acme.example/apply"},
}


def notes():
    return list(PostingChange.objects.order_by("-pk").values_list("field", "before", "after"))


def edit(posting, **facts):
    rows = Posting.objects.filter(pk=posting.pk)
    with noting_changes(rows):
        rows.update(**facts)


@pytest.mark.parametrize("name", CHANGES)
def test_changed_fact_of_an_open_posting_is_noted(name):
    edit(make_posting(), **CHANGES[name])

    assert [field for field, _, _ in notes()] == [name]


def test_note_says_before_and_after_in_words():
    edit(make_posting(weeks_min=12, may_be_extended=True), weeks_min=None, months_min=3, may_be_extended=None)

    assert notes() == [("length", "At least 12 weeks. It may be extended", "At least 3 months")]


def test_other_place_team_and_fields_are_noted():
    posting = make_posting(team=make_team("Edge"))

    with noting_changes(Posting.objects.filter(pk=posting.pk)):
        posting.team, posting.location = make_team("Core"), make_location("Perth", time_zone="Australia/Perth")
        posting.save()
        posting.fields_of_study.set([FieldOfStudy.objects.create(name="Law", slug="law")])

    assert notes() == [
        ("fields", "", "Law"), ("place", "Sydney, Australia", "Perth, Australia"), ("team", "Edge", "Core"),
    ]  # fmt: skip


def test_wording_typos_and_addresses_make_no_note():
    posting = make_posting(title="Enginer")

    with noting_changes(Posting.objects.filter(pk=posting.pk)):
        posting.title, posting.source_text = "Engineer", "Other words"
        posting.save()
        posting.move_to("another-address")
        make_responsibility(posting, "Mend things")

    assert notes() == []


@pytest.mark.parametrize(
    "facts",
    [
        {"status": Status.DRAFT},
        {"opens_at": datetime(2190, 1, 1, tzinfo=UTC)},
        {"valid_through": datetime(2020, 1, 1, tzinfo=UTC)},
    ],
)
def test_posting_that_nobody_sees_makes_none(facts):
    edit(make_posting(**facts), weeks_min=12)

    assert notes() == []


def test_bulk_change_notes_each_posting_that_differs():
    changed, same = make_posting(weeks_min=10), make_posting(weeks_min=12)

    with noting_changes(Posting.objects.all()):
        Posting.objects.update(weeks_min=12)

    assert [note.posting for note in PostingChange.objects.all()] == [changed]
    assert not same.changes.exists()


def test_steps_of_a_life_make_none_by_themselves():
    posting = make_posting(status=Status.DRAFT)
    posting.publish()
    posting.close()
    posting.reopen(valid_through=timezone.now() + timedelta(days=9))

    assert notes() == []


def test_step_that_moves_the_closing_of_an_open_posting_is_noted():
    posting = make_posting(valid_through=datetime(2190, 1, 1, tzinfo=UTC))

    posting._step("extended", None, "", None, valid_through=datetime(2190, 2, 1, tzinfo=UTC))

    assert [field for field, _, _ in notes()] == ["closing"]


def test_page_says_what_has_changed_and_when(client):
    posting = make_posting(weeks_min=10)
    assert b"What has changed" not in client.get(posting.get_absolute_url()).content
    posting.changes.create(at=datetime(2026, 3, 1, 20, tzinfo=UTC), field="length", before="At least 10 weeks")

    text = client.get(posting.get_absolute_url()).content.decode()

    assert "What has changed" in text
    assert "2 March 2026</time>" in text, "by the calendar of the place"
    assert "No longer stated. " in text
    assert "Before: At least 10 weeks." in text


def test_undone_change_leaves_no_note():
    posting = make_posting(weeks_min=10)

    with pytest.raises(ZeroDivisionError), noting_changes(Posting.objects.filter(pk=posting.pk)):
        raise ZeroDivisionError

    assert notes() == []
