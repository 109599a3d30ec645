"""What is said: headlines, sentences, the last start, and reading a posting."""

import re
from dataclasses import replace
from datetime import date

import pytest

from careers.find.eligibility import Applicant, Stated, assess, latest_start, obstacle
from careers.postings.models import Location, Posting

from .test_eligibility_rules import TABLE
from .test_eligibility_students import EDGE, HER, PLATFORM, POSTINGS, RELIABILITY, SCIENCE, STREAMING, STUDENTS

NEW_YEAR = date(2026, 1, 1)


def ask(stated, today=NEW_YEAR, **facts):
    return assess(stated, Applicant(**(facts or HER)), today)


def sentence(rule, assessment):
    return next(reason.text for reason in assessment.reasons if reason.rule == rule)


def test_meeting_everything_is_said_as_such():
    assert ask(RELIABILITY).headline == "You meet everything it states."


def test_ruling_out_leads_with_the_fact_that_does():
    assert ask(STREAMING).headline == (
        "It rules you out: it asks you to finish by December 2025; you finish in November 2026."
    )


def test_gaps_of_the_posting_and_of_the_student_are_kept_apart():
    facts = {**HER, "field_of_study": "history", "weeks": None}

    assert ask(RELIABILITY, **facts).headline == (
        "It doesn’t say: whether your field counts as related. You haven’t said: for how many weeks you can work."
    )


def test_a_posting_that_nobody_can_meet_says_so_to_everyone():
    words = (
        "As written, nobody can meet this: it asks you to finish by December 2025 and to stay enrolled until the work "
        "ends, on 31 March 2026 at the earliest. Ask interns@example.com what is meant."
    )

    for facts in (facts for facts, _ in STUDENTS.values() if facts):
        assert (ask(EDGE, **facts).nobody, ask(EDGE, **facts).headline) == (True, words)


def test_without_an_address_the_way_to_ask_is_named():
    assert ask(replace(EDGE, contact_email=None)).headline.endswith("Ask the recruiters what is meant.")


def test_a_rule_that_only_siblings_state_makes_no_empty_window():
    assert not ask(STREAMING).nobody


@pytest.mark.parametrize("missing", ["must_stay_enrolled", "graduation_by", "job_start_date"])
def test_window_is_empty_by_stated_dates_only(missing):
    assert not ask(replace(EDGE, **{missing: None})).nobody


@pytest.mark.parametrize(("cut_off", "expected"), [(date(2026, 3, 1), False), (date(2026, 2, 1), True)])
def test_work_that_ends_on_the_cut_off_s_last_day_leaves_a_window(cut_off, expected):
    assert ask(replace(EDGE, graduation_by=cut_off)).nobody is expected


def test_cut_off_before_the_start_needs_no_length_to_exclude_everyone():
    assert ask(replace(EDGE, weeks_min=None, months_min=None)).nobody


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("level", "It asks for bachelor or master students; you are a master student."),
        ("studying", "It asks you to be studying now; you are a master student."),
        (
            "enrolment",
            "It asks you to stay enrolled until the work ends, on 31 March 2026 at the earliest; "
            "you are enrolled until 30 November 2026.",
        ),
        ("start", "It starts in January 2026 at the earliest; you can start in January 2026."),
        ("weeks", "It asks for at least 12 weeks and 3 months (13 weeks); you have 16 weeks."),
        ("days", "It asks for at least 3 days a week on site in Sydney; you can work 3 days."),
        (
            "work_rights",
            "It doesn’t say which work rights it asks for; you are a citizen of Australia, so you meet it either way.",
        ),
    ],
)
def test_sentence_names_the_posting_s_fact_and_the_student_s(rule, expected):
    assert sentence(rule, ask(PLATFORM)) == expected


def test_on_site_days_among_more_days_are_told_apart():
    stated = Stated(days_per_week_min=4, on_site_days_min=2, location="Sydney")

    assert sentence("days", ask(stated, days=4)) == (
        "It asks for at least 4 days a week, 2 of them on site in Sydney; you can work 4 days."
    )


def test_country_of_the_right_to_work_is_named():
    stated = Stated(country="US", country_name="United States", work_rights=("citizen", "resident"))

    assert sentence("work_rights", ask(stated, rights="student-visa")) == (
        "It takes citizens and permanent residents; you hold a student visa for the United States."
    )


def test_no_sentence_promises_anything():
    assessments = [ask(posting, **facts) for posting in POSTINGS for facts, _ in STUDENTS.values() if facts]
    assessments += [assess(Stated(**stated), Applicant(**facts), NEW_YEAR) for _, stated, facts, _ in TABLE]

    for text in {reason.text for each in assessments for reason in each.reasons} | {a.headline for a in assessments}:
        assert re.fullmatch(r"(Its?|You|As)\b[^{}]+\.", text)
        assert not re.search(r"eligib|you can apply|None|;;|  | ;|; \.", text)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 9), ""),
        (date(2026, 10, 10), "Too late to start: the last start that fits was 9 October 2026."),
        (date(2026, 11, 20), "Too late to start: the last start that fits was 9 October 2026."),
    ],
)
def test_past_the_last_start_it_is_too_late_and_the_verdict_stays(today, expected):
    assessment = ask(RELIABILITY, today)

    assert (assessment.too_late_text, assessment.verdict) == (expected, "meets")


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        (RELIABILITY, date(2026, 10, 9)),
        (PLATFORM, date(2026, 10, 9)),  # the shorter of 84 days and three months
        (replace(PLATFORM, weeks_min=None), date(2026, 10, 1)),
        (replace(PLATFORM, weeks_min=None, months_min=None), None),
        (STREAMING, None),
        (SCIENCE, None),
        (EDGE, None),
    ],
)
def test_last_start_follows_from_cut_off_length_and_enrolment(posting, expected):
    assert latest_start(posting) == expected


def test_intake_is_over_once_its_year_is():
    answers = [sentence("intake", ask(PLATFORM, today)) for today in (date(2026, 12, 31), date(2027, 1, 1))]

    assert answers == [
        "Its intake is 2026.",
        "Its intake was 2026, and that year is over: ask whether its 2026 intake still takes people.",
    ]


def test_obstacle_is_the_fact_that_rules_out_most():
    found = obstacle({"window": 9, "level": 5, "weeks": 4, "intake": 0})

    assert (found.rule, found.count, found.words) == ("level", 5, "your level of study")


def test_nothing_ruled_out_leaves_no_obstacle():
    assert obstacle({"window": 9, "level": 0}) is None


def test_posting_is_read_without_a_query():
    place = Location(name="Sydney", country="AU")
    posting = Posting(location=place, degree_levels=["master"], weeks_min=12, graduation_by=date(2026, 12, 1))

    stated = Stated.of(posting, [("arts", "Arts")])

    assert stated == Stated(
        degree_levels=("master",),
        weeks_min=12,
        graduation_by=date(2026, 12, 1),
        fields_of_study=(("arts", "Arts"),),
        location="Sydney",
        country="AU",
        country_name="Australia",
    )


def test_posting_that_states_nothing_is_read_as_such():
    assert Stated.of(Posting(), []) == Stated()
