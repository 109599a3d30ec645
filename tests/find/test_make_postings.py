"""Made-up postings: what `manage.py make_postings N` adds."""

import pytest
from django.core.management import call_command

from careers.find import search
from careers.find.filters import PostingFilterSet
from careers.find.models import Document, Stale
from careers.find.search.documents import make
from careers.postings.models import Edition, Posting, Qualification

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    call_command("make_postings", 60, verbosity=0)


def told():
    """Return what the postings say, as far as it is not numbered by the database."""
    columns = "slug", "title", "team__name", "location__name", "weeks_min", "graduation_by", "valid_through"
    return list(Posting.objects.order_by("slug").values_list(*columns))


@pytest.mark.usefixtures("made")
def test_all_are_open_and_found_by_filters_and_words():
    offered = PostingFilterSet().offered()

    assert Posting.objects.open().count() == 60
    assert all(len(values) > 1 for values in offered.values())
    assert 0 < search.matching(Posting.objects.open(), "python").count() < 60
    assert not Stale.objects.exists()


@pytest.mark.usefixtures("made")
def test_search_knows_them_as_if_it_had_read_them():
    before = list(Document.objects.order_by("pk").values())

    make(set(Posting.objects.values_list("pk", flat=True)))

    assert list(Document.objects.order_by("pk").values()) == before


@pytest.mark.usefixtures("made")
def test_they_are_possible():
    for posting in Posting.objects.all():
        posting.full_clean()


@pytest.mark.usefixtures("made")
def test_they_differ_from_each_other():
    texts = list(Qualification.objects.values_list("text", flat=True))

    assert len(set(told())) == 60
    assert len(set(texts)) > len(texts) / 3


@pytest.mark.usefixtures("made")
def test_a_second_run_adds_others_and_the_same_at_each_site():
    first = told()
    call_command("make_postings", 20, verbosity=0)
    both = told()
    Posting.objects.all().delete()

    call_command("make_postings", 80, verbosity=0)

    assert set(first) < set(both)
    assert told() == both


def test_pages_show_them_at_once():
    before = Edition.objects.current()

    call_command("make_postings", 1, verbosity=0)

    assert Edition.objects.current() != before
