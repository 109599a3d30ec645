"""The desk asks the database no more for many rows than for few."""

import pytest
from django.urls import reverse

from careers.postings.models import BenefitCategory
from tests.factories import make_posting, make_qualification, make_responsibility
from tests.recruiting.posting_form import change_url

LIST = "admin:postings_posting_changelist"


@pytest.fixture
def desk(desk):
    """Content types are read once per process: not by the request that is counted."""
    desk.get(reverse("admin:postings_posting_add"))
    return desk


@pytest.mark.parametrize("rows", [5, 50])
def test_list_of_postings(desk, queries, rows):
    for _ in range(rows):
        make_posting()

    desk.get(reverse(LIST))

    assert len(queries(lambda: desk.get(reverse(LIST)))) == 11


STATEMENTS_OF_A_FORM = 27


@pytest.mark.parametrize("rows", [2, 20])
def test_posting_with_items(desk, queries, rows):
    posting = make_posting()
    category = BenefitCategory.objects.create(name="Health", slug="health")
    for order in range(rows):
        make_responsibility(posting, order=order)
        make_qualification(posting, order=order, skills=["Go", "Python"])
        posting.benefits.create(category=category, name=f"Benefit {order}")

    # What an edition derives for the findings is derived by then.
    desk.get(change_url(posting))

    assert len(queries(lambda: desk.get(change_url(posting)))) == STATEMENTS_OF_A_FORM
