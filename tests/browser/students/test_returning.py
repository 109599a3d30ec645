"""A student comes by an old link, by a mail, or once something has changed: each needs rows of its own."""

from datetime import UTC, date, datetime

import pytest

from careers.postings.changes import noting_changes
from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Organisation, Posting
from tests.browser.walking import OPPOSITE
from tests.factories import make_posting

CLOSED = datetime(2025, 6, 1, tzinfo=UTC)
CLOSING = datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC)

twoways = pytest.mark.parametrize("walk", OPPOSITE, indirect=True)


@pytest.fixture
def stage(site):
    return site


@twoways
def test_student_follows_an_old_link_to_what_is_open_instead(walk):
    facts = {"opens_at": datetime(2025, 1, 1, tzinfo=UTC), "closed_at": CLOSED, "closed_reason": ClosedReason.FILLED}
    old = make_posting(status=Status.CLOSED, title="Search Engineer Intern", **facts)
    walk.to(old.get_absolute_url(), status=410)
    walk.see("This posting has closed.")
    walk.page.locator(".card__title a").first.click()
    walk.see("How to apply")

    assert walk.page.locator("h1").inner_text() in set(Posting.objects.open().values_list("title", flat=True))


@twoways
def test_student_reads_what_has_changed_since_they_looked(walk):
    posting = Posting.objects.get(slug__startswith="site-reliability")
    with noting_changes(Posting.objects.filter(pk=posting.pk)):
        Posting.objects.filter(pk=posting.pk).update(weeks_min=10, graduation_by=date(2027, 6, 1))
    walk.to(posting.get_absolute_url())
    walk.see("What has changed")

    said = walk.page.locator(".changes").inner_text()
    assert "At least 10 weeks" in said
    assert "Before: At least 12 weeks." in said


@twoways
def test_student_puts_the_closing_into_their_calendar(walk):
    walk.to(make_posting(title="Closing Intern", valid_through=CLOSING).get_absolute_url())
    walk.see("Put it in my calendar")
    with walk.page.expect_download() as download:
        walk.press("Put it in my calendar")

    assert "SUMMARY:Closes: Closing Intern\\, Sydney" in download.value.path().read_text()


def test_student_in_perth_reads_a_closing_in_sydney_by_their_own_clock(new_tab):
    student = new_tab(timezone_id="Australia/Perth", locale="en-AU")
    student.goto(make_posting(valid_through=CLOSING).get_absolute_url())

    closing = student.locator(".apply time[data-zone] + a").locator("xpath=..").inner_text()
    assert "11:59 pm AEDT" in closing
    assert "where you are: Thursday, 14 January 2190 at 8:59" in closing.replace("\u202f", " ")


@twoways
def test_student_for_whom_nothing_fits_hears_of_the_next_intake(walk):
    Organisation.objects.update(postal_address="1 Harbour Street\nSydney NSW 2000")
    walk.to("/eligibility/?studying=phd&graduation=2029-11")
    walk.see("Nothing open fits everything you said.")
    walk.press("Tell me when something fits")
    walk.see("Your e-mail address")
    assert "PhD" in walk.page.locator(".alerts__text").inner_text()
    walk.page.get_by_label("Your e-mail address").fill(f"{walk.name.replace(' ', '-')}@example.org")
    walk.press("I agree, tell me")
    walk.see("Check your inbox")
