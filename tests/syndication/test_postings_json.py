"""The list as a program reads it; that it holds what the page holds is in test_parity.py."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.postings.choices import Status
from careers.postings.models import Benefit, BenefitCategory, FieldOfStudy, Term
from tests.factories import make_location, make_posting, make_qualification, make_responsibility, make_team
from tests.syndication.schemas import check

pytestmark = pytest.mark.django_db

MOST_STATEMENTS = 10
# As many different things to look up as one address can ask for.
EVERYTHING = (
    "?q=engineer&level=master&skill=go&field=law&verdict=meets&verdict=cannot_tell&verdict=does_not&sort=verdict"
    "&studying=master&field_of_study=jurisprudence&graduation=2190-11&enrolled_until=2190-12&available_from=2190-01"
    "&weeks=16&days=3&rights=citizen"
)
PARAMETERS = [
    "q", "team", "level", "field", "skill", "intake", "sort", "page", "verdict", "studying", "field_of_study",
    "graduation", "enrolled_until", "available_from", "weeks", "days", "rights", "unknown",
]  # fmt: skip


def answer(client, query=""):
    response = client.get(f"/postings.json{query}")
    assert response.status_code == 200
    return response.json()


def only(client, query=""):
    (posting,) = answer(client, query)["postings"]
    return posting


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("query", ["", "?studying=master&graduation=2026-11&weeks=16&days=3&rights=citizen"])
def test_sample_keeps_to_the_schema(client, query):
    listed = answer(client, query)

    check(listed, "postings")
    assert listed["count"] == 5
    for posting in listed["postings"]:
        check(client.get(f"/postings/{posting['slug']}.json{query}").json(), "posting")


def test_nothing_open_is_an_empty_list(client):
    make_posting(status=Status.DRAFT)

    assert answer(client) == {"count": 0, "next": None, "messages": {}, "postings": []}


def test_posting_is_said_by_the_names_of_the_record(client):
    place = make_location("Perth", region="WA", time_zone="Australia/Perth")
    posting = make_posting(title="Tamer", team=make_team("Edge"), location=place, on_site_days_min=0, weeks_min=12)

    said = only(client)

    assert said["url"] == f"http://127.0.0.1:8000/postings/{posting.slug}/"
    assert said["team"] == {"name": "Edge", "slug": "edge", "url": "http://127.0.0.1:8000/teams/edge/"}
    assert said["location"] == {
        "city": "Perth", "slug": "perth", "region": "WA", "country": "AU", "time_zone": "Australia/Perth",
    }  # fmt: skip
    assert (said["title"], said["slug"], said["weeks_min"]) == ("Tamer", posting.slug, 12)
    assert said["on_site_days_min"] == 0


def test_months_days_moments_and_money_have_their_forms(client):
    make_posting(
        graduation_by=date(2190, 12, 1), job_start_date=date(2190, 1, 1), date_posted=date(2026, 11, 3),
        valid_through=datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC), hours_per_week="37.5",
        pay_min="43.50", pay_currency="AUD", pay_period="hour",
    )  # fmt: skip

    said = only(client)

    assert (said["graduation_by"], said["job_start_date"]) == ("2190-12", "2190-01")
    assert said["date_posted"] == "2026-11-03"
    assert said["valid_through"] == "2190-01-14T23:59:59+11:00"
    assert (said["hours_per_week"], said["pay_min"], said["pay_max"]) == (37.5, 43.5, None)


def test_moment_without_a_place_is_in_utc(client):
    make_posting(location=None, valid_through=datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC))

    assert only(client)["valid_through"] == "2190-01-14T12:59:59+00:00"


def test_items_stand_in_their_order_with_their_skills(client):
    posting = make_posting()
    make_qualification(posting, "Helps", kind="preferred", order=0)
    make_qualification(posting, "Second", order=2)
    make_qualification(posting, "First", ["Rust", "Go"], order=1, skills_rule="any_of")
    make_responsibility(posting, "Then", order=2)
    make_responsibility(posting, "First", order=1)

    said = only(client)

    assert said["responsibilities"] == ["First", "Then"]
    assert [item["text"] for item in said["qualifications"]] == ["First", "Second", "Helps"]
    skills = [{"slug": "go", "name": "Go"}, {"slug": "rust", "name": "Rust"}]
    assert said["qualifications"][0] == {"kind": "minimum", "text": "First", "skills": skills, "skills_rule": "any_of"}
    assert said["qualifications"][1]["skills"] == []


def test_items_of_one_text_and_place_stay_two(client):
    posting = make_posting()
    for _ in range(2):
        make_responsibility(posting, "Same")
        make_qualification(posting, "Same", ["Go"])

    said = only(client)

    assert said["responsibilities"] == ["Same", "Same"]
    assert [len(item["skills"]) for item in said["qualifications"]] == [1, 1]


def test_benefits_stand_by_category_with_where_they_apply(client):
    late, early = (BenefitCategory.objects.create(name=n, slug=n, order=o) for n, o in (("money", 2), ("health", 1)))
    posting = make_posting()
    posting.benefits.add(Benefit.objects.create(category=late, name="401k", countries=["US"]))
    posting.benefits.add(Benefit.objects.create(category=early, name="Gym"))

    said = only(client)

    assert said["benefits"] == [
        {"category": "health", "name": "Gym", "countries": None},
        {"category": "money", "name": "401k", "countries": ["US"]},
    ]


def test_what_is_not_stated_is_null_and_named(client):
    make_posting(degree_levels=[], work_rights=None, requisition_id="", weeks_min=12)

    said = only(client)

    silent = ["requisition_id", "degree_levels", "fields_of_study", "work_rights", "responsibilities", "benefits"]
    assert [said[name] for name in silent] == [None] * 6
    assert [name for name in said["not_stated"] if name in silent] == silent
    assert "weeks_min" not in said["not_stated"]
    assert not {"status", "version", "source_text", "closed_at", "closed_reason"} & said.keys()


def test_next_posting_is_named_once_the_public_may_see_it(client):
    following = make_posting(status=Status.DRAFT)
    make_posting(next_posting=following)
    assert only(client)["next_posting"] is None

    following.status = Status.PUBLISHED
    following.save()
    said = [posting["next_posting"] for posting in answer(client)["postings"]]
    assert f"http://127.0.0.1:8000/postings/{following.slug}/" in said


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"weeks_min": 12}, "2026-10-09"),
        ({"months_min": 3, "weeks_min": 12}, "2026-10-09"),
        ({"weeks_min": 12, "job_start_date": date(2027, 1, 1)}, "2026-10-09"),
        ({"weeks_min": 12, "must_stay_enrolled": None}, None),
        ({"weeks_min": 12, "graduation_by": None}, None),
        ({}, None),
    ],
)
def test_latest_start_is_the_cut_off_less_the_shortest_length(client, facts, expected):
    make_posting(**{"graduation_by": date(2026, 12, 1), "must_stay_enrolled": True, **facts})

    assert only(client)["latest_start"] == expected


def test_verdict_is_there_only_for_who_says_something(client):
    make_posting(degree_levels=["bachelor"], graduation_by=date(2026, 1, 1), must_stay_enrolled=True, weeks_min=12)
    assert "eligibility" not in only(client)

    said = only(client, "?studying=master")["eligibility"]

    assert said["verdict"] == "does_not"
    assert said["headline"] == "It rules you out: it asks for bachelor students; you are a master student."
    assert said["too_late"] is True
    text = "It asks for bachelor students; you are a master student."
    assert {"rule": "level", "verdict": "does_not", "text": text} in said["reasons"]


def test_what_is_unknown_or_malformed_is_said_and_left_out(client):
    make_posting()

    said = answer(client, "?level=wizard&weeks=-3&graduation=13/2026&page=two&sort=sideways&colour=red")

    assert said["count"] == 1
    assert said["messages"].keys() == {"level", "weeks", "graduation", "page", "sort"}
    assert said["messages"]["level"] == ["There is no “wizard” here, so it was left out."]


def test_statements_are_few_and_do_not_grow_with_postings(client, queries):
    Term.objects.create(text="Law", same_as="jurisprudence")
    FieldOfStudy.objects.create(slug="law", name="Law")
    sizes = {}
    for number in (2, 22):
        for _ in range(number):
            make_qualification(make_posting(title="Engineer", team=make_team(f"Team {number}")), skills=["Go"])
        for query in ("", "?q=engineer", EVERYTHING, EVERYTHING.replace("&level=master&skill=go&field=law", "")):
            client.get(f"/postings.json{query}")  # search catches up with the rows
            sizes.setdefault(query, []).append(len(queries(lambda query=query: client.get(f"/postings.json{query}"))))

    assert all(few <= MOST_STATEMENTS and many <= few for few, many in sizes.values()), sizes


def test_text_from_people_stays_text(client):
    make_posting(title="</script><script>alert(1)</script> ☃ \x7f")

    response = client.get("/postings.json?level=<script>")

    assert response["Content-Type"] == "application/json"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.json()["postings"][0]["title"] == "</script><script>alert(1)</script> ☃ \x7f"
    assert "“<script>”" in response.json()["messages"]["level"][0]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(st.sampled_from(PARAMETERS), st.text(max_size=30)), max_size=8))
def test_hostile_parameters_never_break_it(client, pairs):
    query = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)

    for address in ("/postings.json", f"/postings/{make_posting().slug}.json"):
        response = client.get(address, query)
        assert response.status_code in {200, 404}
        assert response.json()


@pytest.mark.parametrize(
    "query", ["q=%FF%FE%00", "level=%ED%A0%80", "weeks=" + "9" * 5000, "&".join(["skill=x"] * 6000)]
)
def test_hostile_query_is_no_fault_of_ours(client, query):
    assert client.get(f"/postings.json?{query}").status_code in {200, 400}


def test_page_links_to_the_same_search_as_json(client):
    make_posting()

    text = client.get("/postings/?level=master&q=a%26b").content.decode()

    link = '<link rel="alternate" type="application/json" title="This list as JSON" href="/postings.json'
    assert f'{link}?level=master&amp;q=a%26b">' in text
    assert f'{link}">' in client.get("/postings/").content.decode()
