"""Facts that the sample postings never state, or never leave out, rule by rule."""

from datetime import date

import pytest

from careers.find.eligibility import Applicant, Stated, assess
from careers.find.eligibility.words import name_in_sentence

AUSTRALIA = {"country": "AU", "country_name": "Australia"}
ALL_LEVELS = ("bachelor", "master", "phd", "other")
ALL_RIGHTS = ("citizen", "resident", "student-visa", "other-visa")
JUNE, NOVEMBER, DECEMBER = date(2026, 6, 1), date(2026, 11, 1), date(2026, 12, 1)
JANUARY = {"job_start_date": date(2026, 1, 1)}
FINAL = {"study_years": ("final",)}
ARTS = {"fields_of_study": (("arts", "Arts"),)}

TABLE = [
    # rule, what the posting states, what the applicant says, answer
    ("level", {}, {"studying": "master"}, "cannot_tell"),
    ("level", {"degree_levels": ALL_LEVELS}, {}, "meets"),
    ("level", {"degree_levels": ALL_LEVELS}, {"studying": "graduated"}, "meets"),
    ("level", {"degree_levels": ("other",)}, {"studying": "other"}, "meets"),
    ("field", {}, {"field_of_study": "arts"}, "cannot_tell"),
    ("field", {"related_fields_accepted": True}, {"field_of_study": "arts"}, "cannot_tell"),
    ("field", {**ARTS, "related_fields_accepted": True}, {"field_of_study": "law"}, "cannot_tell"),
    ("field", {**ARTS, "related_fields_accepted": False}, {"field_of_study": "law"}, "does_not"),
    ("field", ARTS, {"field_of_study": "other"}, "does_not"),
    ("field", ARTS, {"field_of_study": "arts"}, "meets"),
    ("graduation", {}, {"graduation": JUNE}, "cannot_tell"),
    ("graduation", {"graduation_from": JUNE}, {"graduation": date(2026, 5, 1)}, "does_not"),
    ("graduation", {"graduation_from": JUNE}, {"graduation": JUNE}, "meets"),
    ("graduation", {"graduation_from": JUNE}, {"graduation": date(2026, 7, 1)}, "cannot_tell"),
    ("graduation", {"graduation_from": JUNE}, {}, "cannot_tell"),
    ("graduation", {"graduation_from": JUNE, "graduation_by": NOVEMBER}, {"graduation": NOVEMBER}, "meets"),
    ("graduation", {"graduation_from": JUNE, "graduation_by": NOVEMBER}, {"graduation": DECEMBER}, "does_not"),
    ("graduation", {"graduation_by": JUNE}, {"graduation": date(1999, 1, 1)}, "meets"),
    ("study_years", {}, {}, None),
    ("study_years", FINAL, {"studying": "master"}, "cannot_tell"),
    ("study_years", FINAL, {"studying": "graduated"}, "cannot_tell"),
    ("study_years", {**FINAL, "graduates_eligible": True}, {"studying": "graduated"}, "meets"),
    ("study_years", {**FINAL, "graduates_eligible": False}, {"studying": "graduated"}, "does_not"),
    ("studying", {"must_be_studying": True}, {"studying": "graduated"}, "does_not"),
    ("studying", {"must_be_studying": True}, {}, "cannot_tell"),
    ("studying", {"must_be_studying": True, "graduates_eligible": True}, {"studying": "graduated"}, "does_not"),
    ("studying", {"must_be_studying": False}, {}, "meets"),
    ("studying", {}, {"studying": "bachelor"}, "meets"),
    ("studying", {}, {"studying": "graduated"}, "cannot_tell"),
    ("studying", {"graduates_eligible": True}, {"studying": "graduated"}, "meets"),
    ("studying", {}, {}, "cannot_tell"),
    ("graduates", {"graduates_eligible": True}, {}, "meets"),
    ("graduates", {"graduates_eligible": False}, {}, "cannot_tell"),
    ("graduates", {"graduates_eligible": False}, {"studying": "other"}, "meets"),
    ("graduates", {"graduates_eligible": False}, {"studying": "graduated"}, "does_not"),
    ("graduates", {}, {"studying": "graduated"}, "cannot_tell"),
    ("graduates", {}, {"studying": "phd"}, "meets"),
    ("enrolment", {"must_stay_enrolled": False}, {"studying": "graduated"}, "meets"),
    ("enrolment", {"must_stay_enrolled": True}, {}, "cannot_tell"),
    ("enrolment", {"must_stay_enrolled": True, "weeks_min": 4}, {"graduation": JUNE}, "cannot_tell"),
    ("enrolment", {"must_stay_enrolled": True, **JANUARY}, {"graduation": date(2025, 12, 1)}, "does_not"),
    ("enrolment", {"must_stay_enrolled": True, **JANUARY}, {"graduation": JUNE}, "cannot_tell"),
    ("start", {}, {"available_from": JUNE}, "cannot_tell"),
    ("start", JANUARY, {}, "cannot_tell"),
    ("start", JANUARY, {"available_from": DECEMBER}, "meets"),
    ("start", JANUARY, {"available_from": date(2027, 1, 1)}, "cannot_tell"),
    ("start", {"intake_year": 2026}, {"available_from": DECEMBER}, "meets"),
    ("start", {"intake_year": 2026}, {"available_from": date(2027, 1, 1)}, "cannot_tell"),
    ("start", {**JANUARY, "intake_year": 2025}, {"available_from": JUNE}, "meets"),
    ("weeks", {}, {"weeks": 52}, "cannot_tell"),
    ("weeks", {"months_min": 6}, {"weeks": 25}, "does_not"),
    ("weeks", {"months_min": 6}, {"weeks": 26}, "meets"),
    ("weeks", {"weeks_min": 30, "months_min": 6}, {"weeks": 26}, "does_not"),
    ("weeks", {"months_min": 1}, {"weeks": 4}, "does_not"),
    ("days", {}, {"days": 6}, "cannot_tell"),
    ("days", {}, {"days": 7}, "meets"),
    ("days", {"on_site_days_min": 0}, {"days": 5}, "cannot_tell"),
    ("days", {"days_per_week_min": 4, "on_site_days_min": 2}, {"days": 3}, "does_not"),
    ("days", {"days_per_week_min": 4, "on_site_days_min": 2}, {"days": 4}, "meets"),
    ("work_rights", {}, {"rights": "citizen"}, "cannot_tell"),
    ("work_rights", AUSTRALIA, {"rights": "citizen"}, "meets"),
    ("work_rights", AUSTRALIA, {"rights": "resident"}, "cannot_tell"),
    ("work_rights", {**AUSTRALIA, "work_rights": ("citizen", "resident")}, {"rights": "resident"}, "meets"),
    ("work_rights", {**AUSTRALIA, "work_rights": ("citizen", "resident")}, {"rights": "student-visa"}, "does_not"),
    ("work_rights", {**AUSTRALIA, "work_rights": ("citizen", "resident")}, {}, "cannot_tell"),
    ("work_rights", {"work_rights": ("citizen", "resident")}, {"rights": "citizen"}, "cannot_tell"),
    (
        "work_rights",
        {**AUSTRALIA, "work_rights": ("citizen",), "sponsorship_offered": True},
        {"rights": "student-visa"},
        "cannot_tell",
    ),
    (
        "work_rights",
        {**AUSTRALIA, "work_rights": ("citizen",), "sponsorship_offered": True},
        {"rights": "resident"},
        "does_not",
    ),
    ("work_rights", {**AUSTRALIA, "work_rights": ("citizen",)}, {"rights": "sponsorship"}, "cannot_tell"),
    ("work_rights", {**AUSTRALIA, "sponsorship_offered": True}, {"rights": "sponsorship"}, "meets"),
    ("work_rights", {**AUSTRALIA, "sponsorship_offered": False}, {"rights": "sponsorship"}, "does_not"),
    ("work_rights", {**AUSTRALIA, "work_rights": ALL_RIGHTS, "sponsorship_offered": True}, {}, "meets"),
    ("work_rights", {**AUSTRALIA, "work_rights": ALL_RIGHTS}, {}, "cannot_tell"),
    ("intake", {}, {}, "cannot_tell"),
    ("intake", {"intake_year": 2026}, {}, "meets"),
    ("intake", {"intake_year": 2025}, {}, "cannot_tell"),
    ("intake", JANUARY, {}, "meets"),
    ("intake", {"job_start_date": date(2025, 12, 1)}, {}, "cannot_tell"),
]


def answer(rule, stated, applicant):
    reasons = assess(Stated(**stated), Applicant(**applicant), date(2026, 7, 1)).reasons
    return next((reason.verdict for reason in reasons if reason.rule == rule), None)


@pytest.mark.parametrize(("rule", "stated", "applicant", "expected"), TABLE)
def test_rule_answers_what_was_worked_out_by_hand(rule, stated, applicant, expected):
    assert answer(rule, stated, applicant) == expected


@pytest.mark.parametrize(
    ("length", "until", "expected"),
    [
        ({"months_min": 3}, date(2026, 3, 1), "meets"),  # to 31 March
        ({"weeks_min": 12}, date(2026, 3, 1), "meets"),  # to 25 March
        ({"weeks_min": 13, "months_min": 3}, date(2026, 3, 1), "does_not"),  # 91 days, to 1 April
    ],
)
def test_enrolment_reaches_to_the_last_day_of_its_month(length, until, expected):
    stated = {"must_stay_enrolled": True, "job_start_date": date(2026, 1, 1), **length}

    assert answer("enrolment", stated, {"enrolled_until": until, "available_from": date(2025, 1, 1)}) == expected


@pytest.mark.parametrize(
    ("applicant", "words"),
    [
        ({"studying": "graduated", "graduation": JUNE}, "you have graduated"),
        (
            {"studying": "graduated", "graduation": JUNE, "enrolled_until": NOVEMBER},
            "you are enrolled until 30 November 2026",
        ),
        ({"studying": "master", "graduation": JUNE}, "you are enrolled until 30 June 2026"),
    ],
)
def test_nobody_is_said_to_be_enrolled_who_did_not_say_so(applicant, words):
    reasons = assess(Stated(), Applicant(**applicant), JUNE).reasons

    (text,) = [reason.text for reason in reasons if reason.rule == "enrolment"]
    assert text.endswith(f"until the work ends; {words}.")


@pytest.mark.parametrize(
    ("name", "words"), [("Computer science", "computer science"), ("UX design", "UX design"), ("", "")]
)
def test_short_forms_keep_their_capitals_in_a_sentence(name, words):
    assert name_in_sentence(name) == words


def test_question_nobody_answered_is_named_once():
    stated = Stated(degree_levels=("master",), must_be_studying=True, graduates_eligible=False, weeks_min=12)

    gaps = assess(stated, Applicant(), JUNE).gaps

    said = gaps.split("You haven’t said: ")[1]
    assert said == "what you study for, for how many weeks you can work."
