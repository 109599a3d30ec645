from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.find.eligibility import Applicant, Stated
from careers.find.window import WIDTH, Scale, window

POSTING = Stated(
    job_start_date=date(2026, 1, 1), weeks_min=12, months_min=3, graduation_by=date(2026, 12, 1), intake_year=2026
)
YEAR = Scale(date(2026, 1, 1), date(2026, 12, 1))
HER = Applicant(available_from=date(2026, 7, 1), weeks=9, graduation=date(2026, 11, 1))
MONTHS = st.builds(date, st.integers(2024, 2028), st.integers(1, 12), st.just(1))


def test_bar_runs_from_the_start_over_the_longest_minimum_to_the_cut_off():
    row = window(POSTING, YEAR).posting

    assert (row.x, row.width, row.finish) == (0, 250, 1000)  # three of twelve months; the last one counts whole


def test_weeks_end_within_a_month():
    row = window(replace(POSTING, months_min=None), YEAR).posting

    assert row.width == pytest.approx(1000 * (2 + 25 / 31) / 12, abs=0.1)  # to 25 March


def test_start_without_a_length_has_no_width():
    row = window(Stated(job_start_date=date(2026, 4, 1)), YEAR).posting

    assert (row.x, row.width, row.finish) == (250, 0, None)


def test_what_is_not_stated_is_not_drawn():
    row = window(Stated(intake_year=2025, months_min=3), YEAR).posting

    assert (row.x, row.width, row.finish) == (None, 0, None)


def test_student_s_own_span_stands_under_it_once_said():
    own = window(POSTING, YEAR, HER).own

    assert (own.x, own.finish) == (500, pytest.approx(1000 * 11 / 12, abs=0.1))
    assert own.width == pytest.approx(1000 * 2 / 12 + 1000 / 12 / 30, abs=0.2)  # 63 days from 1 July: to 1 September


@pytest.mark.parametrize("applicant", [None, Applicant(), Applicant(studying="master", weeks=9)])
def test_without_dates_the_student_has_no_row(applicant):
    assert window(POSTING, YEAR, applicant).own is None


def test_span_is_cut_at_the_edge_and_a_mark_beyond_it_left_out():
    early = Applicant(available_from=date(2025, 12, 1), weeks=9, graduation=date(2027, 6, 1))

    own = window(POSTING, YEAR, early).own

    assert (own.x, own.finish) == (0, None)
    assert own.width == pytest.approx(1000 * (1 + 1 / 28) / 12, abs=0.1)  # 63 days from 1 December: to 1 February


@pytest.mark.parametrize("start", [date(2024, 1, 1), date(2028, 1, 1)])
def test_span_outside_the_scale_is_not_drawn(start):
    assert window(POSTING, YEAR, Applicant(available_from=start, weeks=4)).own.x is None


def test_scale_holds_every_date_in_whole_years():
    scale = Scale.over([POSTING, Stated(graduation_by=date(2027, 6, 1)), Stated(intake_year=2025), Stated()])

    assert scale == Scale(date(2025, 1, 1), date(2027, 12, 1))


def test_scale_holds_the_end_of_the_work():
    assert Scale.over([Stated(job_start_date=date(2026, 11, 1), months_min=3)]).last == date(2027, 12, 1)


@pytest.mark.parametrize(
    ("own", "first", "last"),
    [
        (Applicant(available_from=date(2027, 12, 1), weeks=9), 2026, 2028),
        (Applicant(graduation=date(2025, 6, 1)), 2025, 2026),
        (Applicant(graduation=date(2029, 6, 1)), 2026, 2026),
    ],
)
def test_scale_holds_a_student_s_own_dates_that_are_near(own, first, last):
    assert Scale.over([POSTING], own) == Scale(date(first, 1, 1), date(last, 12, 1))


def test_without_a_date_there_is_no_scale():
    assert Scale.over([Stated(weeks_min=12)]) is None


def test_years_are_marked_at_their_january():
    scale = Scale(date(2025, 7, 1), date(2027, 6, 1))

    assert window(POSTING, scale).years == ((2026, 250), (2027, 750))


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            replace(POSTING, months_min=None),
            "Starts January 2026 at the earliest, runs at least 12 weeks, finish your course by December 2026.",
        ),
        (
            POSTING,
            "Starts January 2026 at the earliest, runs at least 12 weeks and 3 months, "
            "finish your course by December 2026.",
        ),
        (
            Stated(intake_year=2025, months_min=3),
            "Starts in 2025, month not stated, runs at least 3 months, month to finish by not stated.",
        ),
        (
            Stated(graduation_from=date(2026, 6, 1)),
            "Start not stated, length not stated, finish your course in June 2026 or later.",
        ),
        (
            Stated(graduation_from=date(2026, 6, 1), graduation_by=date(2026, 12, 1)),
            "Start not stated, length not stated, finish your course from June 2026 to December 2026.",
        ),
    ],
)
def test_text_says_what_the_bar_shows_and_what_it_cannot(stated, expected):
    assert window(stated, YEAR).text == expected


@pytest.mark.parametrize(
    ("applicant", "expected"),
    [
        (HER, "You can start in July 2026 for 9 weeks and finish in November 2026."),
        (Applicant(available_from=date(2026, 7, 1)), "You can start in July 2026."),
        (Applicant(studying="graduated", graduation=date(2026, 6, 1)), "You finished in June 2026."),
    ],
)
def test_student_s_row_is_said_too(applicant, expected):
    assert window(POSTING, YEAR, applicant).own.text == expected


@given(MONTHS, MONTHS, st.integers(0, 200), MONTHS)
def test_nothing_is_drawn_outside_the_bar(start, graduation, weeks, first):
    scale = Scale(first, first.replace(year=first.year + 1))

    own = window(POSTING, scale, Applicant(available_from=start, weeks=weeks, graduation=graduation)).own

    assert own.x is None or 0 <= own.x <= own.x + own.width <= WIDTH + 0.1
    assert own.finish is None or 0 <= own.finish <= WIDTH


@given(MONTHS, MONTHS)
def test_a_later_month_stands_further_right(one, other):
    assert (YEAR.x(one) < YEAR.x(other)) == (one < other)
