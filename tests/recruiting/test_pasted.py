"""Pasted shared wording: one button takes the copy out, where the page shows the shared text by itself."""

from django.urls import reverse
from reversion.models import Revision

from careers.consistency import report
from careers.postings.choices import Status
from careers.postings.models import Boilerplate
from careers.recruiting.pasted import without
from tests.factories import make_posting, make_responsibility

BODY = "We acknowledge the people of this land. We pay respect to their elders, past and present."


def press(client, posting):
    """Press the button at the finding; return the page that follows."""
    finding = next(each.finding for each in report.of_posting(posting) if each.finding.id == "P076")
    address = reverse("admin:postings_posting_shared_wording", args=[posting.pk])
    return client.post(address, {"fingerprint": finding.fingerprint}, follow=True)


def make_text(**facts):
    return Boilerplate.objects.create(key="acknowledgment", body=BODY, **{"places": ["posting"], **facts})


def test_sentences_of_the_shared_text_go_and_others_stay():
    assert without(f"Plan the work. {BODY} Ship it.", BODY) == "Plan the work. Ship it."


def test_copy_goes_and_an_item_that_was_nothing_else_too(desk):
    make_text()
    posting = make_posting(status=Status.DRAFT, source_text=f"Gardener\n{BODY}")
    make_responsibility(posting, BODY)
    make_responsibility(posting, f"Plan the work. {BODY}")

    press(desk, posting)

    posting.refresh_from_db()
    assert posting.source_text == "Gardener"
    assert posting.responsibilities.get().text == "Plan the work."
    assert "replaced by the shared text" in Revision.objects.first().comment


def test_copy_stays_where_the_shared_text_does_not_show(desk):
    make_text(places=["about"])
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, BODY)

    response = press(desk, posting)

    assert "does not show on this posting" in response.content.decode()
    assert posting.responsibilities.exists()


def test_copy_that_is_worded_otherwise_is_left_to_the_recruiter(desk):
    make_text(key_phrases="traditional owners of this land")
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, "Respect the traditional owners of this land and sea.")

    response = press(desk, posting)

    assert "is worded otherwise" in response.content.decode()


def test_live_posting_does_not_lose_its_only_duty(desk):
    make_text()
    posting = make_posting()
    make_responsibility(posting, BODY)

    response = press(desk, posting)

    assert "It stays as it is. Students would read this" in response.content.decode()
    assert posting.responsibilities.exists()


def test_button_stands_at_the_finding(desk):
    make_text()
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, BODY)

    html = desk.get(reverse("admin:postings_posting_change", args=[posting.pk])).content.decode()

    assert "Use the shared text instead" in html
