"""The desk in a real browser, under the site's own policy."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from careers.consistency import report
from careers.postings.models import Boilerplate, Posting, Responsibility, Team

PASSWORD = "correct-horse-battery"
CHANGE = "admin:postings_posting_change"


@pytest.fixture
def desk(page):
    """A tab signed in as superuser, at the desk's first page."""
    sign_in(page, "/admin/")
    return page


def sign_in(page, address):
    page.set_default_timeout(30_000)
    User.objects.create_superuser("rae", "rae@example.org", PASSWORD)
    page.goto(address)
    page.get_by_label("User name or e-mail address").fill("rae")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**{address}")


def first():
    return Posting.objects.filter(responsibilities__isnull=False, qualifications__kind="preferred").first()


def waiver_page(posting):
    fingerprint = report.of_posting(posting)[0].finding.fingerprint
    return f"{reverse('admin:postings_posting_waivers', args=[posting.pk])}?fingerprint={fingerprint}"


def pages():
    posting, text, team = first(), Boilerplate.objects.first(), Team.objects.first()
    return [
        reverse("admin:index"),
        reverse("admin:postings_posting_changelist"),
        reverse("admin:postings_posting_findings"),
        waiver_page(posting),
        reverse("admin:postings_posting_add"),
        reverse(CHANGE, args=[posting.pk]),
        reverse("admin:postings_posting_closure", args=[posting.pk]),
        reverse("admin:postings_posting_history", args=[posting.pk]),
        reverse("admin:postings_posting_recoverlist"),
        reverse("admin:postings_posting_delete", args=[posting.pk]),
        reverse("admin:postings_boilerplate_change", args=[text.pk]),
        reverse("admin:postings_team_change", args=[team.pk]),
        reverse("admin:postings_benefit_add"),
        reverse("account_reset_password"),
        reverse("mfa_index"),
        reverse("account_change_password"),
    ]


def test_sign_in_page_is_accessible(page, assert_accessible):
    page.goto(reverse("account_login"))

    assert_accessible(page)


def test_desk_pages_are_accessible_and_keep_to_the_policy(desk, assert_accessible):
    for address in pages():
        desk.goto(address)

        assert_accessible(desk)


def test_desk_is_accessible_in_the_dark(new_page, assert_accessible):
    page = new_page(color_scheme="dark")
    sign_in(page, reverse(CHANGE, args=[first().pk]))

    assert_accessible(page)


def test_team_is_found_by_typing(desk):
    desk.goto(reverse("admin:postings_posting_add"))

    desk.locator(".field-team .select2-selection").click()
    desk.locator(".select2-search__field:visible").last.fill(Team.objects.first().name[:5])
    desk.locator(".select2-results__option--highlighted").click()

    assert desk.locator(".field-team .select2-selection__rendered").inner_text().endswith(Team.objects.first().name)


def test_item_is_added_and_moved_by_keyboard(desk):
    posting = first()
    desk.goto(reverse(CHANGE, args=[posting.pk]))
    group = desk.locator("#responsibilities-group")

    group.get_by_text("Responsibility: add another").click()
    group.locator(".inline-related:not(.empty-form) textarea").last.fill("Something new")
    group.get_by_role("button", name="Move up").last.focus()
    for _ in range(group.locator(".inline-related:not(.empty-form)").count() - 1):
        desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Update the live page").click()
    desk.locator(".messagelist").wait_for()

    assert Responsibility.objects.filter(posting=posting).first().text == "Something new"


def test_posting_is_edited_and_seen_live(desk):
    posting = first()
    desk.goto(reverse(CHANGE, args=[posting.pk]))

    desk.get_by_label("Title").fill("Gardener Intern")
    desk.locator("[name=_continue]").click()
    desk.get_by_role("link", name="View on site").click()

    desk.get_by_role("heading", name="Gardener Intern", level=1).wait_for()


def test_old_version_is_looked_at(desk):
    posting = first()
    desk.goto(reverse(CHANGE, args=[posting.pk]))
    desk.locator("[name=_continue]").click()

    desk.goto(reverse("admin:postings_posting_history", args=[posting.pk]))
    desk.locator("#change-history a").first.click()

    desk.get_by_role("heading", name="What going back to it would change").wait_for()


def test_qr_code_shows(desk):
    desk.goto(reverse("mfa_activate_totp"))
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_role("button", name="Confirm").click()

    image = desk.locator("main img")
    image.wait_for()
    assert image.evaluate("image => image.naturalWidth") > 0
