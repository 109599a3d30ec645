"""What scripts add to choosing: the list in place, the shortlist, links to copy. Journeys stand in students/."""

STUDENT = "studying=master&field_of_study=computer-science&graduation=2026-11&available_from=2026-01&weeks=16&days=3"
EDGE = "backend-engineer-intern-edge-computing-platform-sydney-2026"
PLATFORM = "backend-software-engineer-intern-platform-engineering-sydney-2026"
PHONE = {"width": 360, "height": 780}


def count(page):
    return page.locator("#results-count").inner_text()


def test_list_changes_in_place_and_keeps_the_focus(page):
    page.goto("/postings/")
    page.locator("#team-platform-engineering").check()

    page.wait_for_url("**/postings/?team=platform-engineering")

    assert count(page) == "1 open internship"
    assert page.evaluate("document.activeElement.id") == "team-platform-engineering"
    assert page.locator("#announcement").inner_text() == "1 open internship"


def test_back_brings_the_list_back(page):
    page.goto("/postings/")
    page.locator("#intake-2025").check()
    page.wait_for_url("**/postings/?intake=2025")

    page.go_back()
    page.wait_for_url("**/postings/")
    page.locator("#results-count", has_text="5 open").wait_for()

    assert not page.locator("#intake-2025").is_checked()


def test_comparison_on_a_phone_shows_two_columns_and_pins_the_labels(new_page):
    page = new_page(viewport=PHONE)
    page.goto(f"/comparison/?posting={EDGE}&posting={PLATFORM}")

    boxes = [page.locator("thead th").nth(place).bounding_box() for place in (0, 1)]

    assert all(box["x"] + box["width"] <= PHONE["width"] for box in boxes)
    assert page.locator("tbody th[scope=row]").first.evaluate("e => getComputedStyle(e).position") == "sticky"


def keep(page, slug):
    page.locator(f"[data-keep={slug}] > button").click()


def test_rearranged_shortlist_is_kept_in_the_browser(page):
    page.goto("/postings/")
    keep(page, PLATFORM)
    keep(page, EDGE)
    page.goto("/shortlist/")
    page.wait_for_url("**posting=**")

    page.get_by_role("link", name="Make it the first choice").click()
    page.wait_for_url(f"**/shortlist/?posting={EDGE}**")
    page.goto("/shortlist/")
    page.wait_for_url(f"**/shortlist/?posting={EDGE}**")

    assert page.locator(".shortlist__item").count() == 2


def test_shortlist_of_a_friend_does_not_replace_ones_own(page):
    page.goto("/postings/")
    keep(page, EDGE)

    page.goto(f"/shortlist/?posting={PLATFORM}")
    page.get_by_role("link", name="Take it off").click()
    page.wait_for_url(f"**/shortlist/?posting={EDGE}")
    page.goto("/shortlist/")

    page.wait_for_url(f"**/shortlist/?posting={EDGE}")


def test_copied_link_leaves_the_answers_out_unless_ticked(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/eligibility/?{STUDENT}")

    page.get_by_role("button", name="Copy link").click()
    plain = page.evaluate("navigator.clipboard.readText()")
    page.get_by_label("with my answers in it").check()
    page.locator(".share button").click()

    assert plain.endswith("/eligibility/")
    assert "graduation=2026-11" in page.evaluate("navigator.clipboard.readText()")
