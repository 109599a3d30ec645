"""A student looks for something."""

import pytest

from tests.browser.walking import OPPOSITE, WAYS

everyway = pytest.mark.parametrize("walk", WAYS, indirect=True)
twoways = pytest.mark.parametrize("walk", OPPOSITE, indirect=True)


@everyway
def test_student_finds_something_for_their_degree_by_two_answers_on_the_home_page(walk):
    walk.to("/")
    walk.see("Is there something for me?")
    walk.page.get_by_label("What are you studying?").select_option("master")
    walk.page.get_by_label("When do you finish your course?").fill("Nov 2026")
    walk.press("Check all 5 open roles")
    walk.see("They rule you out: 2")
    walk.press("Site Reliability Engineer Intern")
    walk.see("Change my answers")

    assert "graduation=Nov+2026" in walk.page.url or "graduation=2026-11" in walk.page.url


@everyway
def test_student_narrows_the_list_and_takes_it_back(walk):
    walk.to("/postings/")
    walk.see("5 open internships")
    if "phone" in walk.name:
        walk.page.locator(".filters__summary").click()
    walk.page.get_by_label("Data science").check()
    if not walk.scripted:
        walk.press("Show internships")
    walk.see("1 open internship")
    walk.press("Remove Field of study")
    walk.see("5 open internships")

    assert walk.page.locator(".chip").count() == 0


@everyway
def test_student_misspells_a_word_and_is_led_on(walk):
    walk.to("/")
    walk.page.get_by_label("Search internships").fill("dokcer")
    walk.press("Search", exact=True)
    walk.see("No open internship matches all of this.")
    walk.page.locator(".nothing").get_by_role("link", name="Docker").click()
    walk.see("2 open internships")

    assert "Site Reliability Engineer Intern" in walk.page.locator(".card__title").all_inner_texts()


@twoways
def test_student_who_likes_a_team_reaches_its_open_role(walk):
    walk.to("/teams/")
    walk.see("Edge Computing Platform")
    walk.press("Edge Computing Platform")
    walk.see("Backend Engineer Intern")
    walk.press("Backend Engineer Intern (Edge Computing Platform)")
    walk.see("How to apply")

    assert walk.page.locator("h1").inner_text().startswith("Backend Engineer Intern")


@twoways
def test_student_looks_up_a_word_of_a_posting(walk):
    walk.to("/postings/site-reliability-engineer-intern-sydney-2026/")
    walk.page.get_by_text("Words in this posting, explained").click()
    walk.see("All words explained")
    walk.press("All words explained")
    walk.see("AIOps")
    walk.page.go_back()
    walk.see("Can I?")

    assert walk.page.locator("h1").inner_text() == "Site Reliability Engineer Intern"
