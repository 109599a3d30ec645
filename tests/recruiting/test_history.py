"""Looking back and undoing, with the lists inside a posting and without changing its life."""

import reversion
from django.urls import reverse
from reversion.models import Version

from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.factories import make_posting, make_responsibility
from tests.recruiting.posting_form import save, shown


def revision(posting):
    """Return the address of the oldest version of `posting`."""
    version = Version.objects.get_for_object(posting).last()
    return reverse("admin:postings_posting_revision", args=[posting.pk, version.pk])


def test_undoing_brings_back_text_and_items(desk):
    posting = make_posting(title="Good")
    make_responsibility(posting, "Duty")
    save(desk, posting)
    save(desk, posting, title="Bad", **{"responsibilities-0-DELETE": "on"})

    desk.post(revision(posting), shown(desk, revision(posting)) | {"_save": "1"})

    posting.refresh_from_db()
    assert posting.title == "Good"
    assert posting.responsibilities.get().text == "Duty"


def test_undoing_neither_publishes_nor_moves(desk):
    posting = make_posting(slug="first")
    save(desk, posting, title="One")
    save(desk, posting, slug="second")
    posting.refresh_from_db()
    posting.close()

    desk.post(revision(posting), shown(desk, revision(posting)) | {"_save": "1"})

    posting.refresh_from_db()
    assert (posting.status, posting.slug) == (Status.CLOSED, "second")


def test_looking_at_a_version_changes_nothing(desk):
    posting = make_posting(title="Good")
    save(desk, posting)
    save(desk, posting, title="Better")

    assert desk.get(revision(posting)).status_code == 200

    posting.refresh_from_db()
    assert posting.title == "Better"


def test_deleted_draft_comes_back_as_a_draft(desk):
    posting = make_posting(status=Status.IN_REVIEW, title="Lost")
    save(desk, posting)
    desk.post(reverse("admin:postings_posting_delete", args=[posting.pk]), {"post": "yes"})
    version = Version.objects.get_deleted(Posting).get()
    address = reverse("admin:postings_posting_recover", args=[version.pk])

    desk.post(address, shown(desk, address) | {"_save": "1"})

    assert Posting.objects.get(title="Lost").status == Status.DRAFT


def test_reading_writes_no_revision(desk):
    posting = make_posting()

    desk.get(reverse("admin:postings_posting_changelist"))
    desk.get(reverse("admin:postings_posting_change", args=[posting.pk]))

    assert not reversion.models.Revision.objects.exists()
