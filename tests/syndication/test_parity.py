"""The page and the JSON hold the same postings in the same order, with the same messages and verdicts."""

import random
from itertools import combinations
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.http import Http404, QueryDict
from django.test import RequestFactory
from django.urls import resolve

from careers.find.filters import PostingFilterSet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

# {parameter: [a value, or a list of values chosen together]}: the first two of each are what pairs are made of.
VALUES = {
    "q": ["kraken", "data science", "zebra", "\x00", "x" * 201],
    "team": ["platform", ["platform", "edge-computing-co"], "nowhere"],
    "location": ["sydney", ["sydney", "auckland"], "nowhere"],
    "level": ["bachelor", ["master", "phd"], "wizard"],
    "field": ["law", ["law", "physics"], "witchcraft"],
    "skill": ["go", ["rust", "python"], "x" * 200],
    "intake": ["2190", ["2025", "2191"], "soon"],
    "employment": ["INTERN", ["INTERN", "PART_TIME"], "JOB"],
    "mode": ["onsite", ["hybrid", "onsite"], "underwater"],
    "verdict": ["does_not", ["meets", "cannot_tell"], "maybe"],
    "sort": ["closing", "verdict", "relevance", "newest", "sideways"],
    "studying": ["master", "graduated", "nothing"],
    "field_of_study": ["law", "other", "witchcraft"],
    "graduation": ["2190-11", "Nov 2195", "13/2190"],
    "enrolled_until": ["2191-06", "2190-02", "later"],
    "available_from": ["2190-02", "Aug 2191", "-1"],
    "weeks": ["12", "3", "-3"],
    "days": ["3", "2", "nine"],
    "rights": ["citizen", "sponsorship", "none"],
    "page": ["1", "two", "2", "9", "-1"],
}
SEED = 20261120


def query_of(values):
    return urlencode(values, doseq=True)


def page_of(query):
    """Return what the page is made of, before its HTML; None where it is not found."""
    request = RequestFactory().get(f"/postings/?{query}")
    try:
        return resolve("/postings/").func(request).context_data
    except Http404:
        return None


def said_by_page(context):
    """Return the answer of the JSON as the page's own values say it."""
    form = context["filter"].form
    return {
        "count": context["paginator"].count,
        "messages": {name: list(texts) for name, texts in form.errors.items()},
        "postings": [shown(posting) for posting in context["postings"]],
        "has_next": context["page_obj"].has_next(),
    }


def shown(posting):
    answer = getattr(posting, "assessment", None)
    said = answer and (answer.verdict, answer.headline, answer.too_late, [reason.text for reason in answer.reasons])
    return settings.SITE_URL + posting.get_absolute_url(), said


def said_by_json(answer):
    return {
        "count": answer["count"],
        "messages": answer["messages"],
        "postings": [(posting["url"], verdict_of(posting.get("eligibility"))) for posting in answer["postings"]],
        "has_next": answer["next"] is not None,
    }


def verdict_of(said):
    return said and (said["verdict"], said["headline"], said["too_late"], [each["text"] for each in said["reasons"]])


def same(client, query):
    """Compare page by page, following `next`; return the last page's answer, None where neither is found."""
    context, response = page_of(query), client.get(f"/postings.json?{query}")
    if context is None:
        assert response.status_code == 404, query
        return None
    assert response.status_code == 200, query
    answer = response.json()
    assert said_by_json(answer) == said_by_page(context), query
    return same(client, answer["next"].partition("?")[2]) if answer["next"] else answer


def settle():
    """Let search catch up with the rows, so that neither of the two answers does it for the other."""
    list(PostingFilterSet({"q": "kraken"}).qs)


@pytest.mark.parametrize("name", VALUES)
def test_list_and_json_agree_for_all_pairs_of_values(client, name):
    others = list(VALUES)[list(VALUES).index(name) + 1 :]
    settle()

    for value in VALUES[name][:2]:
        same(client, query_of({name: value}))
        for other in others:
            for beside in VALUES[other][:2]:
                same(client, query_of({name: value, other: beside}))


def test_list_and_json_agree_for_each_value_alone(client):
    for name, values in VALUES.items():
        for value in values:
            same(client, query_of({name: value}))


@pytest.mark.parametrize("size", [3, 4, 6, 10, len(VALUES)])
def test_list_and_json_agree_for_larger_combinations(client, size):
    choices = random.Random(SEED + size)  # noqa: S311

    for _ in range(30):
        names = choices.sample(list(VALUES), size)
        same(client, query_of({name: choices.choice(VALUES[name]) for name in names}))


def test_pairs_find_something_and_leave_something():
    """Only so do the comparisons above prove anything."""
    pairs = [{first: VALUES[first][0], second: VALUES[second][0]} for first, second in combinations(VALUES, 2)]

    counts = [PostingFilterSet(QueryDict(query_of(pair))).qs.count() for pair in pairs]

    assert len(set(counts)) > 10
    assert counts.count(0) < len(counts) / 4


@pytest.mark.parametrize("query", ["", "q=kraken&sort=relevance", "studying=master&graduation=2190-11&sort=verdict"])
def test_page_as_served_shows_the_same_postings(client, query):
    page, answer = client.get(f"/postings/?{query}"), client.get(f"/postings.json?{query}").json()

    addresses = [settings.SITE_URL + posting.get_absolute_url() for posting in page.context["postings"]]

    assert addresses == [posting["url"] for posting in answer["postings"]]
    assert addresses


def test_next_leads_through_all_pages_and_keeps_the_search(client):
    first = client.get("/postings.json?sort=closing&weeks=12").json()
    second = client.get(first["next"]).json()

    slugs = [posting["slug"] for posting in first["postings"] + second["postings"]]

    assert first["next"] == f"{settings.SITE_URL}/postings.json?sort=closing&weeks=12&page=2"
    assert second["next"] is None
    assert len(set(slugs)) == len(slugs) == first["count"] == second["count"] == 30


def test_page_past_the_end_is_not_found_on_either(client):
    for page in ("3", "0", "9" * 30):
        assert client.get("/postings/", {"page": page}).status_code == 404
        assert client.get("/postings.json", {"page": page}).status_code == 404
