"""The desk's forms, sent back by a program that writes what no browser would."""

import pytest
from django.urls import reverse

from careers.postings.models import Posting
from tests.factories import make_posting, make_qualification
from tests.recruiting.conftest import as_role, desk  # noqa: F401 fixtures
from tests.recruiting.posting_form import change_url, shown

ROWS = ("team", "location", "next_posting", "fields_of_study", "benefits", "qualifications-0-skills",
        "qualifications-0-id", "opened")  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("value", ["x\x00", "9" * 30])
def test_row_that_cannot_be_is_refused(desk, name, value):  # noqa: F811
    posting = make_posting(title="As it was")
    make_qualification(posting)
    url = change_url(posting)

    answer = desk.post(url, {**shown(desk, url), "title": "Changed", name: value})

    assert answer.status_code == 200
    assert Posting.objects.get().title == "As it was"


@pytest.mark.parametrize("number", ["x%00", "9" * 30])
@pytest.mark.parametrize("model", ["posting", "team", "boilerplate"])
def test_address_that_names_no_row_leads_back(desk, model, number):  # noqa: F811
    address = reverse(f"admin:postings_{model}_changelist") + f"{number}/change/"

    assert [desk.get(address).status_code, desk.post(address).status_code] == [302, 302]
