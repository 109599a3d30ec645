"""The desk's first page: each number leads to the list of exactly those postings."""

from datetime import timedelta

import pytest
from django.utils import timezone

from careers.counters.models import FactDay, FruitlessSearch, PostingDay
from careers.postings.choices import Status
from careers.postings.models import PostingEvent
from careers.recruiting.admin.menu import GROUPS, REST
from careers.recruiting.watch import WATCHED, numbers
from tests.factories import make_posting

pytestmark = pytest.mark.django_db
LIST = "/admin/postings/posting/"


def hours(number):
    return timezone.now() + timedelta(hours=number)


def make_sent_back():
    posting = make_posting(status=Status.DRAFT)
    PostingEvent.objects.create(posting=posting, verb="sent_back", at=timezone.now())
    return posting


MAKE = {
    "drafts": lambda: make_posting(status=Status.DRAFT),
    "in_review": lambda: make_posting(status=Status.IN_REVIEW),
    "sent_back": make_sent_back,
    "open": make_posting,
    "opens_soon": lambda: make_posting(opens_at=hours(24)),
    "closes_soon": lambda: make_posting(valid_through=hours(24)),
    "closed_by_itself": lambda: make_posting(valid_through=hours(-24)),
    "stale": lambda: make_posting(status=Status.DRAFT),
}


@pytest.mark.parametrize("name", WATCHED)
def test_number_and_list_are_of_the_same_postings(desk, name):
    posting = MAKE[name]()
    make_posting(status=Status.ARCHIVED)

    page = desk.get(f"{LIST}?watch={name}")

    assert list(page.context["cl"].queryset) == [posting]
    assert numbers(timezone.now())[name] == 1
    assert f"?watch={name}" in desk.get("/admin/").content.decode()


def test_draft_edited_lately_is_not_stale(desk):
    posting = make_posting(status=Status.DRAFT)
    desk.post(f"{LIST}{posting.pk}/submission/", {"note": ""})
    desk.post(f"{LIST}{posting.pk}/return/", {"note": "Please say the length."})

    assert numbers(timezone.now())["stale"] == 0


def test_first_page_tells_what_students_do(desk):
    today = timezone.localdate()
    PostingDay.objects.create(posting=make_posting(), day=today - timedelta(days=1), views=41, apply_starts=7)
    FactDay.objects.create(fact="Pay", day=today, asks=3)
    FruitlessSearch.objects.create(words="astronomy", days=3, last_seen=today)

    html = desk.get("/admin/").content.decode()

    assert '<th scope="row">Views</th><td>41</td><td>0</td>' in html
    assert "pay (3)" in html
    assert "“astronomy”" in html


def test_first_page_tells_what_to_mend_and_links_the_report(desk):
    make_posting()

    html = desk.get("/admin/").content.decode()

    cause = "p012-responsibilities-no-responsibilities"
    assert f'<a href="/admin/postings/posting/findings/#{cause}">1 of 1: No responsibilities</a>' in html
    assert f'id="{cause}"' in desk.get("/admin/postings/posting/findings/").content.decode()


def test_first_page_takes_few_queries_however_many_postings(desk, queries):
    for _ in range(3):
        make_posting()
    desk.get("/admin/")
    few = len(queries(lambda: desk.get("/admin/")))
    for _ in range(6):
        make_posting()
    desk.get("/admin/")

    assert len(queries(lambda: desk.get("/admin/"))) <= few <= 20


def test_recruiter_sees_the_overview_and_others_do_not(as_role):
    assert "Postings to look at" in as_role("recruiter").get("/admin/").content.decode()


def test_what_can_be_edited_stands_in_groups_postings_first(desk):
    groups = desk.get("/admin/").context["app_list"]

    assert [group["name"] for group in groups] == [*(name for name, _ in GROUPS), REST]
    assert groups[0]["models"][0]["object_name"] == "Posting"
    assert {"User", "Invitation"} == {model["object_name"] for model in groups[-2]["models"]}
