"""Headers of the JSON answers: who may read them, and who may keep them."""

import re

import pytest

from careers.postings.choices import Status
from tests.factories import make_posting

pytestmark = pytest.mark.django_db

FACTS = {
    "studying": "master", "field_of_study": "law", "graduation": "2026-11", "enrolled_until": "2026-12",
    "available_from": "2026-01", "weeks": "12", "days": "3", "rights": "citizen", "verdict": "meets",
}  # fmt: skip


@pytest.fixture(params=["list", "posting"])
def address(request):
    posting = make_posting(slug="here")
    return "/postings.json" if request.param == "list" else f"/postings/{posting.slug}.json"


def test_any_cache_may_keep_it_for_a_minute_at_most(client, address):
    ages = re.match(r"public, max-age=(\d+), s-maxage=(\d+)", client.get(address)["Cache-Control"]).groups()

    assert all(0 <= int(age) <= 60 for age in ages)


@pytest.mark.parametrize("name", FACTS)
def test_answer_to_an_applicants_fact_is_private(client, address, name):
    policy = client.get(address, {name: FACTS[name]})["Cache-Control"]

    assert "private" in policy
    assert "public" not in policy


def test_unchanged_answer_is_not_sent_again(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")

    make_posting(slug="new")
    changed = client.get("/postings.json", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_head_answers_like_get_without_a_body(client, address):
    full, head = client.get(address), client.head(address)

    assert (head.status_code, head.content) == (200, b"")
    assert all(head[name] == full[name] for name in ("Content-Type", "ETag", "Cache-Control"))


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(client, address, method):
    response = getattr(client, method)(address)

    assert response.status_code == response.json()["status"] == 405
    assert "GET" in response["Allow"]
    assert "no-store" in response["Cache-Control"]


def test_pages_of_other_sites_may_read_it_errors_too(client, address):
    make_posting(slug="draft", status=Status.DRAFT)

    for each in (address, "/postings.json?page=9", "/postings/draft.json"):
        response = client.get(each, headers={"Origin": "https://elsewhere.example"})
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
        assert response["Content-Type"] == "application/json"
        assert not response.cookies


def test_who_is_signed_in_sees_what_all_see(client, admin_user, address):
    make_posting(slug="draft", status=Status.DRAFT)
    before = client.get(address).content
    client.force_login(admin_user)

    assert client.get(address).content == before
    assert client.get("/postings/draft.json").status_code == 404
