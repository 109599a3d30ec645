"""Every kind of page as a reader meets it: two widths, light and dark, with and without JavaScript."""

import pytest

from tests.pages import ALL

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = pytest.mark.usefixtures("error_pages")


@pytest.mark.parametrize("kind", ALL)
def test_page_is_accessible(new_page, assert_accessible, kind):
    path = ALL[kind]()

    for width in (PHONE, DESKTOP):
        for scheme in ("light", "dark"):
            page = new_page(viewport=width, color_scheme=scheme)
            page.goto(path)
            assert_accessible(page)


@pytest.mark.parametrize("kind", ALL)
def test_page_fits_a_narrow_screen(new_page, kind):
    path = ALL[kind]()
    page = new_page(viewport={"width": 320, "height": 700})

    page.goto(path)
    narrow = page.evaluate(OVERFLOW)
    page.set_viewport_size(PHONE)
    usual = page.evaluate(OVERFLOW)

    assert (narrow, usual) == (0, 0)


@pytest.mark.parametrize("kind", ALL)
def test_page_says_the_same_without_javascript(new_page, kind):
    path = ALL[kind]()
    plain, scripted = new_page(java_script_enabled=False), new_page()

    plain.goto(path)
    scripted.goto(path)

    assert plain.locator("h1").count() == 1
    assert plain.locator("h1").inner_text() == scripted.locator("h1").inner_text()
