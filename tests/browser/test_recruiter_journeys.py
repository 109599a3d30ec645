"""What recruiters come to the desk for, from the first click to what students read: a posting's life."""

import re
from datetime import UTC, date, datetime

from django.contrib.auth.models import User
from django.urls import reverse

from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.recruiting.models import Invitation, PreviewLink
from tests.browser.recruiters import PHONE, enter, everywhere, on_both, skip_to_content, tab_to
from tests.browser.test_admin import PASSWORD
from tests.factories import make_publishable
from tests.importer.test_drafting import ADVERT
from tests.importer.test_splitting import TWELVE

LIST, PASTE = reverse("admin:postings_posting_changelist"), reverse("admin:postings_posting_imports")


def form_of(posting):
    return reverse("admin:postings_posting_change", args=[posting.pk])


def draft(title="Gardener Intern", **facts):
    named = {"title": title, "slug": title.lower().replace(" ", "-")}
    return make_publishable(**{"status": Status.DRAFT, **named, **facts})


@everywhere
def test_posting_goes_from_an_empty_form_to_live_in_one_sitting(recruiter):
    recruiter.open(reverse("admin:postings_posting_add"))
    recruiter.type("Title:", "Gardener Intern")
    recruiter.press("Save and continue editing", "keep it from students")

    recruiter.page.locator("#id_responsibilities-0-text").fill("Water the plants that shade the yard")
    recruiter.page.locator("#id_qualifications-0-text").fill("Experience with a watering can")
    recruiter.press("Save and continue editing", "Nothing stands in its way")
    recruiter.follow("Publish now…", "Students see it at once")
    recruiter.press("Publish now", "is open to students")

    recruiter.follow("View on site", "Water the plants that shade the yard")
    recruiter.page.get_by_role("heading", name="Gardener Intern", level=1).wait_for()


@on_both
def test_pasted_advert_is_mended_where_it_is_flagged_and_published(recruiter):
    recruiter.open(PASTE)
    recruiter.type("Advert:", re.sub("What you'll do.*?\n\n", "", ADVERT, flags=re.DOTALL))
    recruiter.press("Read", "Save as a draft")
    recruiter.press("Save as a draft", "It lists no responsibilities")

    recruiter.page.locator("#id_responsibilities-0-text").fill("Draw charts of what visitors read")
    recruiter.press("Save and continue editing", "Nothing stands in its way")
    recruiter.follow("Publish now…", "Students see it at once")
    recruiter.press("Publish now", "is open to students")

    assert Posting.objects.open().filter(title="Data Analyst Intern").exists()


@on_both
def test_twelve_adverts_pasted_at_once_become_twelve_drafts(recruiter):
    recruiter.open(PASTE)
    recruiter.type("Advert:", "\n".join(ADVERT.replace("Data", name) for name in TWELVE))
    recruiter.press("Read", "12 adverts found.")
    recruiter.press("Go on with these", "Intake year")
    recruiter.type("Intake year:", "2027")
    recruiter.press("Go on to the results", "Entered, not read: intake year.")
    recruiter.press("Save 12 drafts", "12 of 12 done")

    assert Posting.objects.filter(intake_year=2027, status=Status.DRAFT).exclude(source_hash="").count() == 12


@on_both
def test_wrong_date_is_caught_before_publishing_and_explained(recruiter):
    late = {"job_start_date": date(2099, 1, 1), "weeks_min": 12, "must_stay_enrolled": True}
    posting = draft(graduation_by=date(2098, 1, 1), **late)
    recruiter.open(reverse("admin:postings_posting_publication", args=[posting.pk]), "Students see it at once")
    recruiter.press("Publish now", "Nobody can meet this: one must finish by January 2098")
    assert not Posting.objects.get(pk=posting.pk).is_open()

    recruiter.open(form_of(posting), "Move “finish by” to March 2099 or later")
    recruiter.type("Finish by:", "2099-06")
    recruiter.press("Save and continue editing", "Nothing stands in its way")


@on_both
def test_invited_colleague_sends_it_back_with_a_comment(recruiter, new_page):
    theirs, posting = new_page(viewport=recruiter.page.viewport_size), draft()
    link = invite(recruiter)
    recruiter.open(form_of(posting))
    recruiter.follow("Submit for review…", "Publishers are asked to look at it")
    recruiter.press("Submit for review", "is in review")

    join(theirs, link)
    enter(theirs, "pat", form_of(posting))
    theirs.get_by_role("link", name="Send back…").click()
    theirs.get_by_label("What to change").fill("Say how long it takes")
    theirs.get_by_role("button", name="Send back").click()
    theirs.get_by_text("is a draft again").wait_for()

    recruiter.open(form_of(posting), "Say how long it takes")
    assert [str(event.by) for event in posting.events.all()] == ["rae", "pat"]


def invite(recruiter):
    """Invite a publisher, and return the link as the desk shows it."""
    recruiter.open(reverse("admin:recruiting_invitation_add"))
    recruiter.type("E-mail address", "pat@example.org")
    recruiter.page.get_by_label(re.compile("Publisher:")).check()
    recruiter.press("Save", "pat@example.org")
    return recruiter.page.locator(".field-link .readonly").inner_text()


def join(page, link):
    page.goto(link.partition("://")[2].partition("/")[2].join(["/", ""]))
    page.get_by_label("User name").fill("pat")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password confirmation").fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    page.get_by_text("Your account is ready").wait_for()


@everywhere
def test_twelve_are_scheduled_for_monday_nine(recruiter):
    for letter in "ABCDEFGHIJKL":
        draft(f"Gardener Intern {letter}")
    recruiter.open(f"{LIST}?q=Gardener")
    recruiter.choose("schedule", "Opens")
    recruiter.page.get_by_role("group", name="Opens").get_by_label("Date").fill("2099-11-30")
    recruiter.page.get_by_role("group", name="Opens").get_by_label("Time").fill("09:00:00")
    recruiter.press("See what will happen", "12 go, none stay")
    recruiter.press("Schedule: 12 postings", "Done for 12")

    recruiter.open(f"{LIST}?q=Gardener")
    assert recruiter.page.get_by_text("opens Monday 30 November 2099, 9:00 am AEDT (Sydney)").count() == 12


@everywhere
def test_deadline_of_a_live_posting_is_moved_and_students_see_it(recruiter):
    posting = draft(status=Status.PUBLISHED, valid_through=datetime(2099, 1, 31, tzinfo=UTC))
    recruiter.open(form_of(posting), "Closes Saturday 31 January 2099")
    recruiter.follow("Move the closing…", "students read the new moment at once")
    recruiter.page.get_by_role("group", name="Closes").get_by_label("Date").fill("2099-03-31")
    recruiter.press("Move the closing", "closes at another moment")

    recruiter.follow("View on site", "31 March 2099")


@everywhere
def test_what_changes_on_a_live_page_is_named_before_and_after(recruiter):
    posting = draft(status=Status.PUBLISHED)
    recruiter.open(form_of(posting))
    recruiter.type("Title:", "Orchard Intern")
    if recruiter.assert_accessible:
        assert recruiter.page.locator("[data-changes]").inner_text() == "About to change: Title."
    else:
        recruiter.press("Update and continue editing", "About to change on the live page")
        assert Posting.objects.get(pk=posting.pk).title == "Gardener Intern"
    recruiter.press("Update and continue editing", "Students read this from now on")


def test_posting_is_withdrawn_by_keyboard_from_the_sign_in_on(new_page, assert_accessible):
    page, posting = new_page(), draft(status=Status.PUBLISHED)
    User.objects.create_superuser("rae", "rae@example.org", PASSWORD)
    page.goto(form_of(posting))
    tab_to(page, "#id_login")
    page.keyboard.type("rae")
    tab_to(page, "#id_password")
    page.keyboard.type(f"{PASSWORD}\n")
    page.get_by_text("View on site").wait_for()

    skip_to_content(page)
    tab_to(page, "a[href$='/withdrawal/']")
    page.keyboard.press("Enter")
    page.get_by_text("Its text leaves the site").wait_for()
    assert_accessible(page)
    skip_to_content(page)
    tab_to(page, "input[type=submit]", within="main")
    page.keyboard.press("Enter")
    page.get_by_text("is withdrawn").wait_for()
    assert not Posting.objects.get(pk=posting.pk).is_open()


def test_mistake_is_undone_from_the_history_by_keyboard(recruiter):
    page, posting = recruiter.page, draft()
    for title in ("Gardener Intern", "Gardner Intern"):
        recruiter.open(form_of(posting))
        recruiter.type("Title:", title)
        recruiter.press("Save and continue editing", "was changed successfully")
    recruiter.open(reverse("admin:postings_posting_history", args=[posting.pk]), "2 versions")

    skip_to_content(page)
    for _ in range(2):
        tab_to(page, "#change-history a")
    page.keyboard.press("Enter")
    recruiter.look("What going back to it would change")
    tab_to(page, "input[type=submit]", within="main")
    page.keyboard.press("Enter")
    page.locator(".messagelist").wait_for()
    assert Posting.objects.get(pk=posting.pk).title == "Gardener Intern"


@everywhere
def test_next_intake_is_made_from_last_years_postings(recruiter):
    for letter in "AB":
        draft(f"Gardener Intern {letter}", intake_year=2098, job_start_date=date(2098, 1, 1))
    recruiter.open(f"{LIST}?q=Gardener")
    recruiter.choose("next_intake", "Earliest start: January 2099")
    recruiter.page.get_by_label("Take every date that is suggested below").check()
    recruiter.press("Make 2 drafts", "Drafts for the next intake: 2")

    assert Posting.objects.filter(intake_year=2099, job_start_date=date(2099, 1, 1), status=Status.DRAFT).count() == 2


@everywhere
def test_one_fact_is_set_for_many_postings_after_seeing_what_it_does(recruiter):
    for letter in "AB":
        draft(f"Gardener Intern {letter}")
    recruiter.open(f"{LIST}?q=Gardener")
    recruiter.choose("set_fact", "For 2 postings")
    recruiter.page.get_by_label("Fact:").select_option("weeks_min")
    recruiter.press("Next: its value", "Empty means: not stated.")
    recruiter.page.locator("[name=weeks_min]").fill("10")
    recruiter.press("See what will happen", "Nothing new")
    recruiter.press("Set it for 2 postings", "set for 2 postings")

    assert Posting.objects.filter(title__startswith="Gardener", weeks_min=10).count() == 2


def test_other_pages_of_the_desk_are_accessible_and_fit_a_phone(recruiter):
    recruiter.page.set_viewport_size(PHONE)
    for address in other_pages(draft(), User.objects.get()):
        recruiter.open(address)


def other_pages(posting, person):
    invitation = Invitation.objects.create(email="pat@example.org", roles=["recruiter"], by=person)
    return [
        reverse("admin:index"),
        f"{reverse('admin:postings_posting_bulk_publication')}?posting={posting.pk}&posting=1",
        reverse("admin:auth_user_changelist"),
        reverse("admin:auth_user_change", args=[person.pk]),
        reverse("admin:recruiting_invitation_change", args=[invitation.pk]),
        reverse("admin:recruiting_journalentry_changelist"),
        reverse("admin:postings_posting_figures"),
        reverse("admin:postings_posting_findings"),
        reverse("notices"),
        PreviewLink.objects.create(posting=posting, by=person, reader="Kim").get_absolute_url(),
    ]
