"""One posting as a program reads it, from before it opens to after it has gone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from careers.postings.choices import ClosedReason, Status
from careers.postings.models import OldSlug
from tests.factories import make_posting, make_responsibility
from tests.syndication.schemas import check

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


def ended(reason, **facts):
    closed_at = datetime(2025, 6, 1, 2, 0, tzinfo=UTC)
    return make_posting(status=Status.CLOSED, opens_at=LONG_AGO, closed_at=closed_at, closed_reason=reason, **facts)


def get(client, posting, query=""):
    return client.get(f"/postings/{posting.slug}.json{query}")


def test_open_posting_is_the_one_of_the_list_with_messages(client):
    make_responsibility(make_posting(title="Tamer"), "Feed it")
    (listed,) = client.get("/postings.json").json()["postings"]

    response = client.get(f"/postings/{listed['slug']}.json")

    assert response.status_code == 200
    assert response.json() == {**listed, "messages": {}}


def test_applicants_facts_are_answered_and_mistakes_said(client):
    posting = make_posting(degree_levels=["bachelor"])

    said = get(client, posting, "?studying=bachelor&weeks=many&level=wizard").json()

    assert said["eligibility"]["verdict"] == "cannot_tell"
    assert said["messages"] == {"weeks": ["Write a whole number from 1 to 260. It was left out."]}


def test_closed_posting_is_gone_with_its_text_and_why(client):
    posting = ended(ClosedReason.FILLED, title="Tamer", weeks_min=12)
    make_responsibility(posting, "Feed it")

    response = get(client, posting, "?studying=master")
    said = response.json()

    assert response.status_code == 410
    assert (said["title"], said["weeks_min"], said["responsibilities"]) == ("Tamer", 12, ["Feed it"])
    assert (said["closed_at"], said["closed_reason"]) == ("2025-06-01T12:00:00+10:00", "filled")
    assert "eligibility" not in said
    check(said, "posting")


def test_posting_past_its_closing_date_is_gone(client):
    posting = make_posting(valid_through=timezone.now() - timedelta(seconds=1))

    response = get(client, posting)
    said = response.json()

    assert response.status_code == 410
    assert (said["closed_at"], said["closed_reason"]) == (said["valid_through"], "expired")
    check(said, "posting")


def test_withdrawn_posting_keeps_title_and_date_only(client):
    posting = ended(ClosedReason.WITHDRAWN, title="Tamer", weeks_min=12)

    response = get(client, posting)

    assert response.status_code == 410
    assert response.json() == {
        "url": f"http://127.0.0.1:8000/postings/{posting.slug}/",
        "title": "Tamer",
        "closed_at": "2025-06-01T12:00:00+10:00",
        "closed_reason": "withdrawn",
    }
    check(response.json(), "posting")


@pytest.mark.parametrize(
    "facts",
    [
        {"status": Status.DRAFT},
        {"status": Status.IN_REVIEW},
        {"opens_at": datetime(2190, 1, 1, tzinfo=UTC)},
        {"status": Status.CLOSED, "closed_at": LONG_AGO, "opens_at": LONG_AGO + timedelta(days=1)},
    ],
)
def test_what_was_never_public_answers_like_an_unknown_address(client, facts):
    response = get(client, make_posting(**facts))

    assert response.status_code == 404
    assert response.json() == client.get("/postings/unknown.json").json()


def test_status_is_that_of_the_page(client):
    postings = [
        make_posting(), make_posting(status=Status.DRAFT), make_posting(valid_through=LONG_AGO),
        ended(ClosedReason.FILLED), ended(ClosedReason.WITHDRAWN),
    ]  # fmt: skip

    for posting in postings:
        assert get(client, posting).status_code == client.get(posting.get_absolute_url()).status_code


def test_old_address_leads_to_the_new_one_with_the_facts(client):
    posting = make_posting()
    OldSlug.objects.create(slug="old", posting=posting)
    OldSlug.objects.create(slug="secret", posting=make_posting(status=Status.DRAFT))

    response = client.get("/postings/old.json?weeks=12&q=%0d%0aSet-Cookie:x")

    assert response.status_code == 301
    assert response["Location"] == f"/postings/{posting.slug}.json?weeks=12&q=%0D%0ASet-Cookie%3Ax"
    assert client.get("/postings/secret.json").status_code == 404


def test_statements_are_few(client, queries):
    posting = make_posting(graduation_by=date(2190, 1, 1), next_posting=make_posting())

    statements = queries(lambda: get(client, posting, "?studying=master&field_of_study=law"))

    assert len(statements) <= 6, statements


def test_page_links_to_its_json_with_the_facts(client):
    posting = make_posting()

    text = client.get(f"{posting.get_absolute_url()}?weeks=12&days=3").content.decode()

    link = '<link rel="alternate" type="application/json" title="This posting as JSON" href="/postings/'
    assert f'{link}{posting.slug}.json?weeks=12&amp;days=3">' in text
