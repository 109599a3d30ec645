"""Next intake's drafts: what is carried, what is offered, and what is left to the old posting."""

from datetime import UTC, date, datetime

from django.urls import reverse
from reversion.models import Version

from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.factories import make_posting, make_qualification, make_responsibility

LIST = reverse("admin:postings_posting_changelist")
CLOSING = datetime(2026, 10, 4, 12, 59, 59, tzinfo=UTC)


def page(*postings):
    query = "&".join(f"posting={posting.pk}" for posting in postings)
    return f"{reverse('admin:postings_posting_next_intake')}?{query}"


def make_full(**facts):
    posting = make_posting(intake_year=2026, requisition_id="R1", weeks_min=12, source_text="Pasted", **facts)
    make_responsibility(posting, "Plan")
    make_qualification(posting, "Python", skills=["Python"])
    return posting


def draft():
    return Posting.objects.get(status=Status.DRAFT)


def test_facts_and_lists_are_carried_and_ids_are_not(desk):
    posting = make_full(title="Gardener Intern")

    desk.post(page(posting))

    new = draft()
    assert (new.title, new.weeks_min, new.intake_year, new.team) == ("Gardener Intern", 12, 2027, posting.team)
    assert (new.responsibilities.get().text, new.qualifications.get().skills.get().name) == ("Plan", "Python")
    assert (new.requisition_id, new.source_text, new.date_posted) == (None, "", None)
    assert new.slug not in {"", posting.slug}


def test_old_posting_keeps_its_lists_and_points_to_the_new_one(desk):
    posting = make_full()

    desk.post(page(posting))

    posting.refresh_from_db()
    assert posting.next_posting == draft()
    assert (posting.responsibilities.count(), posting.version) == (1, 1)
    assert posting.qualifications.get().skills.count() == 1


def test_dates_are_offered_a_year_on_and_empty_unless_ticked(desk):
    posting = make_full(job_start_date=date(2026, 1, 1), valid_through=CLOSING)

    html = desk.get(page(posting)).content.decode()
    desk.post(page(posting))

    assert "Earliest start: January 2027" in html
    assert "Monday 4 October 2027, 11:59 pm AEDT" in html
    assert (draft().job_start_date, draft().valid_through) == (None, None)


def test_ticked_dates_are_taken(desk):
    posting = make_full(job_start_date=date(2026, 1, 1), valid_through=CLOSING)

    desk.post(page(posting), {f"{posting.pk}-valid_through": "on"})

    assert draft().valid_through == datetime(2027, 10, 4, 12, 59, 59, tzinfo=UTC)
    assert draft().job_start_date is None


def test_every_suggestion_is_taken_by_one_box(desk):
    postings = [make_full(job_start_date=date(2026, 1, 1)) for _ in range(2)]

    desk.post(page(*postings), {"every": "on"})

    starts = Posting.objects.filter(status=Status.DRAFT).values_list("job_start_date", flat=True)
    assert [*starts] == [date(2027, 1, 1)] * 2


def test_posting_with_a_next_one_gets_no_second(desk):
    posting = make_full()
    desk.post(page(posting))

    response = desk.get(page(posting))
    desk.post(page(posting))

    assert "The next one is there already" in response.content.decode()
    assert Posting.objects.count() == 2


def test_draft_starts_with_a_revision(desk):
    posting = make_full()

    desk.post(page(posting))

    assert Version.objects.get_for_object(draft()).get().revision.comment.startswith("Next intake of")
    assert Version.objects.get_for_object(draft().responsibilities.get()).exists()


def test_list_offers_it(desk):
    posting = make_full()

    response = desk.post(LIST, {"action": "next_intake", "_selected_action": [posting.pk]})

    assert response.url == page(posting)


def test_leap_day_becomes_the_28th(desk):
    posting = make_full(valid_through=datetime(2028, 2, 29, 12, 59, 59, tzinfo=UTC))

    desk.post(page(posting), {"every": "on"})

    assert draft().valid_through == datetime(2029, 2, 28, 12, 59, 59, tzinfo=UTC)


def test_nonsense_in_the_address_leads_back_to_the_list(desk):
    address = reverse("admin:postings_posting_next_intake")

    assert desk.get(f"{address}?posting=x&posting={'9' * 40}").url == LIST
