from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from careers.postings.choices import Status
from careers.postings.models import Benefit, BenefitCategory
from tests.factories import make_posting, make_qualification

pytestmark = pytest.mark.django_db


def compared(client, *slugs, **answers):
    response = client.get(reverse("comparison"), {"posting": slugs, **answers})
    assert response.status_code == 200
    return response


def text_of(response):
    return " ".join(response.content.decode().split())


def test_facts_that_differ_stand_apart_from_those_that_do_not(client):
    first = make_posting(weeks_min=12, intake_year=2190)
    second = make_posting(weeks_min=16, intake_year=2190)

    context = compared(client, first.slug, second.slug).context

    assert {row.label: row.cells for row in context["differing"]} == {
        "Length": ("At least 12 weeks", "At least 16 weeks")
    }
    assert "Intake" in [row.label for row in context["equal"]]
    assert "pay" in context["unstated"]


def test_one_that_does_not_say_is_shown_beside_one_that_does(client):
    first, second = make_posting(graduation_by=date(2190, 12, 1)), make_posting()

    rows = {row.label: row.cells for row in compared(client, first.slug, second.slug).context["differing"]}

    assert rows["Finish your course"] == ("By December 2190", "Not stated")


def test_note_is_a_sentence_of_its_own(client):
    first, second = make_posting(weeks_min=12, may_be_extended=True), make_posting()

    rows = {row.label: row.cells for row in compared(client, first.slug, second.slug).context["differing"]}

    assert rows["Length"] == ("At least 12 weeks. It may be extended.", "Not stated")


def test_posting_without_minimum_says_so_beside_one_that_has_some(client):
    first, second = make_posting(), make_posting()
    make_qualification(first, "Bakes")
    make_qualification(second, "Has baked", kind="preferred")

    in_words = compared(client, first.slug, second.slug).context["in_words"]
    text = text_of(compared(client, first.slug, second.slug))

    assert in_words == {"What you need": [["Bakes"], []], "What helps": [[], ["Has baked"]]}
    assert '<li>Bakes</li></ul></td><td class="missing">Not stated</td>' in text


def test_common_skills_are_aligned_and_first(client):
    first, second = make_posting(), make_posting()
    make_qualification(first, skills=["Zig", "Ada"])
    make_qualification(second, skills=["Zig", "Go"], skills_rule="any_of")

    skills = compared(client, first.slug, second.slug).context["skills"]

    assert [(row.label, row.cells) for row in skills][:2] == [
        ("Zig", ("Needed", "One of several needed")),
        ("Ada", ("Needed", "–")),
    ]


def test_benefits_that_differ_are_told_from_not_stated(client):
    category = BenefitCategory.objects.create(name="Health", slug="health")
    gym = Benefit.objects.create(category=category, name="Gym")
    snacks = Benefit.objects.create(category=category, name="Snacks")
    first, second, third = make_posting(), make_posting(), make_posting()
    first.benefits.add(gym, snacks)
    second.benefits.add(snacks)

    benefits = compared(client, first.slug, second.slug, third.slug).context["benefits"]

    assert {row.label: row.cells for row in benefits} == {
        "How many": ("2 listed", "1 listed", "Not stated"),
        "Gym": ("Listed", "Not listed", "Not stated"),
    }


def test_unknown_slug_is_said_and_the_rest_compared(client):
    first, second = make_posting(), make_posting()

    response = compared(client, first.slug, "no-such-one", second.slug)

    assert "“no-such-one” can’t be shown" in text_of(response)
    assert len(response.context["postings"]) == 2


def test_draft_answers_like_an_unknown_slug(client):
    draft = make_posting(title="Secret", status=Status.DRAFT)

    text = text_of(compared(client, make_posting().slug, draft.slug))

    assert "can’t be shown" in text
    assert "Secret" not in text


def test_closed_posting_stays_and_is_marked(client):
    closed = make_posting(valid_through=datetime(2020, 1, 1, tzinfo=UTC))

    response = compared(client, make_posting().slug, closed.slug)

    assert len(response.context["postings"]) == 2
    assert "Closed" in text_of(response)


def test_verdict_shows_where_the_student_said_something(client):
    first, second = make_posting(degree_levels=["bachelor"]), make_posting(degree_levels=["master"])

    text = text_of(compared(client, first.slug, second.slug, studying="master"))

    assert "Rules you out" in text


@pytest.mark.parametrize("number", [0, 1])
def test_too_few_say_how_to_choose(client, number):
    slugs = [make_posting().slug for _ in range(number)]

    assert "Tick two to four postings" in text_of(compared(client, *slugs))


def test_fifth_posting_is_said_to_be_left_out(client):
    slugs = [make_posting(title=f"Role {number}").slug for number in range(5)]

    assert "“Role 4” is left out" in text_of(compared(client, *slugs))


@pytest.mark.parametrize("slug", ["\x00", "a" * 5000, "'; drop table", "<script>"])
def test_hostile_slugs_are_only_unknown(client, slug):
    assert "<script>" not in text_of(compared(client, slug)).replace('<script type="module"', "")


def test_number_of_queries_is_fixed(client, django_assert_max_num_queries):
    slugs = [make_posting().slug for _ in range(4)]

    with django_assert_max_num_queries(10):
        compared(client, *slugs, studying="master")
