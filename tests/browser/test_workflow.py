"""From an empty form to a live page, with a colleague, and twelve at once."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.recruiting.models import Invitation, PreviewLink
from tests.browser.test_admin import PASSWORD, sign_in
from tests.factories import make_location, make_publishable

LIST = reverse("admin:postings_posting_changelist")


def enter(page, name, address="/admin/"):
    page.goto(address)
    page.get_by_label("User name or e-mail address").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**{address}")


def change(posting):
    return reverse("admin:postings_posting_change", args=[posting.pk])


def draft(title="Gardener Intern"):
    return make_publishable(status=Status.DRAFT, title=title, slug=title.lower().replace(" ", "-"))


def test_one_person_takes_a_posting_from_empty_to_live(page):
    sign_in(page, reverse("admin:postings_posting_add"))
    page.get_by_label("Title").fill("Gardener Intern")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("keep it from students").wait_for()

    page.locator("#id_responsibilities-0-text").fill("Water the plants that shade the yard")
    page.locator("#id_qualifications-0-text").fill("Experience with a watering can")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_role("link", name="Publish now…").click()
    page.get_by_role("button", name="Publish now").click()

    page.get_by_role("link", name="View on site").click()
    page.get_by_role("heading", name="Gardener Intern", level=1).wait_for()


def test_invited_colleague_sends_it_back_with_a_comment(new_page):
    mine, theirs, posting = new_page(), new_page(), draft()
    link = invite(mine)
    mine.goto(change(posting))
    mine.get_by_role("link", name="Submit for review…").click()
    mine.get_by_role("button", name="Submit for review").click()
    mine.get_by_text("is in review").wait_for()

    join(theirs, link)
    enter(theirs, "pat", change(posting))
    theirs.get_by_role("link", name="Send back…").click()
    theirs.get_by_label("What to change").fill("Say how long it takes")
    theirs.get_by_role("button", name="Send back").click()
    theirs.get_by_text("is a draft again").wait_for()

    mine.goto(change(posting))
    assert mine.locator(".life__comment").inner_text().startswith("Say how long it takes\nSent back by pat")
    assert [str(event.by) for event in posting.events.all()] == ["rae", "pat"]


def invite(page):
    """Invite a publisher, and return the link as the desk shows it."""
    sign_in(page, reverse("admin:recruiting_invitation_add"))
    page.get_by_label("E-mail address").fill("pat@example.org")
    page.get_by_label(re.compile("Publisher:")).check()
    page.get_by_role("button", name="Save", exact=True).click()
    return page.locator(".field-link .readonly").inner_text()


def join(page, link):
    page.goto(link.partition("://")[2].partition("/")[2].join(["/", ""]))
    page.get_by_label("User name").fill("pat")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password confirmation").fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    page.get_by_text("Your account is ready").wait_for()


@pytest.mark.parametrize("java_script", [True, False])
def test_twelve_are_scheduled_for_monday_nine(new_page, java_script):
    page = new_page(java_script_enabled=java_script)
    make_location()
    twelve = [draft(f"Gardener Intern {letter}") for letter in "ABCDEFGHIJKL"]
    sign_in(page, f"{LIST}?q=Gardener")
    for box in page.locator("input[name=_selected_action]").all():
        box.check()
    page.get_by_label("Action:").select_option("schedule")
    page.get_by_role("button", name=re.compile("^(Go|Run)")).click()

    page.get_by_role("group", name="Opens").get_by_label("Date").fill("2099-11-30")
    page.get_by_role("group", name="Opens").get_by_label("Time").fill("09:00:00")
    page.get_by_role("button", name="See what will happen").click()
    page.get_by_text("12 go, none stay").wait_for()
    page.get_by_role("button", name="Schedule: 12 postings").click()

    page.wait_for_url(f"**{LIST}")
    assert page.get_by_text("opens Monday 30 November 2099, 9:00 am AEDT (Sydney)").count() == 12
    assert {posting.is_scheduled() for posting in Posting.objects.filter(pk__in=[each.pk for each in twelve])} == {True}


def test_live_page_names_what_is_about_to_change_and_what_has(page):
    sign_in(page, change(Posting.objects.open().order_by("pk").first()))
    page.set_default_timeout(30_000)

    page.get_by_label("Title").fill("Gardener Intern")
    assert page.locator("[data-changes]").inner_text() == "About to change: Title."
    page.get_by_role("button", name="Update and continue editing").click()

    page.get_by_text("→ Gardener Intern").wait_for()


def test_new_pages_are_accessible(page, assert_accessible):
    sign_in(page, "/admin/")
    page.set_default_timeout(30_000)

    for address in new_pages(draft(), User.objects.get()):
        page.goto(address)

        assert_accessible(page)


def new_pages(posting, person):
    Invitation.objects.create(email="pat@example.org", roles=["recruiter"], by=person)
    return [
        reverse("admin:index"),
        change(posting),
        f"{reverse('admin:postings_posting_bulk_publication')}?posting={posting.pk}&posting=1",
        reverse("admin:postings_posting_schedule", args=[posting.pk]),
        reverse("admin:auth_user_changelist"),
        reverse("admin:recruiting_invitation_change", args=[Invitation.objects.get().pk]),
        reverse("admin:recruiting_journalentry_changelist"),
        reverse("notices"),
        PreviewLink.objects.create(posting=posting, by=person, reader="Kim").get_absolute_url(),
    ]
