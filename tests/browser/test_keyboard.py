"""What a reader without a mouse can do."""

FOCUSED = "document.activeElement"


def test_first_tab_stop_skips_to_the_content(page):
    page.goto("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.querySelector(location.hash).tagName") == "MAIN"


def test_filters_are_reached_and_sent_by_keyboard(page):
    page.goto("/postings/")

    tab_to(page, "input[name=level]")
    page.keyboard.press("Space")
    tab_to(page, "button[type=submit]", within="form")
    page.keyboard.press("Enter")
    page.wait_for_url("**/postings/?*level=*")

    page.locator("h1").wait_for()


def test_focus_is_always_visible(page):
    page.goto("/postings/")

    page.keyboard.press("Tab")
    outlines = [next_outline(page) for _ in range(25)]

    assert all(width >= 2 for width in outlines), outlines


def tab_to(page, selector, within="body", limit=80):
    """Press Tab until an element that matches has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED}.matches({f'{within} {selector}'!r})"):
            return
    raise AssertionError(f"{selector} is not reached by {limit} tabs")


def next_outline(page):
    """Return the width of the ring round the focused element, and move on."""
    width = page.evaluate(f"parseFloat(getComputedStyle({FOCUSED}).outlineWidth)")
    page.keyboard.press("Tab")
    return width
