"""An edit of shared wording tells beforehand which postings it changes, and is saved only once that was seen."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from reversion.models import Revision, Version

from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Benefit, BenefitCategory, Boilerplate
from tests.factories import make_location, make_organisation, make_posting, make_team
from tests.recruiting.posting_form import edit

CONFIRM = {"_confirmed": "1"}


@pytest.fixture
def text(db):
    return Boilerplate.objects.create(key="acknowledgment", heading="Country", body="Old words", places=["posting"])


def groups(response):
    """Return {what they are: how many}."""
    return {words: number for words, number, _ in response.context["impact"].groups}


def test_edit_is_asked_about_and_not_saved(desk, text):
    make_posting()

    response = edit(desk, text, body="New words")

    text.refresh_from_db()
    assert text.body == "Old words"
    assert groups(response) == {"open": 1}
    assert response.context["found"][0].parts == [("gone", "Old "), ("new", "New "), ("same", "words")]


def test_asking_leaves_no_revision(desk, text):
    make_posting()

    edit(desk, text, body="New words")

    assert not Version.objects.get_for_object(text).exists()


def test_confirmed_edit_is_saved(desk, text):
    make_posting()

    edit(desk, text, body="New words", **CONFIRM)

    text.refresh_from_db()
    assert text.body == "New words"


def test_confirmation_sends_what_was_typed(desk, text):
    make_posting()

    typed = dict(edit(desk, text, body="New words", _save="Save").context["typed"])

    assert (typed["body"], typed["_save"]) == (["New words"], ["Save"])
    assert typed["opened"]


def test_postings_are_counted_by_what_students_see(desk, text):
    make_posting()
    make_posting(status=Status.DRAFT)
    make_posting().close()
    make_posting().close(ClosedReason.WITHDRAWN)

    assert groups(edit(desk, text, body="New")) == {"open": 1, "closed, still readable": 1, "not public yet": 1}


def test_only_postings_in_its_countries_count(desk, text):
    Boilerplate.objects.update(countries=["AU"])
    make_posting()
    make_posting(location=make_location("Auckland", country="NZ", time_zone="Pacific/Auckland"))

    assert groups(edit(desk, text, body="New")) == {"open": 1}


def test_posting_is_shown_with_the_new_wording_and_nothing_is_saved(desk, text):
    posting = make_posting()

    response = edit(desk, text, body="New words", _look="1", look_at=posting.pk)

    text.refresh_from_db()
    assert "New words" in response.content.decode()
    assert "is not saved" in response.content.decode()
    assert text.body == "Old words"
    assert not Revision.objects.exists()


def test_draft_can_be_looked_at_too(desk):
    team = make_team()
    posting = make_posting(status=Status.DRAFT, team=team)

    response = edit(desk, team, introduction="We grow roses.", _look="1", look_at=posting.pk)

    assert "We grow roses." in response.content.decode()


def test_going_on_editing_keeps_what_was_typed(desk, text):
    make_posting()

    response = edit(desk, text, body="New words", _edit="1")

    assert response.context["adminform"].form["body"].value() == "New words"
    assert "Nothing is saved yet" in response.content.decode()


def test_edit_that_nobody_reads_is_saved_at_once(desk, text):
    make_posting()

    edit(desk, text, key_phrases="we acknowledge")

    text.refresh_from_db()
    assert text.key_phrases == "we acknowledge"


def test_team_concerns_its_own_postings(desk):
    team = make_team()
    make_posting(team=team)
    make_posting(team=make_team("Other"))

    assert groups(edit(desk, team, introduction="New")) == {"open": 1}


def test_benefit_concerns_the_postings_that_list_it(desk):
    category = BenefitCategory.objects.create(name="Health", slug="health")
    benefit = Benefit.objects.create(category=category, name="Gym")
    make_posting().benefits.add(benefit)
    make_posting()

    assert groups(edit(desk, benefit, name="Pool")) == {"open": 1}
    assert groups(edit(desk, category, name="Body")) == {"open": 1}


def test_organisation_says_which_pages(desk):
    row = make_organisation()
    make_posting()

    assert edit(desk, row, mission="Roses").context["impact"].pages == ("About page",)
    assert groups(edit(desk, row, name="Roses")) == {"open": 1}


def test_reviewed_today_is_one_button(desk, text):
    address = reverse("admin:postings_boilerplate_review", args=[text.pk])

    assert desk.get(address).status_code == 405
    desk.post(address)

    text.refresh_from_db()
    assert text.last_reviewed == timezone.localdate()
    assert Revision.objects.first().comment == "Reviewed, still right"


def test_findings_stand_on_the_form_of_the_text(desk, text):
    Boilerplate.objects.update(last_reviewed=date(2020, 1, 1))

    html = desk.get(reverse("admin:postings_boilerplate_change", args=[text.pk])).content.decode()

    assert html.count("more than a year ago") == 2


def test_lines_that_a_browser_ends_otherwise_are_no_change(desk):
    row = make_organisation(values="Curiosity\nHumility")

    response = edit(desk, row, values="Curiosity\r\nHumility", second_person_approves="on")

    row.refresh_from_db()
    assert response.status_code == 302
    assert (row.values, row.second_person_approves) == ("Curiosity\nHumility", True)


def test_going_back_tells_which_postings_change_too(desk, text):
    make_posting()
    edit(desk, text, body="New words", **CONFIRM)
    edit(desk, text, body="Newer words", **CONFIRM)
    first = Version.objects.get_for_object(text).last()

    response = desk.get(reverse("admin:postings_boilerplate_revision", args=[text.pk, first.pk]))

    assert groups(response) == {"open": 1}
