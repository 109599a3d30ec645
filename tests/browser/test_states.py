"""Every state a page can be in: a picture of each is kept in artefacts/states, and nothing is cut off in any."""

import re

import pytest

from tests.browser import worlds
from tests.browser.states import DESK, NOTHING_OPEN, STUDENTS
from tests.conftest import ROOT

PICTURES = ROOT / "artefacts" / "states"
# Text that its own box hides: not what is hidden on purpose (Django's arrows too), nor what can be scrolled to.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = ["hidden", "clip"].includes(style.overflowX) && style.clipPath === "none";
  const shown = !element.closest("svg, .visually-hidden, .selector button");
  return hides && shown && element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.outerHTML.slice(0, 120))"""
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"

pytestmark = pytest.mark.usefixtures("error_pages")


def look(open_tab, name, state):
    """Get to a state, keep its picture, and return what is wrong with it."""
    tab = open_tab(reduced_motion="reduce", **state.options)
    tab.goto(state.address)
    tab.emulate_media(media=state.media)
    if state.act:
        state.act(tab)
    tab.get_by_text(state.words).filter(visible=True).first.wait_for()
    tab.screenshot(path=PICTURES / f"{re.sub('[^a-z0-9]+', '-', name.lower())}.png", full_page=True)
    wrong = {"cut off": tab.evaluate(CUT_OFF), "too wide": max(tab.evaluate(SIDEWAYS), 0)}
    # The console says what a state is about: no connection, an error page.
    tab.complaints.clear()
    tab.close()
    return {what: found for what, found in wrong.items() if found}


def look_at_all(open_tab, states):
    found = {name: look(open_tab, name, state) for name, state in states.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_students_pages_hold_in_every_state(new_page):
    worlds.full()

    assert not look_at_all(new_page, STUDENTS)


def test_students_pages_hold_when_nothing_is_open(new_page):
    worlds.empty()

    assert not look_at_all(new_page, NOTHING_OPEN)


def test_desk_holds_in_every_state(new_page):
    worlds.desk()

    assert not look_at_all(signed_in(new_page), DESK)


def signed_in(open_tab):
    """Return open_tab for a recruiter: every tab it opens is signed in already."""
    first = open_tab()
    first.goto("/accounts/login/")
    first.get_by_label("User name or e-mail address").fill("rae")
    first.get_by_label("Password").fill(worlds.PASSWORD)
    first.get_by_role("button", name="Sign in", exact=True).click()
    first.wait_for_url("**/admin/")
    state = first.context.storage_state()
    return lambda **options: open_tab(storage_state=state, **options)


def test_there_are_states_enough():
    assert len({**STUDENTS, **NOTHING_OPEN, **DESK}) >= 30
