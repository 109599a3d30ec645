"""SQL statements a page runs: few, and as many for a hundred postings as for five.

Counted once what is derived from an edition has been derived: that happens at the first request after a change.
"""

import pytest
import time_machine
from django.utils import timezone

from careers.postings.models import Benefit, Posting
from tests.factories import make_posting, make_qualification, make_responsibility, make_team
from tests.pages import PUBLIC, a_posting

pytestmark = pytest.mark.usefixtures("sample")

MOST = 8


@pytest.mark.parametrize("kind", PUBLIC)
def test_page_needs_few_statements(client, queries, kind):
    address = PUBLIC[kind]()
    client.get(address)

    statements = queries(lambda: client.get(address))

    assert len(statements) <= MOST, statements


@pytest.mark.parametrize("kind", PUBLIC)
def test_statements_do_not_grow_with_postings(client, queries, kind):
    address = PUBLIC[kind]()
    client.get(address)
    before = len(queries(lambda: client.get(address)))
    make_postings(30)
    client.get(address)

    after = queries(lambda: client.get(address))

    assert len(after) <= before, after


def test_parts_of_a_posting_that_are_kept_fetch_nothing(client, queries):
    address = a_posting()
    with time_machine.travel(timezone.now(), tick=False):
        client.get(address)

        statements = queries(lambda: client.get(address))

    assert not [sql for sql in statements if "postings_qualification" in sql or "postings_benefit" in sql]


def test_statements_of_a_posting_do_not_grow_with_what_it_says(client, queries):
    address = a_posting()
    client.get(address)
    before = len(queries(lambda: client.get(address)))
    posting = Posting.objects.get(slug=address.split("/")[2])
    for number in range(20):
        make_responsibility(posting, f"Duty {number}", order=number)
        make_qualification(posting, f"Need {number}", skills=["Python", f"Skill {number}"], order=number)
    posting.benefits.set(Benefit.objects.all())
    client.get(address)

    after = queries(lambda: client.get(address))

    assert len(after) <= max(before, MOST), after


def make_postings(number):
    sample = Posting.objects.open().first()
    for each in range(number):
        posting = make_posting(team=make_team(f"Team {each}"), location=sample.location, intake_year=2026)
        make_responsibility(posting)
        make_qualification(posting, skills=["Python", f"Skill {each}"])
