"""What recruiters need the desk to take care of: colleagues' edits, what they typed, every student."""

from django.urls import reverse

from careers.postings.models import Boilerplate, Picture, Posting
from tests.browser.recruiters import enter, everywhere, on_both
from tests.browser.test_recruiter_journeys import draft, form_of
from tests.recruiting.test_pictures import photo


@everywhere
def test_shared_wording_is_edited_once_and_seen_everywhere_its_effect_told_before(recruiter):
    text, number = Boilerplate.objects.get(key="acknowledgment"), Posting.objects.open().count()
    recruiter.open(reverse("admin:postings_boilerplate_change", args=[text.pk]))
    recruiter.type("Body:", "We acknowledge the Gadigal people.")
    recruiter.press("Save", f"{number} postings open")
    assert Boilerplate.objects.get(pk=text.pk).body == text.body
    recruiter.page.locator("[name=_confirmed]").click()
    recruiter.look("was changed successfully")

    recruiter.open(Posting.objects.open().first().get_absolute_url(), "We acknowledge the Gadigal people.")


@on_both
def test_two_people_edit_one_posting_and_nobody_loses_a_word(recruiter):
    posting, other = draft(), recruiter.page.context.new_page()
    recruiter.open(form_of(posting))
    other.goto(form_of(posting))
    other.get_by_label("Title:").fill("Theirs")
    other.get_by_role("button", name="Save and continue editing").click()
    other.get_by_text("was changed successfully").wait_for()
    recruiter.type("Title:", "Mine")
    recruiter.press("Save and continue editing", "Nothing you typed is lost")
    assert recruiter.page.locator("#id_title").input_value() == "Mine"

    recruiter.page.get_by_label("Take theirs: Title").check()
    recruiter.press("Save and continue editing", "was changed successfully")
    assert Posting.objects.get(pk=posting.pk).title == "Theirs"


@on_both
def test_sign_in_that_runs_out_while_typing_loses_nothing(recruiter):
    posting, page = draft(), recruiter.page
    recruiter.open(form_of(posting))
    recruiter.type("Title:", "Typed before")
    page.context.clear_cookies(name="sessionid")
    recruiter.press("Save and continue editing", "You were signed out")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in, in another tab").click()
    enter(opened.value, "rae")
    recruiter.press("Send it again", "You have signed in since this form was opened")
    recruiter.press("Send it again", "was changed successfully")
    assert Posting.objects.get(pk=posting.pk).title == "Typed before"


def test_leaving_with_unsaved_edits_asks_first(recruiter):
    asked, page, posting = [], recruiter.page, draft()
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(form_of(posting), wait_until="load")
    page.goto("/admin/")
    page.goto(form_of(posting), wait_until="load")
    recruiter.type("Title:", "Half typed")
    assert asked == []

    page.goto("/admin/")

    assert asked == ["beforeunload"]


@everywhere
def test_picture_is_taken_only_with_words_for_those_who_do_not_see_it(recruiter):
    upload = {"name": "team.jpg", "mimeType": "image/jpeg", "buffer": photo(960, 640)}
    recruiter.open(reverse("admin:postings_picture_add"))
    recruiter.page.get_by_label("Picture:").set_input_files(upload)
    recruiter.press("Save", "Say what the picture shows")
    assert not Picture.objects.exists()

    recruiter.page.get_by_label("Picture:").set_input_files(upload)
    recruiter.page.locator("#id_alt").fill("Two people at a desk by the window")
    recruiter.press("Save", "was added successfully")
    assert Picture.objects.get().alt == "Two people at a desk by the window"
