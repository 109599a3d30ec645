"""A form that is sent twice, by a double click or after going back, makes one record."""

import pytest
from django.urls import reverse

from careers.postings.models import Posting, Skill
from tests.recruiting.posting_form import change_url, shown

pytestmark = pytest.mark.django_db
ADD = reverse("admin:postings_posting_add")


def typed(desk, **facts):
    return shown(desk, ADD) | facts


def test_form_that_is_sent_twice_makes_one_posting_and_leads_to_it(desk):
    data = typed(desk, title="Gardener Intern")

    desk.post(ADD, data)
    second = desk.post(ADD, {**data, "csrfmiddlewaretoken": "of the page that came back"}, follow=True)

    posting = Posting.objects.get()
    assert second.redirect_chain == [(change_url(posting), 302)]
    assert "This was sent twice" in second.text


def test_other_words_make_another_posting(desk):
    desk.post(ADD, typed(desk, title="Gardener Intern"))
    desk.post(ADD, typed(desk, title="Gardener Intern", requisition_id="R2"))

    assert Posting.objects.count() == 2


def test_what_was_deleted_meanwhile_is_made_again(desk):
    data = typed(desk, title="Gardener Intern")
    desk.post(ADD, data)
    Posting.objects.all().delete()

    desk.post(ADD, data)

    assert Posting.objects.get().title == "Gardener Intern"


def test_refused_form_is_not_taken_for_a_saved_one(desk):
    url = reverse("admin:postings_skill_add")
    Skill.objects.create(name="Rust", slug="rust")
    desk.post(url, {"name": "Rust", "slug": "rust"})
    Skill.objects.all().delete()

    desk.post(url, {"name": "Rust", "slug": "rust"})

    assert Skill.objects.get().name == "Rust"
