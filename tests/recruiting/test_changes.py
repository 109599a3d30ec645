"""What the desk tells students of an edit."""

import pytest
from django.urls import reverse
from reversion.models import Version

from careers.postings.models import PostingChange
from tests.factories import make_posting, make_publishable
from tests.recruiting.posting_form import save

pytestmark = pytest.mark.django_db


def notes():
    return list(PostingChange.objects.order_by("pk").values_list("field", "before", "after"))


def test_saved_fact_of_an_open_posting_is_noted_once(desk):
    posting = make_publishable(weeks_min=12)

    save(desk, posting, weeks_min="14", title="Another title")

    assert notes() == [("length", "At least 12 weeks", "At least 14 weeks")]


def test_draft_makes_no_note(desk):
    save(desk, make_posting(status="draft", weeks_min=12), weeks_min="14")

    assert notes() == []


def test_refused_edit_makes_no_note(desk):
    save(desk, make_publishable(weeks_min=12), weeks_min="14", title="")

    assert notes() == []


def test_undoing_an_edit_is_noted_too(desk):
    posting = make_publishable(weeks_min=12)
    save(desk, posting, hours_per_week="20")
    save(desk, posting, weeks_min="14")
    first = Version.objects.get_for_object(posting).order_by("pk").first()
    url = reverse("admin:postings_posting_revision", args=[posting.pk, first.pk])

    desk.post(url, {"latest": desk.get(url).context["latest"]})

    assert notes()[1:] == [
        ("length", "At least 12 weeks", "At least 14 weeks"),
        ("length", "At least 14 weeks", "At least 12 weeks"),
    ]
