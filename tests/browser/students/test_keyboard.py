"""Students who use no mouse: the focus is always seen, and everything is within reach of it."""

import pytest

from tests.browser.walking import SCRIPTED

bothsizes = pytest.mark.parametrize("walk", SCRIPTED, indirect=True)


@bothsizes
def test_student_checks_what_fits_by_keyboard_alone(walk):
    walk.to("/")
    page = walk.page
    walk.tab_to(page.get_by_label("What are you studying?"))
    page.keyboard.type("A mas")
    walk.tab_to(page.get_by_label("When do you finish your course?"))
    page.keyboard.type("11/2026")
    page.keyboard.press("Enter")
    walk.see("They rule you out: 2")
    walk.tab_to(page.locator(".answered summary").last)
    page.keyboard.press("Enter")
    walk.see("you finish in November 2026")

    assert page.get_by_label("What are you studying?").input_value() == "master"


@bothsizes
def test_student_narrows_the_list_by_keyboard_alone(walk):
    walk.to("/postings/")
    page = walk.page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if walk.name == "phone":
        walk.tab_to(page.locator(".filters__summary"))
        page.keyboard.press("Enter")
    walk.tab_to(page.get_by_label("Data science"))
    page.keyboard.press("Space")
    walk.see("1 open internship")
    walk.tab_to(page.get_by_role("link", name="Data Scientist Intern"))
    page.keyboard.press("Enter")
    walk.see("How to apply")

    assert page.locator("h1").inner_text().startswith("Data Scientist Intern")


@bothsizes
def test_student_compares_two_by_keyboard_alone(walk):
    walk.to("/postings/")
    page = walk.page
    for title in ("Backend Software Engineer Intern (Platform Engineering)", "Site Reliability Engineer Intern"):
        walk.tab_to(page.get_by_label(f"Compare {title}"))
        page.keyboard.press("Space")
    walk.tab_to(page.get_by_role("button", name="Compare"))
    page.keyboard.press("Enter")
    walk.see("What differs")
    walk.tab_to(page.get_by_role("region", name="Comparison"))

    assert page.locator("thead th").count() == 2


@bothsizes
def test_student_keeps_a_posting_by_keyboard_alone(walk):
    walk.to("/postings/site-reliability-engineer-intern-sydney-2026/")
    page = walk.page
    walk.tab_to(page.get_by_role("button", name="Keep: Site Reliability Engineer Intern"))
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Kept: Site Reliability Engineer Intern").wait_for()
    page.keyboard.press("Shift+Tab")
    walk.to("/")
    walk.tab_to(page.get_by_role("link", name="Shortlist (1)"))
    page.keyboard.press("Enter")
    walk.see("First choice")

    assert page.locator(".shortlist__title").inner_text() == "Site Reliability Engineer Intern"
