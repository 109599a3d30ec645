"""A step for many postings: shown first, done only as shown."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from careers.postings.choices import Status
from careers.postings.models import Posting
from tests.factories import make_location, make_posting, make_publishable
from tests.recruiting.test_steps import LIST, said

MONDAY = {"opens_at_day": "2099-11-30", "opens_at_clock": "09:00"}


def bulk(step, *postings):
    query = "&".join(f"posting={posting.pk}" for posting in postings)
    return f"{reverse(f'admin:postings_posting_bulk_{step}')}?{query}"


def states():
    return set(Posting.objects.values_list("status", flat=True))


def shown(response):
    return {"shown": response.context["shown"]}


def test_action_leads_to_the_page_of_the_step(desk):
    drafts = [make_posting(status=Status.DRAFT) for _ in range(2)]

    response = desk.post(LIST, {"action": "submit", "_selected_action": [each.pk for each in drafts]})

    assert response.url == bulk("submission", *drafts)
    assert states() == {Status.DRAFT}


def test_nine_go_three_stay_each_with_its_reason(desk):
    good = [make_publishable(status=Status.DRAFT) for _ in range(9)]
    bad = [make_posting(status=Status.DRAFT), make_posting(), make_publishable(status=Status.DRAFT, title="")]

    html = desk.get(bulk("publication", *good, *bad)).content.decode()

    assert "Nine go, three stay" in html
    assert "responsibilities" in html
    assert "It has been published already." in html
    assert "Give it a title first." in html


def test_what_was_shown_is_done_and_the_rest_says_why_it_stays(desk):
    good, bad = make_publishable(status=Status.DRAFT), make_posting(status=Status.DRAFT)
    page = bulk("publication", good, bad)

    response = desk.post(page, {"note": "Go", **shown(desk.get(page))})

    assert sorted(Posting.objects.values_list("pk", "status")) == [(good.pk, "published"), (bad.pk, "draft")]
    assert [line.startswith("Done for 1") for line in said(response)] == [False, True]
    assert good.events.get().note == "Go"


def test_nothing_is_done_before_it_was_shown(desk):
    posting = make_publishable(status=Status.DRAFT)

    response = desk.post(bulk("publication", posting), {"note": "Go"})

    assert response.status_code == 200
    assert states() == {Status.DRAFT}


def test_what_has_changed_since_it_was_shown_is_shown_again(desk):
    posting, other = make_publishable(status=Status.DRAFT), make_publishable(status=Status.DRAFT)
    page = bulk("publication", posting, other)
    seen = shown(desk.get(page))
    other.responsibilities.all().delete()

    response = desk.post(page, seen)

    assert "has changed since you looked" in response.content.decode()
    assert states() == {Status.DRAFT}


def test_twelve_are_scheduled_for_monday_nine_in_their_own_zones(desk):
    auckland = make_location("Auckland", country="NZ", time_zone="Pacific/Auckland")
    here = [make_publishable(status=Status.DRAFT) for _ in range(6)]
    there = [make_publishable(status=Status.IN_REVIEW, location=auckland) for _ in range(6)]
    page = bulk("schedule", *here, *there)

    plan = desk.post(page, MONDAY)
    desk.post(page, {**MONDAY, **shown(plan)})

    assert "Monday 30 November 2099, 9:00 am AEDT (Sydney)" in plan.content.decode()
    assert "Monday 30 November 2099, 9:00 am NZDT (Auckland)" in plan.content.decode()
    opening = dict.fromkeys(Posting.objects.values_list("location__name", "opens_at"))
    sydney, new_zealand = datetime(2099, 11, 29, 22, tzinfo=UTC), datetime(2099, 11, 29, 20, tzinfo=UTC)
    assert set(opening) == {("Sydney", sydney), ("Auckland", new_zealand)}


def test_time_that_a_place_never_shows_keeps_its_postings_back(desk):
    brisbane = make_location("Brisbane", time_zone="Australia/Brisbane")
    skipped = make_publishable(status=Status.DRAFT)
    fine = make_publishable(status=Status.DRAFT, location=brisbane)

    response = desk.post(bulk("schedule", skipped, fine), {"opens_at_day": "2099-10-04", "opens_at_clock": "02:30"})

    assert [each.posting for each in response.context["going"]] == [fine]
    assert "There is no 02:30" in response.context["staying"][0].reasons[0]


def test_missing_answer_is_asked_for_beside_its_field(desk):
    response = desk.post(bulk("schedule", make_publishable(status=Status.DRAFT)), {"note": "soon"})

    assert response.context["form"].errors["opens_at"]
    assert "soon" in response.content.decode()


def test_new_error_of_one_does_not_hold_up_the_others(desk):
    closing = [make_publishable(valid_through=datetime(2099, 1, 1, tzinfo=UTC)) for _ in range(2)]
    page, day = bulk("extension", *closing), {"valid_through_day": "2099-02-01"}

    desk.post(page, {**day, **shown(desk.post(page, day))})

    assert set(Posting.objects.values_list("valid_through", flat=True)) == {
        datetime(2099, 2, 1, 12, 59, 59, tzinfo=UTC)
    }


@pytest.mark.parametrize("query", ["", "?posting=", "?posting=x", "?posting=99999999999999999999", "?posting=0"])
def test_page_without_postings_leads_back_to_the_list(desk, query):
    assert desk.get(reverse("admin:postings_posting_bulk_publication") + query).url == LIST


@pytest.mark.parametrize("rows", [4, 40])
def test_plan_asks_no_more_for_many_than_for_few(desk, queries, rows):
    page = bulk("publication", *[make_publishable(status=Status.DRAFT) for _ in range(rows)])
    desk.get(page)

    assert len(queries(lambda: desk.get(page))) <= 20
