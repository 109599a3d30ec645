"""The switch that lets everybody read and nobody write."""

import pytest
from django.contrib.auth.models import User

from careers.lib.switches import READ_ONLY_FILE

pytestmark = pytest.mark.django_db


@pytest.fixture
def switch(settings, tmp_path):
    """The file that makes the site read-only, not there yet."""
    settings.DATA_DIR = tmp_path
    return tmp_path / READ_ONLY_FILE


@pytest.fixture
def desk(client, admin_user):
    client.force_login(admin_user)
    return client


def test_file_refuses_writes_at_once_and_lets_them_again(desk, switch):
    data = {"username": "new", "email": "new@example.org", "password1": "x", "password2": "x"}

    switch.touch()
    refused = desk.post("/admin/postings/team/add/", data)
    switch.unlink()

    assert (refused.status_code, refused["Retry-After"]) == (503, "300")
    assert "no-store" in refused["Cache-Control"]
    assert "what you typed is still in it" in refused.text
    assert desk.post("/admin/postings/team/add/", data).status_code == 200


def test_setting_refuses_writes_too(desk, switch, settings):
    settings.READ_ONLY = True

    assert desk.post("/admin/postings/team/add/").status_code == 503


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_every_method_that_writes_is_refused(client, switch, method):
    switch.touch()

    assert getattr(client, method)("/accounts/login/").status_code == 503


@pytest.mark.parametrize("path", ["/", "/postings/", "/eligibility/", "/accounts/login/", "/healthz"])
def test_pages_are_still_served(client, switch, path):
    switch.touch()

    assert client.get(path).status_code == 200


def test_desk_says_so_on_every_page(desk, switch):
    before = desk.get("/admin/").text
    switch.touch()

    assert "read-only for now" in desk.get("/admin/").text
    assert "read-only for now" in desk.get("/admin/postings/team/").text
    assert "read-only for now" not in before


def test_sign_in_is_refused_without_counting(client, switch):
    switch.touch()

    client.post("/accounts/login/", {"login": "admin", "password": "wrong"})

    assert not User.objects.filter(last_login__isnull=False).exists()


def test_readiness_tells(client, switch):
    switch.touch()

    assert client.get("/readyz").json()["read_only"] is True
