"""A student asks for an alert, confirms it, gets the mail, looks at it on a phone, and ends it."""

import re
from datetime import date
from itertools import count

import pytest
from django.core import mail
from django.core.management import call_command

from careers.alerts.models import Subscription
from careers.postings.models import Location, Organisation
from tests import servers
from tests.factories import make_posting

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}
SEARCH = "/alerts/?location=sydney&intake=2027&graduation=2027-11"
# The count of mails to one address outlives a test: it stands in the cache.
people = count(1)
LINK = re.compile(r"https?://[^/\s]+(/alerts/[\w/-]+\?token=\S+)")


@pytest.fixture(autouse=True)
def _alerts_on(site):
    Organisation.objects.update(postal_address="1 Harbour Street\nSydney NSW 2000")


def link_in_mail():
    """Return the path of the link in the one mail that is on its way: it is sent after the answer."""
    servers.wait_until(lambda: mail.outbox)
    return LINK.search(mail.outbox.pop().body)[1]


def ask(page, address=SEARCH):
    page.goto(address)
    page.get_by_label("Your e-mail address").fill(f"ada{next(people)}@example.org")
    page.get_by_role("button", name="I agree, tell me").click()
    page.get_by_role("heading", name="Check your inbox").wait_for()


def confirm(page):
    page.goto(link_in_mail())
    page.get_by_role("button", name="Yes, send me this").click()
    page.get_by_text("Confirmed. You hear from us").wait_for()


def send():
    make_posting(location=Location.objects.get(slug="sydney"), intake_year=2027, graduation_by=date(2027, 12, 1))
    call_command("send_alerts", per_second=0, verbosity=0)
    return mail.outbox[-1]


@pytest.mark.parametrize(("size", "scripted"), [(PHONE, False), (DESKTOP, True)])
def test_student_signs_up_confirms_and_ends_it(new_page, size, scripted):
    page = new_page(viewport=size, java_script_enabled=scripted)
    page.goto("/alerts/")
    page.get_by_label("Intake").select_option("2027")
    page.get_by_label("Place").select_option("sydney")
    page.get_by_label("When do you finish your course?").fill("Nov 2027")
    page.get_by_role("button", name="Show what matches").click()
    page.get_by_text("Nothing open matches now").wait_for()
    ask(page, page.url)
    confirm(page)
    page.get_by_role("button", name="End").click()
    page.get_by_text("Ended.").wait_for()

    assert not Subscription.objects.going().exists()


def test_mistyped_address_keeps_what_was_typed(page):
    page.goto(SEARCH)
    page.get_by_label("At most one mail a day", exact=True).check()
    page.get_by_label("Your e-mail address").fill("ada@example")
    page.get_by_role("button", name="I agree, tell me").click()

    page.get_by_text("Write an e-mail address such as").wait_for()
    assert page.get_by_label("Your e-mail address").input_value() == "ada@example"
    assert page.get_by_label("At most one mail a day", exact=True).is_checked()


def test_sign_up_by_keyboard_alone(page):
    page.goto(SEARCH)
    page.get_by_label("Your e-mail address").focus()
    page.keyboard.type(f"ada{next(people)}@example.org")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Check your inbox").wait_for()
    page.goto(link_in_mail())
    page.get_by_role("button", name="Yes, send me this").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Confirmed.").wait_for()

    assert Subscription.objects.going().count() == 1


def test_list_without_a_match_leads_to_the_sign_up(page):
    page.goto("/postings/?q=zebra&location=sydney")

    page.get_by_role("link", name="Tell me when there is something").click()

    assert page.locator("h2#wanted").inner_text() == "“zebra” · Sydney"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_pages_of_an_alert_are_accessible(new_page, assert_accessible, size, scheme):
    page = new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    ask(page)
    page.goto(link_in_mail())
    assert_accessible(page)
    page.get_by_role("button", name="Yes, send me this").click()
    assert_accessible(page)
    page.get_by_role("link", name="Erase all of it").click()
    assert_accessible(page)
    page.goto("/alerts/link/")
    assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_mail_reads_well_on_a_phone(new_page, assert_accessible, scheme):
    page = new_page()
    ask(page)
    confirm(page)
    # A tab of its own: a mail program has no policy of ours.
    program = new_page(viewport=PHONE, color_scheme=scheme)

    program.set_content(send().alternatives[0].content)

    assert_accessible(program)
    assert program.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    program.get_by_role("link", name="End them").wait_for()
