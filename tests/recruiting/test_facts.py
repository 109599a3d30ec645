"""One fact for many postings: seen first, set as it was shown, refused where students would read an error."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from reversion.models import Revision

from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.factories import make_posting, make_publishable, make_team

LIST = reverse("admin:postings_posting_changelist")


def page(fact, *postings):
    query = {"posting": [posting.pk for posting in postings], "fact": fact}
    return f"{reverse('admin:postings_posting_set_fact')}?{urlencode(query, doseq=True)}"


def set_fact(client, fact, value, *postings):
    """See the plan, then do it; return (the page with the plan, the answer)."""
    typed = {fact: value}
    seen = client.post(page(fact, *postings), typed)
    return seen, client.post(page(fact, *postings), typed | {"shown": seen.context["shown"]})


def values(fact):
    return [*Posting.objects.order_by("pk").values_list(fact, flat=True)]


def test_plan_shows_now_and_then_and_sets_nothing(desk):
    one, two = make_publishable(weeks_min=10), make_publishable()

    seen = desk.post(page("weeks_min", one, two), {"weeks_min": "12"})

    assert [(each.now, each.then) for each in seen.context["going"]] == [("10", "12"), ("", "12")]
    assert values("weeks_min") == [10, None]


def test_fact_is_set_for_all_in_one_revision(desk):
    one, two = make_publishable(), make_publishable()

    set_fact(desk, "weeks_min", "12", one, two)

    assert values("weeks_min") == [12, 12]
    assert values("version") == [1, 1]
    assert Revision.objects.get().comment == "Set “weeks at least” for 2 postings"


def test_empty_means_not_stated(desk):
    posting = make_publishable(weeks_min=12)

    set_fact(desk, "weeks_min", "", posting)

    assert values("weeks_min") == [None]


@pytest.mark.parametrize(("fact", "value"), [("degree_levels", ["master"]), ("sponsorship_offered", "false")])
def test_sets_and_answers_are_set(desk, fact, value):
    posting = make_publishable()

    set_fact(desk, fact, value, posting)

    assert values(fact) == [{"degree_levels": ("master",), "sponsorship_offered": False}[fact]]


def test_team_and_benefits_are_set(desk):
    posting, team = make_publishable(), make_team("Roses")

    set_fact(desk, "team", team.pk, posting)
    set_fact(desk, "fields_of_study", [posting.fields_of_study.create(name="Maths", slug="maths").pk], posting)

    posting.refresh_from_db()
    assert posting.team == team


def test_live_posting_that_would_get_an_error_stays(desk):
    facts = {"intake_year": 2027, "must_stay_enrolled": True, "weeks_min": 12}
    live = make_publishable(job_start_date="2027-01-01", **facts)
    draft = make_publishable(job_start_date="2027-01-01", status=Status.DRAFT, **facts)

    seen, _ = set_fact(desk, "graduation_by", "2026-12", live, draft)

    assert [each.posting for each in seen.context["staying"]] == [live]
    assert "waive it with a reason" in seen.content.decode()
    assert values("graduation_by")[0] is None
    assert str(values("graduation_by")[1]) == "2026-12-01"


def test_impossible_value_stays_with_its_reason(desk):
    posting = make_publishable(days_per_week_min=2)

    seen = desk.post(page("on_site_days_min", posting), {"on_site_days_min": "4"})

    assert "more days on site than working days" in seen.context["staying"][0].reasons[0]


def test_value_that_is_none_is_refused_beside_the_field(desk):
    posting = make_publishable()

    seen = desk.post(page("graduation_by", posting), {"graduation_by": "soon"})

    assert "Write a month and a year" in seen.content.decode()
    assert 'value="soon"' in seen.content.decode()


def test_plan_that_has_changed_is_shown_again(desk):
    posting = make_publishable()
    seen = desk.post(page("weeks_min", posting), {"weeks_min": "12"})
    posting.take_turn()

    again = desk.post(page("weeks_min", posting), {"weeks_min": "12", "shown": seen.context["shown"]})

    assert "Something has changed since you looked" in again.content.decode()
    assert values("weeks_min") == [None]


def test_students_are_told_what_changed(desk):
    posting = make_publishable(weeks_min=10)

    set_fact(desk, "weeks_min", "12", posting)

    assert posting.changes.get().after == "At least 12 weeks"


def test_life_is_no_fact_to_set(desk):
    posting = make_posting(status=Status.DRAFT)

    response = desk.post(page("status", posting), {"status": "published"})

    assert response.status_code == 200
    assert values("status") == [Status.DRAFT]


def test_preview_asks_no_more_for_many_than_for_few(desk, queries):
    few, many = [make_publishable() for _ in range(2)], [make_publishable() for _ in range(10)]
    ask = {"team": make_team("Roses").pk}
    desk.post(page("team", *few), ask)

    of_few = len(queries(lambda: desk.post(page("team", *few), ask)))

    assert len(queries(lambda: desk.post(page("team", *many), ask))) == of_few
