"""Views, apply starts and asks: counted by day, of people only, and without a trace of them."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from careers.counters.models import FactDay, PostingDay
from careers.postings.choices import Status
from tests.factories import make_posting

pytestmark = pytest.mark.django_db
PERSON = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1"


def beacon(client, posting, what="view", **headers):
    headers = {"user-agent": PERSON, "sec-fetch-site": "same-origin", **headers}
    return client.post(f"/postings/{posting.slug}/views/", {"what": what}, headers=headers)


def sums(posting):
    return PostingDay.objects.filter(posting=posting).values_list("views", "apply_starts", "asks")


def test_view_apply_start_and_ask_are_summed_by_day(client):
    posting = make_posting()

    answers = [beacon(client, posting, what).status_code for what in ("view", "view", "apply", "ask")]

    assert answers == [204] * 4
    assert list(sums(posting)) == [(2, 1, 1)]


def test_ask_counts_each_missing_fact(client):
    beacon(client, make_posting(job_start_date=date(2027, 1, 1)), "ask")

    asked = set(FactDay.objects.values_list("fact", flat=True))
    assert {"Pay", "Length"} <= asked
    assert "Earliest start" not in asked


@pytest.mark.parametrize("agent", ["Googlebot/2.1", "curl/8.0", "Mozilla/5.0 HeadlessChrome/156", ""])
def test_programs_are_not_counted(client, agent):
    posting = make_posting()

    assert beacon(client, posting, **{"user-agent": agent}).status_code == 204
    assert not sums(posting)


def test_staff_and_those_who_ask_not_to_be_are_not_counted(client):
    posting = make_posting()

    beacon(client, posting, **{"sec-gpc": "1"})
    client.force_login(User.objects.create_user("recruiter"))
    beacon(client, posting)

    assert not sums(posting)


def test_other_sites_cannot_count(client):
    posting = make_posting()

    assert beacon(client, posting, **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert not sums(posting)


def test_only_open_postings_are_counted(client):
    assert beacon(client, make_posting(status=Status.DRAFT)).status_code == 404


def test_unknown_event_is_refused(client):
    assert beacon(client, make_posting(), "teapot").status_code == 400


def test_looking_is_no_way_to_count(client):
    assert client.get(f"/postings/{make_posting().slug}/views/").status_code == 405


def test_beacon_sets_no_cookie_and_is_not_kept(client):
    answer = beacon(client, make_posting())

    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"


def test_page_is_the_same_before_and_after_counting(client):
    posting = make_posting()
    before = client.get(posting.get_absolute_url()).content

    beacon(client, posting)

    assert client.get(posting.get_absolute_url()).content == before
