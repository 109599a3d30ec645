"""What the desk says where it shows nothing: who may, and the way back."""

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.urls import reverse

from tests.recruiting.conftest import make_user

pytestmark = pytest.mark.django_db
BACK = f'href="{reverse("admin:index")}">Back to the desk'


def test_refused_page_of_the_desk_names_the_roles_and_leads_back(as_role):
    response = as_role("recruiter").get(reverse("admin:recruiting_invitation_add"))

    assert response.status_code == 403
    assert "<strong>recruiter</strong> (recruiter)" in response.text
    assert "A <strong>superuser</strong> invites people" in response.text
    assert BACK in response.text


def test_account_without_a_role_is_told_so(client):
    client.force_login(make_user())

    response = client.get(reverse("admin:postings_posting_changelist"))

    assert "(without a role yet)" in response.text


def test_account_that_may_not_come_in_is_not_led_in_a_circle(client):
    client.force_login(User.objects.create_user("guest"))

    response = client.get(reverse("admin:login"))

    assert response.status_code == 403
    assert BACK not in response.text


def test_missing_page_of_the_desk_leads_back(desk):
    response = desk.get("/admin/postings/nothing/")

    assert response.status_code == 404
    assert BACK in response.text


@pytest.mark.parametrize("page", ["403.html", "404.html"])
def test_errors_elsewhere_say_nothing_of_the_desk(desk, page):
    assert "desk" not in render_to_string(page)
    assert "desk" not in desk.get("/nothing/").text
