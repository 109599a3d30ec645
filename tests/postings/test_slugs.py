import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from careers.postings.models import OldSlug, Posting
from tests.factories import make_location, make_posting

pytestmark = pytest.mark.django_db


def draft(title="Engineer Intern", **facts):
    return Posting(title=title, **{"location": make_location(), "intake_year": 2026, **facts})


@pytest.mark.parametrize(
    ("title", "facts", "slug"),
    [
        ("Site Reliability Engineer Intern", {}, "site-reliability-engineer-intern-sydney-2026"),
        ("Engineer (Edge Platform)", {}, "engineer-edge-platform-sydney-2026"),
        ("Scientist (AI/LLM Data)", {}, "scientist-ai-llm-data-sydney-2026"),
        ("Engineer", {"location": None}, "engineer-2026"),
        ("Engineer", {"intake_year": None}, "engineer-sydney"),
        ("", {"location": None, "intake_year": None}, "posting"),
        ("工程师", {"location": None, "intake_year": None}, "posting"),
    ],
)
def test_address_is_title_place_and_intake(title, facts, slug):
    assert draft(title, **facts).free_slug() == slug


def test_long_title_leaves_room_for_a_number():
    first = make_posting(title="a" * 160, slug=draft("a" * 160).free_slug())

    second = draft("a" * 160).free_slug()

    assert (len(first.slug), second) == (130, f"{first.slug}-2")


def test_taken_address_gets_the_next_free_number():
    for slug in ("engineer-intern-sydney-2026", "engineer-intern-sydney-2026-2", "engineer-intern-sydney-2026-lead"):
        make_posting(slug=slug)

    assert draft().free_slug() == "engineer-intern-sydney-2026-3"


def test_address_a_posting_had_is_not_given_again():
    make_posting(slug="engineer-intern-sydney-2026").move_to("builder-intern-sydney-2026")

    assert draft().free_slug() == "engineer-intern-sydney-2026-2"


def test_own_address_counts_as_free():
    posting = make_posting(title="Engineer Intern", location=None, intake_year=2026, slug="engineer-intern-2026")

    assert posting.free_slug() == "engineer-intern-2026"


def test_clean_fills_an_empty_address_and_keeps_a_chosen_one():
    empty, chosen = draft(), draft(slug="chosen")

    empty.full_clean()
    chosen.full_clean()

    assert (empty.slug, chosen.slug) == ("engineer-intern-sydney-2026", "chosen")


def test_clean_refuses_an_address_another_posting_had():
    make_posting(slug="first").move_to("second")

    with pytest.raises(ValidationError) as refusal:
        draft(slug="first").full_clean()

    assert refusal.value.error_dict["slug"][0].code == "reused"


def test_full_clean_refuses_an_address_another_posting_has():
    make_posting(slug="first")

    with pytest.raises(ValidationError) as refusal:
        draft(slug="first").full_clean()

    assert set(refusal.value.message_dict) == {"slug"}


def test_two_postings_cannot_share_an_address():
    make_posting(slug="first")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_posting(slug="first")


def test_moving_keeps_the_old_address():
    posting = make_posting(slug="first")

    posting.move_to("second")
    posting.move_to("third")

    assert Posting.objects.get(pk=posting.pk).slug == "third"
    assert set(posting.old_slugs.values_list("slug", flat=True)) == {"first", "second"}


def test_moving_back_takes_the_old_address_from_the_list():
    posting = make_posting(slug="first")

    posting.move_to("second")
    posting.move_to("first")

    assert [old.slug for old in posting.old_slugs.all()] == ["second"]
    posting.full_clean()


def test_moving_nowhere_changes_nothing():
    make_posting(slug="first").move_to("first")

    assert not OldSlug.objects.exists()


def test_moving_to_what_another_posting_had_is_refused_whole():
    make_posting(slug="first").move_to("second")
    other = make_posting(slug="other")

    with pytest.raises(ValidationError):
        other.move_to("first")

    assert Posting.objects.get(pk=other.pk).slug == "other"
    assert not other.old_slugs.exists()
