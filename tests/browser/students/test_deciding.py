"""A student finds out whether they can apply, weighs what is open, and applies."""

import re

import pytest

from tests.browser.walking import OPPOSITE, SCRIPTED, WAYS

EDGE = "Backend Engineer Intern (Edge Computing Platform)"
PLATFORM = "Backend Software Engineer Intern (Platform Engineering)"
RELIABILITY = "Site Reliability Engineer Intern"
ADDRESS = "/postings/site-reliability-engineer-intern-sydney-2026/"

everyway = pytest.mark.parametrize("walk", WAYS, indirect=True)
twoways = pytest.mark.parametrize("walk", OPPOSITE, indirect=True)
scripted = pytest.mark.parametrize("walk", SCRIPTED, indirect=True)


def answer(page, **answers):
    labels = {"graduation": "When do you finish your course?", "start": "When could you start?"}
    labels |= {"weeks": "For how many weeks?", "days": "How many days a week?"}
    page.get_by_label("What are you studying?").select_option("bachelor")
    page.get_by_label("In which field?").select_option(label="Computer science")
    for name, value in answers.items():
        page.get_by_label(labels[name]).fill(value)


@everyway
def test_student_answers_everything_and_reads_why(walk):
    walk.to("/eligibility/")
    walk.see("Your answers, your list")
    answer(walk.page, graduation="Dec 2026", start="Feb 2026", weeks="16", days="3")
    walk.page.get_by_label("Your right to work").select_option("student-visa")
    walk.press("Check these answers")
    walk.see("They rule you out: 2")
    walk.page.locator(".answered", has_text=EDGE).get_by_text("Why, rule by rule").click()
    walk.see("you finish in December 2026")
    walk.press("Forget my answers")
    walk.see("Your answers, your list")

    assert walk.page.url.endswith("/eligibility/")


@twoways
def test_student_mistypes_a_month_and_loses_nothing(walk):
    walk.to("/eligibility/")
    answer(walk.page, graduation="soonish", weeks="16")
    walk.press("Check these answers")
    month = walk.page.get_by_label("When do you finish your course?")
    walk.page.locator("#graduation-error").wait_for()
    walk.hold()
    assert month.input_value() == "soonish"
    month.fill("11/2026")
    walk.press("Check these answers")
    walk.see("They rule you out: 2")

    assert walk.page.get_by_label("For how many weeks?").input_value() == "16"


@everyway
def test_student_compares_three_with_their_answers(walk):
    walk.to("/postings/?studying=master&graduation=2026-11")
    for title in (EDGE, PLATFORM, RELIABILITY):
        walk.page.get_by_label(f"Compare {title}").check()
    walk.press("Compare the ticked ones")
    walk.see("What differs")
    assert walk.page.locator("thead th").count() == 3
    walk.page.locator("thead").get_by_role("link", name=PLATFORM).click()
    walk.see("Change my answers")

    assert walk.page.locator("h1").inner_text() == PLATFORM


@scripted
def test_student_keeps_two_and_finds_them_another_day(walk):
    walk.to("/postings/")
    walk.press(f"Keep: {PLATFORM}")
    walk.press(f"Keep: {RELIABILITY}")
    walk = walk.another_day()
    walk.to("/")
    walk.press("Shortlist (2)")
    walk.see("First choice")
    walk.press("Make it the first choice")
    walk.page.wait_for_url(re.compile("posting=site-reliability.*posting=backend-software"))
    walk.press(f"Take it off the list: {PLATFORM}")
    walk.page.locator(".shortlist__item").nth(1).wait_for(state="detached")
    walk.hold()

    assert walk.page.locator(".shortlist__title").all_inner_texts() == [RELIABILITY]


@scripted
def test_student_sends_a_friend_the_list_without_their_answers(walk, new_tab):
    walk.to("/postings/?studying=master&graduation=2026-11&intake=2026")
    walk.see("4 open internships")
    walk.press("Copy link")
    walk.see("Copied")
    friend = new_tab()
    friend.goto(walk.page.evaluate("navigator.clipboard.readText()"))
    friend.get_by_text("4 open internships").wait_for()

    assert friend.url.endswith("/postings/?intake=2026")


@scripted
def test_student_without_a_mail_program_copies_what_to_write(walk):
    walk.to(ADDRESS)
    walk.page.locator(".factsheet").get_by_role("link", name="How to apply").click()
    walk.press("Copy address")
    walk.see("Copied")
    address = walk.page.evaluate("navigator.clipboard.readText()")
    walk.press("Copy subject")
    walk.page.locator(".copy__row").nth(1).get_by_text("Copied").wait_for()

    assert address == "apac-earlycareers@tiktok.com"
    assert RELIABILITY in walk.page.evaluate("navigator.clipboard.readText()")


@twoways
def test_student_prints_a_posting_on_two_sheets(walk):
    walk.to(ADDRESS)
    walk.see("How to apply")
    walk.page.emulate_media(media="print")
    sheets = walk.page.pdf(format="A4")

    assert not walk.page.locator(".site-header, .factsheet .button").filter(visible=True).count()
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 2
