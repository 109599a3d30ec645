"""What a reader without a mouse can do."""

FOCUSED = "document.activeElement"


def test_first_tab_stop_skips_to_the_content(page):
    page.goto("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.querySelector(location.hash).tagName") == "MAIN"


def test_focus_is_always_visible(page):
    page.goto("/postings/")

    page.keyboard.press("Tab")
    outlines = [next_outline(page) for _ in range(25)]

    assert all(width >= 2 for width in outlines), outlines


def next_outline(page):
    """Return the width of the ring round the focused element, and move on."""
    width = page.evaluate(f"parseFloat(getComputedStyle({FOCUSED}).outlineWidth)")
    page.keyboard.press("Tab")
    return width
