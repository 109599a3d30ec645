"""Nothing typed at the desk is lost, and nothing changes unseen: in a real browser."""

import pytest
from django.urls import reverse

from careers.lib.revisions import recorded
from careers.postings.models import Boilerplate, Posting
from tests.browser.test_admin import CHANGE, PASSWORD, first, sign_in


@pytest.fixture
def desk(page):
    sign_in(page, "/admin/")
    return page


def form_of(posting):
    return reverse(CHANGE, args=[posting.pk])


def save(page):
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()


def test_second_save_shows_both_and_saves_what_is_chosen(desk, assert_accessible):
    posting = first()
    other = desk.context.new_page()
    for tab in (desk, other):
        tab.goto(form_of(posting))
    other.get_by_label("Title").fill("Theirs")
    save(other)
    desk.get_by_label("Title").fill("Mine")
    save(desk)

    assert_accessible(desk)
    assert desk.locator("#id_title").input_value() == "Mine"
    desk.get_by_label("Take theirs: Title").check()
    save(desk)

    assert Posting.objects.get(pk=posting.pk).title == "Theirs"


def test_form_sent_after_the_sign_in_ran_out_is_saved(desk, assert_accessible):
    posting = first()
    desk.goto(form_of(posting))
    desk.get_by_label("Title").fill("Typed before")
    desk.context.clear_cookies(name="sessionid")
    save(desk)

    assert_accessible(desk)
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Sign in, in another tab").click()
    tab = opened.value
    tab.get_by_label("User name or e-mail address").fill("rae")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()
    tab.wait_for_url("**/admin/")
    for _ in range(2):
        desk.get_by_role("button", name="Send it again").click()

    desk.get_by_label("Title").wait_for()
    assert Posting.objects.get(pk=posting.pk).title == "Typed before"


def test_leaving_unsaved_edits_asks_first(desk):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.goto(form_of(first()), wait_until="load")
    desk.goto("/admin/")
    desk.goto(form_of(first()), wait_until="load")
    desk.get_by_label("Title").fill("Half typed")
    assert asked == []

    desk.goto("/admin/")

    assert asked == ["beforeunload"]


def test_markdown_is_shown_while_it_is_typed(desk):
    desk.goto(reverse("admin:postings_boilerplate_change", args=[Boilerplate.objects.first().pk]))

    desk.get_by_label("Body").fill("Some **bold** words")

    desk.locator(".markdown__preview strong", has_text="bold").wait_for()


def test_pages_that_keep_and_change_are_accessible(desk, assert_accessible):
    posting, text = first(), Boilerplate.objects.get(key="acknowledgment")
    with recorded("First"):
        posting.save()
    query = "&".join(f"posting={each.pk}" for each in Posting.objects.all())
    for name, part in (("next_intake", ""), ("set_fact", ""), ("set_fact", "&fact=benefits")):
        desk.goto(f"{reverse(f'admin:postings_posting_{name}')}?{query}{part}")
        assert_accessible(desk)
    desk.goto(f"{reverse('admin:postings_posting_set_fact')}?{query}&fact=weeks_min")
    desk.locator("[name=weeks_min]").fill("10")
    desk.get_by_role("button", name="See what will happen").click()
    desk.get_by_text("What the rules would find").wait_for()
    assert_accessible(desk)
    desk.goto(reverse("admin:postings_boilerplate_change", args=[text.pk]))
    desk.get_by_label("Heading").fill("Country")
    desk.locator("[name=_save]").click()
    desk.get_by_role("heading", name="What changes").wait_for()
    assert_accessible(desk)


def test_versions_are_compared_by_keyboard(desk, assert_accessible):
    posting = first()
    with recorded("First"):
        posting.save()
    Posting.objects.filter(pk=posting.pk).update(title="Another title")
    desk.goto(reverse("admin:postings_posting_history", args=[posting.pk]))

    desk.get_by_role("button", name="Show the differences").focus()
    desk.keyboard.press("Enter")

    desk.locator("ins", has_text="Another title").wait_for()
    assert_accessible(desk)
