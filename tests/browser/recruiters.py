"""A recruiter at the desk: every step of a journey fits the screen, and axe finds nothing in it."""

import pytest

from tests.browser.test_admin import PASSWORD

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
WAYS = {
    "phone": {"viewport": PHONE},
    "desktop": {"viewport": DESKTOP},
    "phone without JavaScript": {"viewport": PHONE, "java_script_enabled": False},
}
on_both = pytest.mark.parametrize("recruiter", ["phone", "desktop"], indirect=True)
everywhere = pytest.mark.parametrize("recruiter", WAYS, indirect=True)


class Recruiter:
    """`page` is the tab; `open`, `press` and `follow` wait for the words that the next page shows, then look at it."""

    def __init__(self, page, assert_accessible=None):
        self.page, self.assert_accessible = page, assert_accessible

    def open(self, address, shows=""):
        self.page.goto(str(address))
        self.look(shows)

    def press(self, name, shows):
        self.page.get_by_role("button", name=name, exact=isinstance(name, str)).first.click()
        self.look(shows)

    def follow(self, name, shows):
        self.page.get_by_role("link", name=name).first.click()
        self.look(shows)

    def type(self, label, text):
        self.page.get_by_label(label).fill(text)

    def choose(self, action, shows):
        """Mark every posting of the list and run an action on them."""
        for box in self.page.locator("input[name=_selected_action]").all():
            box.check()
        self.page.get_by_label("Action:").select_option(action)
        self.page.locator("button[name=index], .actions input[type=submit]").first.click()
        self.look(shows)

    def look(self, shows):
        if shows:
            self.page.get_by_text(shows).locator("visible=true").first.wait_for()
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= self.page.viewport_size["width"], f"{self.page.url} is {width} px wide"
        if self.assert_accessible:
            self.assert_accessible(self.page)


def enter(page, name, address="/admin/"):
    """Sign in as somebody who has an account."""
    page.goto(address)
    page.get_by_label("User name or e-mail address").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**{address}")


def tab_to(page, selector, within="body", most=160):
    """Press Tab until an element that matches has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({f'{within} {selector}'!r})"):
            return
    raise AssertionError(f"{selector} is not reached by {most} tabs")


def skip_to_content(page):
    tab_to(page, ".skip-to-content-link")
    page.keyboard.press("Enter")
