"""The desk's forms, sent back by a program that writes what no browser would."""

import pytest
from django.urls import reverse

from careers.postings.models import Posting
from tests.factories import make_posting, make_qualification, make_team
from tests.recruiting.conftest import as_role, desk  # noqa: F401 fixtures
from tests.recruiting.posting_form import change_url, shown

# What Django's list would ask the database for, and what the list's own filters may be asked with.
NOT_OFFERED = (
    "title__range=a", "title__regex=(", "title=%00", "source_text__startswith=a",
    "status__in=a,%00", "waivers=" + "9" * 30, "intake_year__iregex=[",
)  # fmt: skip
OFFERED = (
    "team=" + "9" * 30, "team__id__exact=" + "9" * 30, "team__id__exact=-" + "9" * 30, "intake_year=%00",
    "intake_year=x", "work_mode__exact=a%00", "status__isnull=x", "findings=%00", "watch=%00",
)  # fmt: skip
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


def test_list_is_narrowed_by_its_own_filters_only(desk):  # noqa: F811
    make_posting()
    address = reverse("admin:postings_posting_changelist")

    for query in NOT_OFFERED:
        answer = desk.get(f"{address}?{query}")
        assert (answer.status_code, answer.headers.get("Location", "")[-4:]) == (302, "?e=1"), query
    for query in OFFERED:
        assert desk.get(f"{address}?{query}").status_code in {200, 302}, query


@pytest.mark.parametrize("model", ["team", "location", "benefit", "picture", "oldslug", "postingevent"])
def test_every_list_is_narrowed_by_its_own_filters_only(desk, model):  # noqa: F811
    address = reverse(f"admin:postings_{model}_changelist")

    assert {desk.get(f"{address}?id{query}").status_code for query in ("__range=1", "__regex=*", "=%00")} == {302}


def test_filters_of_the_list_still_narrow_it(desk):  # noqa: F811
    posting, other = make_posting(intake_year=2027), make_posting(status="draft", team=make_team("Search"))
    address = reverse("admin:postings_posting_changelist")

    for query in (f"team__id__exact={posting.team_id}", "status__exact=published", "intake_year=2027"):
        text = desk.get(f"{address}?{query}").content.decode()
        assert (change_url(posting) in text, change_url(other) in text) == (True, False), query


@pytest.mark.parametrize(("field", "term", "status"), [("postings", "a", 403), ("team", "a\x00", 200)])
def test_rows_are_searched_for_fields_that_a_form_has(desk, field, term, status):  # noqa: F811
    of = {"app_label": "postings", "model_name": "team" if status == 403 else "posting", "field_name": field}

    assert desk.get(reverse("admin:autocomplete"), {**of, "term": term}).status_code == status


@pytest.mark.parametrize("number", ["x%00", "9" * 30])
@pytest.mark.parametrize("model", ["posting", "team", "boilerplate"])
def test_address_that_names_no_row_leads_back(desk, model, number):  # noqa: F811
    address = reverse(f"admin:postings_{model}_changelist") + f"{number}/change/"

    assert [desk.get(address).status_code, desk.post(address).status_code] == [302, 302]
