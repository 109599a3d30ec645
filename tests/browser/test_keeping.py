"""Nothing typed at the desk is lost, and nothing changes unseen: in a real browser."""

import pytest
from django.urls import reverse

from careers.lib.revisions import recorded
from careers.postings.models import Boilerplate, Posting
from tests.browser.test_admin import CHANGE, first, sign_in


@pytest.fixture
def desk(page):
    sign_in(page, "/admin/")
    return page


def form_of(posting):
    return reverse(CHANGE, args=[posting.pk])


def save(page):
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()


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
