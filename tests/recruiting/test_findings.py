"""What the rules find, where the desk shows it, and what they keep from students."""

import re
from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from careers.consistency import report
from careers.consistency.models import Waiver
from careers.postings.choices import Status
from tests.factories import make_posting, make_publishable, make_responsibility
from tests.recruiting.posting_form import change_url, save

# Enrolled to December 2025 at the longest, and starting in January 2026.
NOBODY = {
    "graduation_by": date(2190, 12, 1), "job_start_date": date(2191, 1, 1), "weeks_min": 12, "must_stay_enrolled": True,
}  # fmt: skip


def text_of(response):
    return " ".join(response.content.decode().split())


def steps(posting, noun):
    return reverse(f"admin:postings_posting_{noun}", args=[posting.pk])


def error_of(posting, id_):
    return next(each.finding for each in report.of_posting(posting) if each.finding.id == id_)


def waiver_page(posting, finding):
    return f"{steps(posting, 'waivers')}?fingerprint={finding.fingerprint}"


def test_form_shows_findings_on_top_and_beside_the_field(desk):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)

    text = text_of(desk.get(change_url(posting)))

    message = error_of(posting, "P001").message
    assert "Errors, they stop publishing: 1" in text
    assert text.count(message) >= 2


def test_finding_leads_to_the_part_of_the_form_it_is_about(desk):
    posting = make_posting(source_text="SQL SQL", status=Status.DRAFT, **NOBODY)

    text = text_of(desk.get(change_url(posting)))

    assert "Go to “finish by”" in text
    assert "Go to “What you would do”" in text
    leads = set(re.findall(r'href="#([\w-]+)">Go to', text))
    assert {each for each in leads if f'id="{each}"' not in text} == set()


def test_folded_part_stands_open_while_a_finding_leads_into_it(desk):
    quiet = make_publishable(status=Status.DRAFT)
    noisy = make_publishable(status=Status.DRAFT, source_text="Company Videos")

    assert "<details><summary> <h2" in text_of(desk.get(change_url(quiet)))
    assert "<details open><summary> <h2" in text_of(desk.get(change_url(noisy)))


@pytest.mark.parametrize("noun", ["publication", "schedule"])
def test_error_keeps_a_draft_from_students(desk, noun):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)

    response = desk.post(steps(posting, noun), {"opens_at_day": "2099-01-01"}, follow=True)

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT
    assert "have a publisher waive it" in text_of(response)


def test_waived_error_lets_it_pass_with_the_reason_kept(desk):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)
    desk.post(waiver_page(posting, error_of(posting, "P001")), {"reason": "As the faculty agreed"})

    desk.post(steps(posting, "publication"))

    posting.refresh_from_db()
    assert posting.status == Status.PUBLISHED
    assert Waiver.objects.get().by.username == "rae"
    assert "As the faculty agreed" in text_of(desk.get(change_url(posting)))


def test_waiver_needs_a_reason(desk):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)

    response = desk.post(waiver_page(posting, error_of(posting, "P001")), {"reason": " "})

    assert "Say why it may stand" in text_of(response)
    assert not Waiver.objects.exists()


def test_waiver_ends_when_the_fact_changes(desk):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)
    desk.post(waiver_page(posting, error_of(posting, "P001")), {"reason": "Agreed"})

    save(desk, posting, graduation_by="2190-11")
    desk.post(steps(posting, "publication"))

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT


def test_waiver_is_taken_back(desk):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)
    desk.post(waiver_page(posting, error_of(posting, "P001")), {"reason": "Agreed"})
    waiver = Waiver.objects.get()

    desk.post(reverse("admin:postings_posting_waiver_ending", args=[posting.pk, waiver.pk]))

    assert [finding.id for finding in report.gate(posting)] == ["P001"]


def test_recruiter_sets_warnings_aside_and_waives_no_error(as_role):
    posting = make_publishable(status=Status.DRAFT, **NOBODY)
    recruiter = as_role("recruiter")

    refused = recruiter.post(waiver_page(posting, error_of(posting, "P001")), {"reason": "Please"})
    taken = recruiter.post(waiver_page(posting, error_of(posting, "P040")), {"reason": "Comes later"})

    assert (refused.status_code, taken.status_code) == (403, 302)
    assert Waiver.objects.get().finding == "P040"


def test_edit_of_a_live_posting_brings_no_new_error(desk):
    posting = make_publishable(**{**NOBODY, "graduation_by": date(2192, 12, 1)})

    response = save(desk, posting, title="Renamed", graduation_by="2190-12")

    posting.refresh_from_db()
    assert posting.graduation_by == date(2192, 12, 1)
    assert "Students would read this" in text_of(response)
    assert 'value="Renamed"' in text_of(response)


def test_live_posting_with_an_old_error_can_still_be_edited(desk):
    posting = make_posting(title="Before")
    make_responsibility(posting)

    save(desk, posting, title="After")

    posting.refresh_from_db()
    assert posting.title == "After"


def test_report_counts_by_cause_and_sets_one_aside_for_all(desk):
    postings = [make_publishable(title=f"Role {number}") for number in (1, 2)]
    page = reverse("admin:postings_posting_findings")
    assert "2 of 2: Pay not stated" in text_of(desk.get(page))

    desk.post(page, {"cause": "P040 pay_min Pay not stated", "reason": "Told at the interview"})

    assert Waiver.objects.filter(finding="P040", field="pay_min").count() == len(postings)
    assert "Told at the interview" in text_of(desk.get(page))


def test_list_says_what_is_to_mend_and_is_narrowed_by_it(desk):
    make_publishable(title="Nearly fine")
    make_posting(title="Empty one")
    page = reverse("admin:postings_posting_changelist")

    assert "2 errors" in text_of(desk.get(page))
    errors = text_of(desk.get(page, {"findings": "error"}))
    assert "Empty one" in errors
    assert "Nearly fine" not in errors


def test_column_follows_a_waiver_and_an_edit(desk):
    posting = make_publishable(**NOBODY)
    page = reverse("admin:postings_posting_changelist")
    assert "1 error," in text_of(desk.get(page))

    desk.post(waiver_page(posting, error_of(posting, "P001")), {"reason": "Agreed"})
    assert "1 error," not in text_of(desk.get(page))

    type(posting).objects.update(weeks_min=20)
    assert "1 error," in text_of(desk.get(page))


def test_saving_a_draft_says_at_once_what_will_stop_it(desk):
    posting = make_publishable(status=Status.DRAFT, **{**NOBODY, "graduation_by": date(2192, 12, 1)})

    response = save(desk, posting, graduation_by="2190-12")

    posting.refresh_from_db()
    assert posting.graduation_by == date(2190, 12, 1)
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("Nobody can meet this" in message for message in told)
