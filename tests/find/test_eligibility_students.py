"""Students against the five sample postings, every rule worked out by hand from the adverts' facts.

A row lists, for each posting, the rules that do not meet: "-rule" rules out, "?rule" cannot tell. All others meet.
"""

from datetime import date

import pytest

from careers.find.eligibility import Applicant, Stated, Verdict, assess

SHARED = {
    "degree_levels": ("bachelor", "master"),
    "related_fields_accepted": True,
    "must_be_studying": True,
    "on_site_days_min": 3,
    "location": "Sydney",
    "country": "AU",
    "country_name": "Australia",
    "contact_email": "interns@example.com",
    "fields_of_study": (
        ("software-development", "Software development"),
        ("computer-science", "Computer science"),
        ("computer-engineering", "Computer engineering"),
    ),
}
DATA = (
    ("data-science", "Data science"),
    ("machine-learning", "Machine learning"),
    ("artificial-intelligence", "Artificial intelligence"),
)
STARTS_2026 = {"job_start_date": date(2026, 1, 1), "intake_year": 2026}
ENROLLED = {"must_stay_enrolled": True, "graduates_eligible": False}
END_2025 = {"graduation_by": date(2025, 12, 1)}
END_2026 = {"graduation_by": date(2026, 12, 1)}
RELIABILITY = Stated(**SHARED, **STARTS_2026, **ENROLLED, **END_2026, weeks_min=12)
STREAMING = Stated(**SHARED, **STARTS_2026, **END_2025, months_min=3)
PLATFORM = Stated(**SHARED, **STARTS_2026, **ENROLLED, **END_2026, weeks_min=12, months_min=3)
SCIENCE = Stated(**{**SHARED, "fields_of_study": (*SHARED["fields_of_study"], *DATA)}, intake_year=2025, months_min=3)
EDGE = Stated(**SHARED, **STARTS_2026, **ENROLLED, **END_2025, weeks_min=12, months_min=3)
POSTINGS = (RELIABILITY, STREAMING, PLATFORM, SCIENCE, EDGE)

HER = {
    "studying": "master",
    "field_of_study": "computer-science",
    "graduation": date(2026, 11, 1),
    "available_from": date(2026, 1, 1),
    "weeks": 16,
    "days": 3,
    "rights": "citizen",
}
OPEN = "?graduation ?enrolment ?start ?intake"
HERS = ("", "-graduation", "", OPEN, "-window -graduation")
SILENT = "?level ?field ?graduation ?studying ?enrolment ?graduates ?start ?weeks ?days ?work_rights"
GONE = "?level ?field ?graduation -studying -enrolment -graduates ?start ?weeks ?days ?work_rights"
GONE_UNSTATED = GONE.replace("-enrolment -graduates", "?enrolment ?graduates")


def but(**changes):
    return {**HER, **changes}


def hers_and(more):
    return tuple(f"{each} {more}" for each in HERS)


STUDENTS = {
    "she of the issue": (HER, HERS),
    "bachelor": (but(studying="bachelor"), HERS),
    "PhD is not a listed level": (but(studying="phd"), hers_and("-level")),
    "nor is another qualification": (but(studying="other"), hers_and("-level")),
    "level left out": (but(studying=None), hers_and("?level ?studying ?graduates")),
    "graduated last year": (
        but(studying="graduated", graduation=date(2025, 11, 1)),
        (
            "?level -studying -enrolment -graduates",
            "?level -studying ?enrolment ?graduates",
            "?level -studying -enrolment -graduates",
            f"{OPEN} ?level -studying ?graduates",
            "-window ?level -studying -enrolment -graduates",
        ),
    ),
    "graduated, nothing else said": (
        {"studying": "graduated"},
        (GONE, GONE_UNSTATED, GONE, f"{GONE_UNSTATED} ?intake", f"-window {GONE}"),
    ),
    "another field may be a related one": (but(field_of_study="other"), hers_and("?field")),
    "so may a named one": (but(field_of_study="history"), hers_and("?field")),
    "data science is listed by one": (
        but(field_of_study="data-science"),
        ("?field", "-graduation ?field", "?field", OPEN, "-window -graduation ?field"),
    ),
    "software development": (but(field_of_study="software-development"), HERS),
    "field left out": (but(field_of_study=None), hers_and("?field")),
    "finishes in the cut-off's month": (but(graduation=date(2026, 12, 1)), HERS),
    "finishes a month after it": (
        but(graduation=date(2027, 1, 1)),
        ("-graduation", "-graduation", "-graduation", OPEN, "-window -graduation"),
    ),
    "finishes before any start": (
        but(graduation=date(2025, 12, 1)),
        ("-enrolment", "?enrolment", "-enrolment", OPEN, "-window -enrolment"),
    ),
    # 1 January and 84 days end on 25 March, three months on 31 March: the whole month of March counts.
    "finishes in the month the work ends": (but(graduation=date(2026, 3, 1)), HERS),
    "finishes the month before": (
        but(graduation=date(2026, 2, 1)),
        ("-enrolment", "-graduation ?enrolment", "-enrolment", OPEN, "-window -graduation -enrolment"),
    ),
    "finishes early, stays enrolled": (
        but(graduation=date(2025, 12, 1), enrolled_until=date(2026, 6, 1)),
        ("", "", "", OPEN, "-window"),
    ),
    "enrolment ends before the course": (
        but(enrolled_until=date(2026, 2, 1)),
        ("-enrolment", "-graduation ?enrolment", "-enrolment", OPEN, "-window -graduation -enrolment"),
    ),
    "end of course left out": (
        but(graduation=None),
        (*["?graduation ?enrolment"] * 3, OPEN, "-window ?graduation ?enrolment"),
    ),
    "only enrolment said": (
        but(graduation=None, enrolled_until=date(2026, 11, 1)),
        ("?graduation", "?graduation", "?graduation", OPEN, "-window ?graduation"),
    ),
    # 1 October and 84 days end on 23 December, three months on 31 December.
    "starts as late as fits": (but(available_from=date(2026, 10, 1), graduation=date(2026, 12, 1)), HERS),
    "starts a month too late": (
        but(available_from=date(2026, 11, 1), graduation=date(2026, 12, 1)),
        ("-enrolment", "-graduation ?enrolment", "-enrolment", OPEN, "-window -graduation -enrolment"),
    ),
    "can start long before": (
        but(available_from=date(2025, 7, 1)),
        ("", "-graduation", "", "?graduation ?enrolment ?intake", "-window -graduation"),
    ),
    "can start only after the intake": (
        but(available_from=date(2027, 1, 1), graduation=date(2028, 12, 1)),
        (*["-graduation ?start"] * 3, OPEN, "-window -graduation ?start"),
    ),
    "start left out": (
        but(available_from=None),
        (*hers_and("?enrolment ?start")[:3], OPEN, "-window -graduation ?enrolment ?start"),
    ),
    "start left out, course over before the earliest": (
        but(available_from=None, graduation=date(2025, 12, 1)),
        ("-enrolment ?start", "?enrolment ?start", "-enrolment ?start", OPEN, "-window -enrolment ?start"),
    ),
    "twelve weeks are not three months": (
        but(weeks=12),
        ("", "-graduation -weeks", "-weeks", f"{OPEN} -weeks", "-window -graduation -weeks"),
    ),
    "thirteen weeks are": (but(weeks=13), HERS),
    "eleven weeks": (but(weeks=11), hers_and("-weeks")),
    "weeks left out": (but(weeks=None), hers_and("?weeks")),
    "two days": (but(days=2), hers_and("-days")),
    "five days": (but(days=5), HERS),
    "days left out": (but(days=None), hers_and("?days")),
    "permanent resident": (but(rights="resident"), hers_and("?work_rights")),
    "student visa": (but(rights="student-visa"), hers_and("?work_rights")),
    "another visa": (but(rights="other-visa"), hers_and("?work_rights")),
    "needs sponsorship": (but(rights="sponsorship"), hers_and("?work_rights")),
    "rights left out": (but(rights=None), hers_and("?work_rights")),
    "says nothing": ({}, (SILENT, SILENT, SILENT, f"{SILENT} ?intake", f"-window {SILENT}")),
    "PhD in history, a month, a day a week": (
        but(studying="phd", field_of_study="history", weeks=4, days=1),
        hers_and("-level ?field -weeks -days"),
    ),
}
MARKS = {Verdict.DOES_NOT: "-", Verdict.CANNOT_TELL: "?"}


def unmet(assessment):
    return {MARKS[each.verdict] + each.rule for each in assessment.reasons if each.verdict is not Verdict.MEETS}


@pytest.mark.parametrize("posting", range(5))
@pytest.mark.parametrize("name", STUDENTS)
def test_student_gets_the_answer_worked_out_by_hand(name, posting):
    facts, expected = STUDENTS[name]

    assessment = assess(POSTINGS[posting], Applicant(**facts), date(2026, 1, 1))

    assert unmet(assessment) == set(expected[posting].split())


@pytest.mark.parametrize("name", STUDENTS)
def test_overall_is_the_worst_answer(name):
    facts, expected = STUDENTS[name]

    overall = [assess(each, Applicant(**facts), date(2026, 1, 1)).verdict for each in POSTINGS]

    assert overall == ["does_not" if "-" in rules else "cannot_tell" if "?" in rules else "meets" for rules in expected]


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 11, 20)])
def test_she_of_the_issue_meets_two_is_ruled_out_of_two_and_left_guessing_by_one(today):
    answers = [assess(each, Applicant(**HER), today).verdict.value for each in POSTINGS]

    assert answers == ["meets", "does_not", "meets", "cannot_tell", "does_not"]


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 11, 20)])
def test_the_two_that_rule_her_out_do_so_by_their_cut_off(today):
    sentence = "It asks you to finish by December 2025; you finish in November 2026."

    for posting in (STREAMING, EDGE):
        assert sentence in [each.text for each in assess(posting, Applicant(**HER), today).ruled_out_by]
