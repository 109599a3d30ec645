"""Alerts on the recruiters' desk: numbers for all, addresses for nobody."""

import pytest
from django.urls import reverse

from careers.alerts.models import Subscriber
from tests.alerts.people import SEARCH, run, subscribe
from tests.factories import make_posting
from tests.recruiting.conftest import as_role, desk  # noqa: F401 fixtures

pytestmark = pytest.mark.usefixtures("organisation")
FIGURES, REQUESTS = "admin:alerts_tally_changelist", "admin:alerts_tally_requests"


@pytest.fixture(autouse=True)
def _readers(organisation):
    for name in ("ada", "bea", "cyd"):
        subscribe(f"{name}@example.org", f"{SEARCH}&q=python" if name == "ada" else SEARCH)
    make_posting(intake_year=2027)
    run()


@pytest.mark.parametrize("role", ["recruiter", "publisher"])
def test_figures_say_how_many_and_what_they_look_for(as_role, role):  # noqa: F811
    page = as_role(role).get(reverse(FIGURES)).content.decode()

    assert "Place: Sydney" in page
    assert "Intake: 2027" in page
    assert "Digests sent" in page


def test_figures_hold_no_address_no_answer_and_no_rare_wish(as_role):  # noqa: F811
    page = as_role("recruiter").get(reverse(FIGURES)).content.decode()

    assert not [word for word in ("ada@", "bea@", "November 2027", "python", "Somebody asks") if word in page]


@pytest.mark.parametrize("role", ["recruiter", "publisher"])
def test_only_a_superuser_answers_requests(as_role, role):  # noqa: F811
    answer = as_role(role).post(reverse(REQUESTS), {"email": "ada@example.org", "erase": "1"})

    assert answer.status_code == 403
    assert Subscriber.objects.filter(email="ada@example.org").exists()


def test_superuser_downloads_what_is_kept(desk):  # noqa: F811
    answer = desk.post(reverse(REQUESTS), {"email": "ADA@example.org", "export": "1"})

    assert answer.json()["email"] == "ada@example.org"
    assert "attachment" in answer["Content-Disposition"]


def test_superuser_erases_what_is_kept(desk):  # noqa: F811
    desk.get(reverse(REQUESTS), {"email": "ada@example.org", "erase": "1"})
    kept = Subscriber.objects.count()
    answer = desk.post(reverse(REQUESTS), {"email": "ada@example.org", "erase": "1"}, follow=True)

    assert (kept, Subscriber.objects.count()) == (3, 2)
    assert b"Erased: nothing is kept" in answer.content


def test_mistyped_address_is_said_beside_the_field(desk):  # noqa: F811
    answer = desk.post(reverse(REQUESTS), {"email": "ada@", "export": "1"})

    assert b"Type the whole address." in answer.content


def test_nobody_else_sees_the_page(client):
    assert client.get(reverse(FIGURES)).status_code == 302
