"""Any query string gets an answer that is right or says what is wrong: never a 5xx, never a word of it as markup."""

import pytest

from tests.attacks.hostile import addresses
from tests.factories import make_posting

pytestmark = pytest.mark.django_db
PAGES = (
    "/postings/",
    "/postings.json",
    "/postings.atom",
    "/postings.ics",
    "/eligibility/",
    "/comparison/",
    "/shortlist/",
)
QUERIES = addresses()
MARKUP = ("<script>alert", "<svg/onload", "<img src=x", "<script>1</script>")


def test_there_are_over_three_hundred_kinds():
    assert len(set(QUERIES)) > 300


@pytest.mark.parametrize("turn", range(len(PAGES)), ids=PAGES)
def test_list_and_every_other_reader_answers_all_of_them(client, turn):
    """The list reads all; each other page those of its turn, so that all pages and all kinds are met."""
    make_posting(title="Engineer Intern")

    for query in QUERIES if turn == 0 else QUERIES[turn :: len(PAGES)]:
        answer = client.get(PAGES[turn], query_string=query)

        assert answer.status_code in {200, 400, 404}, query
        assert not any(each in answer.content.decode() for each in MARKUP), query
        assert not answer.cookies, query


@pytest.mark.parametrize("query", QUERIES[::9])
def test_wrong_value_says_so_or_changes_nothing(client, query):
    """A list that leaves a value out tells which: what is shown is all of what was understood."""
    make_posting(title="Engineer Intern")

    answer = client.get("/postings.json", query_string=query)

    if answer.status_code == 200:
        found = answer.json()
        assert found["count"] == len(found["postings"]) or found["next"]
