"""The list of first steps on the desk's first page."""

from django.urls import reverse

from careers.postings.choices import Status
from tests.factories import make_organisation, make_publishable
from tests.recruiting.conftest import make_user
from tests.recruiting.posting_form import save
from tests.recruiting.test_steps import address

INDEX = reverse("admin:index")


def left(client):
    return [task.label for task in client.get(INDEX).context["tasks"] if not task.is_done]


def test_new_site_says_what_to_do_first(desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    assert left(desk) == [
        "Name your organisation",
        "Set up mail",
        "Invite a colleague",
        "Write a posting, or import one",
        "Publish it",
    ]


def test_what_is_done_is_ticked_and_all_done_is_gone(desk):
    make_organisation()
    make_user("publisher", name="pat")
    posting = make_publishable(status=Status.DRAFT)
    assert left(desk) == ["Write a posting, or import one", "Publish it"]

    save(desk, posting, title="Gardener Intern")
    desk.post(address(posting, "publication"))

    assert "First steps" not in desk.get(INDEX).content.decode()


def test_recruiter_is_asked_only_for_what_recruiters_do(as_role):
    assert left(as_role("recruiter")) == ["Write a posting, or import one"]
