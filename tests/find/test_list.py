"""The list of postings, as a reader sees it."""

import re
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from careers.postings import factsheet
from careers.postings.choices import Status, WorkMode
from tests.factories import make_location, make_posting, make_qualification, make_responsibility, make_team

pytestmark = pytest.mark.django_db


def listed(client, query=""):
    """Return the titles on the list for a query string, in order."""
    response = client.get(f"{reverse('posting_list')}?{query}")
    assert response.status_code == 200
    return [posting.title for posting in response.context["postings"]]


def text_of(client, query=""):
    return client.get(f"{reverse('posting_list')}?{query}").content.decode()


def test_only_open_postings_are_listed(client):
    make_posting(title="Open")
    make_posting(title="Draft", status=Status.DRAFT)
    make_posting(title="Past", valid_through=datetime(2020, 1, 1, tzinfo=UTC))
    make_posting(title="Future", opens_at=datetime(2190, 1, 1, tzinfo=UTC))

    assert listed(client) == ["Open"]


def test_card_shows_what_decides(client):
    posting = make_posting(
        graduation_by=date(2190, 12, 1), weeks_min=12, days_per_week_min=3, degree_levels=["bachelor", "master"]
    )
    make_responsibility(posting, "Write the scheduler")

    text = text_of(client)

    for words in ("By December 2190", "At least 12 weeks", "At least 3 days a week", "Bachelor or Master", "scheduler"):
        assert words in text


def test_card_says_not_stated_for_a_missing_fact(client):
    make_posting(graduation_by=None)

    assert "Not stated" in text_of(client)


@pytest.mark.parametrize(
    ("query", "facts"),
    [
        ("level=master", {"degree_levels": ["master"]}),
        ("intake=2031", {"intake_year": 2031}),
        ("employment=INTERN", {"employment_type": "INTERN"}),
        ("mode=hybrid", {"work_mode": WorkMode.HYBRID}),
    ],
)
def test_facet_keeps_what_states_the_value(client, query, facts):
    make_posting(title="Match", **facts)
    make_posting(title="Silent")

    assert listed(client, query) == ["Match"]


def test_two_values_of_a_facet_are_either_or_and_two_facets_both(client):
    melbourne = make_location("Melbourne")
    make_posting(title="A", team=make_team("Alpha"))
    make_posting(title="B", team=make_team("Beta"))
    make_posting(title="C", team=make_team("Beta"), location=melbourne)

    assert sorted(listed(client, "team=alpha&team=beta")) == ["A", "B", "C"]
    assert listed(client, "team=beta&location=melbourne") == ["C"]


def test_example_skill_is_no_demand(client):
    make_qualification(make_posting(title="Demands"), skills=["Python"], skills_rule="all")
    make_qualification(make_posting(title="Choice"), skills=["Python", "Go"], skills_rule="any_of")
    make_qualification(make_posting(title="Example"), skills=["Python"], skills_rule="examples")

    assert sorted(listed(client, "skill=python")) == ["Choice", "Demands"]


def test_unknown_value_is_said_and_left_out(client):
    make_posting(title="Here")

    text = text_of(client, "team=nowhere&level=master&level=wizard")

    assert "There is no “nowhere” here" in text
    assert "There is no “wizard” here" in text
    assert listed(client, "team=nowhere") == ["Here"]


@pytest.mark.parametrize(("query", "opened"), [("team=nowhere", True), ("team=", False), ("page=none", False)])
def test_filters_that_were_left_out_open_the_folded_panels(client, query, opened):
    make_posting(title="Here")

    assert ('class="filters__sheet" open' in text_of(client, query)) == opened


def test_value_known_to_the_record_without_postings_finds_nothing(client):
    make_posting(title="Here")
    make_team("Quiet")

    assert listed(client, "team=quiet") == []
    assert "No open internship matches" in text_of(client, "team=quiet")


@pytest.mark.parametrize("typed", ["😀", "%", "the"])
def test_search_without_a_word_to_find_by_says_so(client, typed):
    make_posting(title="Here")

    text = text_of(client, urlencode({"q": typed}))

    assert f"There is no word in “{typed}” that a posting could be found by." in text
    assert "No open internship matches" not in text


def test_card_shows_pay_and_closing_where_they_are_stated(client):
    closes = datetime(2190, 3, 14, 12, 59, 59, tzinfo=UTC)
    make_posting(pay_min=43, pay_currency="AUD", pay_period="hour", valid_through=closes, location=make_location())

    text = " ".join(text_of(client).split())

    assert "<dt>Pay</dt> <dd>From $43 an hour</dd>" in text
    assert "<dt>Applications close</dt> <dd>Sunday 14 March 2190, 11:59 pm AEDT</dd>" in text


def test_card_leaves_pay_and_closing_out_where_they_are_not(client):
    make_posting()

    assert not {"Pay", "Applications close"} & set(re.findall("<dt>(.*?)</dt>", text_of(client)))


def test_next_intakes_are_accepted_before_anything_states_them(client):
    make_posting(title="Here", intake_year=2020)

    text = text_of(client, f"intake={date.today().year + 3}")

    assert "There is no" not in text
    assert "No open internship matches" in text


def test_chip_removes_its_value_and_keeps_the_rest(client):
    make_posting(team=make_team("Alpha"), degree_levels=["master"])

    text = text_of(client, "team=alpha&level=master")

    assert 'href="/postings/?level=master"' in text
    assert 'href="/postings/?team=alpha"' in text


def test_words_narrow_the_list(client):
    make_responsibility(make_posting(title="One"), "Tame the kraken")
    make_posting(title="Two")

    assert listed(client, "q=kraken") == ["One"]


def test_newest_come_first_and_undated_last(client):
    make_posting(title="Old", date_posted=date(2026, 1, 1))
    make_posting(title="None", date_posted=None)
    make_posting(title="New", date_posted=date(2026, 2, 1))

    assert listed(client) == ["New", "Old", "None"]


def test_closing_first_puts_the_undated_last(client):
    make_posting(title="Open end", date_posted=date(2026, 3, 1))
    make_posting(title="Later", valid_through=datetime(2190, 2, 1, tzinfo=UTC))
    make_posting(title="Sooner", valid_through=datetime(2190, 1, 1, tzinfo=UTC))

    assert listed(client, "sort=closing") == ["Sooner", "Later", "Open end"]


def test_order_by_closing_is_offered_only_where_somebody_states_one(client):
    posting = make_posting()
    assert "Closing first" not in text_of(client)

    posting.valid_through = datetime(2190, 1, 1, tzinfo=UTC)
    posting.save()
    assert "Closing first" in text_of(client)


def test_intake_that_is_over_comes_last_under_its_heading(client):
    make_posting(title="Over", intake_year=2020, date_posted=date(2026, 2, 1))
    make_posting(title="Current", intake_year=2190, date_posted=date(2026, 1, 1))

    assert listed(client) == ["Current", "Over"]
    assert text_of(client).count("Intake over, ask before you apply") == 1


def test_pages_hold_every_posting_once(client):
    for _ in range(60):
        make_posting(date_posted=date(2026, 1, 1))

    titles = [title for page in (1, 2, 3) for title in listed(client, f"page={page}")]

    assert len(titles) == len(set(titles)) == 60


@pytest.mark.parametrize("page", ["4", "0", "99999999999999999999", "9" * 10_000])
def test_page_past_the_end_is_not_found(client, page):
    make_posting()

    assert client.get(reverse("posting_list"), {"page": page}).status_code == 404


def test_malformed_page_is_said_and_shows_the_first(client):
    make_posting(title="Here")

    assert "That is no page number" in text_of(client, "page=two")


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "q=" + "a" * 300, "sort=sideways", "intake=20x6", "level=%FF%FE", "team=" + "9" * 10_000,
        "q=%27%22%3Cscript%3E", "&".join(f"skill=s{n}" for n in range(900)), "q=%25_%5C", "page=-1", "unknown=1",
    ],
)  # fmt: skip
def test_hostile_query_never_breaks_the_list(client, query):
    make_posting()

    assert client.get(f"{reverse('posting_list')}?{query}").status_code == 200


def test_words_are_escaped(client):
    assert "<script>alert" not in text_of(client, "q=%3Cscript%3Ealert(1)%3C/script%3E")


def test_words_name_a_filter_that_is_offered(client):
    make_qualification(make_posting(), "Python", skills=["Python"])

    assert 'href="/postings/?q=intern&amp;skill=python">Skill: Python' in text_of(client, "q=python+intern")


def test_found_words_are_marked(client):
    make_responsibility(make_posting(title="Plain"), "Tame the <kraken> daily")

    assert "Tame the &lt;<mark>kraken</mark>&gt; daily" in text_of(client, "q=kraken")


def test_other_words_find_the_facts_of_a_card_made_before(client, monkeypatch):
    make_posting(title="Baker in a team", weeks_min=12)
    made, deciding = [], factsheet.deciding
    monkeypatch.setattr(factsheet, "deciding", lambda posting, on: made.append(posting) or deciding(posting, on))

    with time_machine.travel(timezone.now(), tick=False):
        texts = [text_of(client, f"q={words}") for words in ("baker", "team")]

    assert "<mark>Baker</mark> in a team" in texts[0]
    assert "Baker in a <mark>team</mark>" in texts[1]
    assert all("12 weeks" in text for text in texts)
    assert len(made) == 1


def test_nothing_found_says_what_was_looked_for_and_counts_what_would_help(client):
    make_posting(title="Welder", degree_levels=["master"])

    text = text_of(client, "q=welder&level=master&team=platform&mode=remote")

    assert "We looked for “welder”" in text
    assert "without where you work “Remote”</a> (1)" in text
    assert "without level of study “Master”</a> (0)" in text


def test_near_spelling_is_offered_when_it_finds_something(client):
    make_qualification(make_posting(), skills=["Python"])

    assert '<a href="/postings/?q=Python">Python</a>' in text_of(client, "q=pyhton")


def test_best_match_comes_first_where_words_are_given(client):
    make_responsibility(make_posting(title="Other", date_posted=date(2026, 2, 1)), "About data")
    make_posting(title="Data Intern", date_posted=date(2026, 1, 1))

    assert listed(client, "q=data") == ["Data Intern", "Other"]
    assert listed(client, "q=data&sort=newest") == ["Other", "Data Intern"]
