"""Every kind of page as a reader meets it: two widths, light and dark, with and without JavaScript."""

import pytest

from tests.pages import ALL

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}

pytestmark = pytest.mark.usefixtures("error_pages")


@pytest.mark.parametrize("kind", ALL)
def test_page_is_accessible(new_page, assert_accessible, kind):
    page = new_page(reduced_motion="reduce")
    page.goto(ALL[kind]())

    for size in (PHONE, DESKTOP):
        for scheme in ("light", "dark"):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_is_wider_than_the_screen(new_page, width):
    page = new_page(viewport={"width": width, "height": 780})

    overflows = {kind: overflow(page, address()) for kind, address in ALL.items()}

    assert not {kind: pixels for kind, pixels in overflows.items() if pixels}


def test_every_page_says_the_same_without_javascript(new_page):
    plain, scripted = new_page(java_script_enabled=False), new_page()

    for kind, address in ALL.items():
        plain.goto(address())
        scripted.goto(plain.url)
        assert plain.locator("h1").count() == 1, kind
        assert plain.locator("h1").inner_text() == scripted.locator("h1").inner_text(), kind


def overflow(page, address):
    page.goto(address)
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
