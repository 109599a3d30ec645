"""Adverts become drafts in a real browser, with and without a script."""

import pytest
from django.urls import reverse_lazy

from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.browser.test_admin import sign_in
from tests.importer.drafts import ADVERTS

PASTE = reverse_lazy("admin:postings_posting_imports")


def paste(page, text):
    sign_in(page, str(PASTE))
    page.get_by_label("Advert:", exact=True).fill(text)
    page.get_by_role("button", name="Read").click()


def rendition(number):
    return (ADVERTS / f"rendition_00{number}.txt").read_text(encoding="utf-8")


def added():
    return Posting.objects.exclude(source_hash="")


@pytest.mark.parametrize("script", [True, False])
def test_advert_is_pasted_corrected_and_saved(new_page, script):
    page = new_page(java_script_enabled=script)
    paste(page, rendition(1))

    page.get_by_label("Title:").fill("Backend Intern")
    page.get_by_role("button", name="Save as a draft").click()
    page.wait_for_url("**/change/")

    posting = added().get()
    assert (posting.title, posting.status) == ("Backend Intern", Status.DRAFT)
    assert page.get_by_label("Title:").input_value() == "Backend Intern"


def test_mark_and_field_lead_to_each_other_by_keyboard(page):
    paste(page, rendition(1))

    page.locator("#field-job_start_date .import__from a").focus()
    page.keyboard.press("Enter")
    page.locator("mark:target a[href='#field-job_start_date']").focus()
    page.keyboard.press("Enter")

    assert "2026" in page.locator("mark").filter(has_text="earliest starting in January").inner_text()
    assert page.url.endswith("#field-job_start_date")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_an_import_are_accessible(new_page, assert_accessible, scheme):
    page = new_page(color_scheme=scheme)
    paste(page, rendition(2))
    assert_accessible(page)
    page.goto(str(PASTE))
    assert_accessible(page)
    page.get_by_label("Advert:", exact=True).fill(f"{rendition(2)}\n{rendition(4)}")
    page.get_by_role("button", name="Read").click()
    assert_accessible(page)
    page.get_by_role("button", name="Go on with these").click()
    assert_accessible(page)
    page.get_by_role("button", name="Go on to the results").click()
    assert_accessible(page)


def test_draft_fits_a_tablet(new_page):
    page = new_page(viewport={"width": 768, "height": 1024})
    paste(page, rendition(2))

    assert page.url.endswith("/1/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 768
