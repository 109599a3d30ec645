"""What decides who may apply and until when, in the words that adverts use: never narrower than they say."""

from datetime import date, time

import pytest

from careers.importer.advert import parse
from careers.importer.drafting.reading import reading_of
from careers.importer.fields.skills import built_in

ADVERT = """Data Analyst Intern

What you'll do
- Clean data

Requirements
- {}
"""
WINDOW = "Applications open 14 June and close 11 July 2027 (11:59 pm)"
ANYBODY = ("citizen", "resident", "student-visa", "other-visa")
FROM_THIRD = ("third", "fourth", "penultimate", "final")


def facts(words):
    return reading_of(parse(ADVERT.format(words)), built_in()).facts


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2nd or 3rd year of a Bachelor of Engineering", ("second", "third")),
        ("First, second or third year student", ("first", "second", "third")),
        ("First to third year students", ("first", "second", "third")),
        ("Third year or later of a degree in engineering", FROM_THIRD),
        ("At least third year of an engineering degree", FROM_THIRD),
        ("Second-last year of an undergraduate degree", ("penultimate",)),
        ("Penultimate- or final-year university student", ("penultimate", "final")),
        ("Studying towards a degree, with a final year project", None),
        ("Happy to commit for the first year", None),
    ],
)
def test_years_of_study(words, years):
    assert facts(words).get("study_years") == years


@pytest.mark.parametrize(
    ("words", "rights"),
    [
        ("Australian citizen, PR, or a visa allowing at least 15 hours of work", ANYBODY),
        ("Full working rights in Australia (student visas ok)", ("citizen", "resident", "student-visa")),
        ("Permanent work rights in Australia (citizens and PRs)", ("citizen", "resident")),
        ("Australian citizenship", ("citizen",)),
        ("Citizens, permanent residents, international students", ("citizen", "resident", "student-visa")),
        ("A valid visa or Australian citizenship", ("citizen", "student-visa", "other-visa")),
        ("Full working rights in Australia", None),
        ("An interest in media and PR", None),
        ("We welcome everybody regardless of citizenship", None),
    ],
)
def test_rights_to_work(words, rights):
    assert facts(words).get("work_rights") == rights


@pytest.mark.parametrize(
    ("words", "name", "moment"),
    [
        (WINDOW, "opens_at", (date(2027, 6, 14), None)),
        (WINDOW, "valid_through", (date(2027, 7, 11), time(23, 59))),
        ("Applications open 1 March 2027 and close 11:59pm AEST, 18 April 2027", "opens_at", (date(2027, 3, 1), None)),
        ("Applications open 14 November and close 11 January 2027", "opens_at", (date(2026, 11, 14), None)),
        ("Apply via our portal until 03.12.2026", "valid_through", (date(2026, 12, 3), None)),
        ("Closing date: 30-11-2026 5pm", "valid_through", (date(2026, 11, 30), time(17))),
        ("Online application: CV by 11.59pm on 16 July 2027", "valid_through", (date(2027, 7, 16), time(23, 59))),
        ("Apply with a CV and your tutor's name via openvoting.example before 5pm on the 15th of January 2027",
         "valid_through", (date(2027, 1, 15), time(17))),
        ("Applications close 22 November 2026, noon", "valid_through", (date(2026, 11, 22), time(12))),
        ("Online application (opens 2 March 2027; closes 28 March 2027)", "opens_at", (date(2027, 3, 2), None)),
        ("Applications will be reviewed by 16 July 2027", "valid_through", None),
        ("Closing date: 3/4/2027", "valid_through", None),
    ],
)  # fmt: skip
def test_days_for_applying(words, name, moment):
    text = f"{ADVERT.format('Python')}\nHow to apply\n{words}\n"

    assert reading_of(parse(text), built_in()).facts.get(name) == moment


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("Graduating between November 2028 and mid-2029", date(2029, 7, 1)),
        ("Graduating between November 2028 and late 2029", date(2029, 12, 1)),
        ("Graduating between November 2028 and July 2029", date(2029, 7, 1)),
        ("Graduating in December 2028 or later", None),
    ],
)
def test_latest_graduation_excludes_nobody_whom_the_words_mean(words, latest):
    assert facts(words).get("graduation_by") == latest


@pytest.mark.parametrize(
    "words",
    [
        "Enrolled in Honours or Masters in Statistics",
        "2nd or 3rd year of a Bachelor of Engineering",
        "Undergraduate or postgraduate student of Marketing",
    ],
)
def test_student_of_a_year_or_a_degree_is_studying(words):
    assert facts(words)["must_be_studying"] is True


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("A Bachelor's degree or above in Statistics", ("bachelor", "master", "phd")),
        ("Three years of a combined law degree, or one year of a JD", ("bachelor", "master")),
        ("Enrolled in Honours in Statistics", ("bachelor",)),
    ],
)
def test_levels(words, levels):
    assert facts(words)["degree_levels"] == levels


@pytest.mark.parametrize(("letter", "like_it"), ["sſ", "iı", "iİ", "k\u212a"])
def test_letter_that_only_looks_like_another_breaks_nothing(letter, like_it):
    words = (
        "Six weeks from September 2027. Apply by the end of September 2027, or by 6 September 2027. "
        "Graduating between November 2028 and mid-2029. Sixteen hours and six days a week."
    )
    assert facts(words.replace(letter, like_it))
    assert facts(words)["weeks_min"] == 6
