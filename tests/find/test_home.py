"""The first page: what is open, and the two questions that begin the check of all of it."""

import pytest
from django.utils import timezone

from careers.find.keeping import current
from careers.find.questions import questions
from tests.factories import make_posting

pytestmark = pytest.mark.django_db


def test_home_begins_the_check_of_all_open_roles_with_two_questions(client):
    make_posting(title="One")
    make_posting(title="Two")

    html = client.get("/").content.decode()

    form = html.split('action="/eligibility/#results"')[1].split("</form>")[0]
    assert form.count('name="studying"') == form.count('name="graduation"') == 1
    assert "Check all 2 open roles" in form


def test_home_does_not_fill_in_answers_of_its_address(client):
    make_posting()

    html = client.get("/?graduation=2027-11").content.decode()

    assert "2027-11" not in html.split('action="/eligibility/#results"')[1].split("</form>")[0]


def test_answers_to_what_students_ask_first_are_worked_out_once(queries):
    make_posting(weeks_min=12)
    index = current(timezone.now())
    first = questions(index, 2)

    assert ("How long is it?", "At least 12 weeks: 1 of 1.") in first
    assert queries(lambda: questions(index, 2)) == []
    assert questions(index, 2) is first
