"""The first page: what is open, and the two questions that begin the check of all of it."""

import pytest

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
