"""What holds for every posting and every student."""

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers.find.eligibility import RULES, Applicant, Stated, Verdict, ask, assess
from careers.lib.periods import last_day, last_days, latest_start_before, months_later, weeks_needed

NAMES = (("arts", "Arts"), ("law", "Law"), ("computer-science", "Computer science"))
LEVELS = ["bachelor", "master", "phd", "other"]
VISAS = ["resident", "student-visa", "other-visa"]
YES_NO = st.booleans()
ANY_DAY = st.dates()
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def months(first, last):
    return st.builds(date, st.integers(first, last), st.integers(1, 12), st.just(1))


def subset(values):
    return st.lists(st.sampled_from(values), min_size=1, unique=True).map(tuple)


FULL = {
    "degree_levels": subset(LEVELS),
    "fields_of_study": subset(NAMES),
    "related_fields_accepted": YES_NO,
    "graduation_by": months(2025, 2027),
    "must_be_studying": YES_NO,
    "must_stay_enrolled": YES_NO,
    "graduates_eligible": YES_NO,
    "job_start_date": months(2025, 2027),
    "weeks_min": st.integers(1, 60),
    "months_min": st.integers(1, 14),
    "days_per_week_min": st.integers(1, 7),
    "on_site_days_min": st.integers(0, 7),
    "country_name": st.just("Australia"),
    # A citizen is on every list that can be: see work_rights.
    "work_rights": st.one_of(st.just(()), st.lists(st.sampled_from(VISAS), unique=True).map(lambda v: ("citizen", *v))),
    "sponsorship_offered": YES_NO,
}
LEFT_OUT = {name: () if name in ("degree_levels", "fields_of_study", "work_rights") else None for name in FULL}
ALSO = {
    "location": st.none() | st.just("Sydney"),
    "work_mode": st.sampled_from([None, "onsite", "remote"]),
    "contact_email": st.none() | st.just("interns@example.com"),
    "intake_year": st.none() | st.integers(2025, 2028),
    "graduation_from": st.none() | months(2024, 2027),
    "study_years": st.sampled_from([(), ("final",)]),
}
POSTINGS = st.builds(Stated, **{name: st.just(LEFT_OUT[name]) | facts for name, facts in FULL.items()}, **ALSO)
WHOLE = st.builds(Stated, **FULL, intake_year=st.just(2027))
SAID = {
    "field_of_study": st.sampled_from(["arts", "law", "other", "history"]),
    "available_from": months(2024, 2028),
    "weeks": st.integers(0, 80),
    "days": st.integers(0, 7),
    "rights": st.sampled_from(["citizen", *VISAS, "sponsorship"]),
}
CURRENT = st.builds(Applicant, studying=st.sampled_from(LEVELS), graduation=months(2024, 2029), **SAID)
GRADUATES = st.builds(Applicant, studying=st.just("graduated"), graduation=months(2020, 2024), **SAID)
STUDENTS = CURRENT | GRADUATES
FACTS = [each.name for each in fields(Applicant)]
TODAY = date(2026, 5, 1)


def verdict(stated, applicant):
    return assess(stated, applicant, TODAY).verdict


def by_rule(stated, applicant):
    return {reason.rule: reason.verdict for reason in assess(stated, applicant, TODAY).reasons}


def meets_counting_days(stated, applicant):
    """Answer for a whole posting and a student who says everything, without any code of the rules."""
    start = max(stated.job_start_date, applicant.available_from)
    ends = [start + timedelta(days=7 * stated.weeks_min - 1), months_by_hand(start, stated.months_min) - timedelta(1)]
    enrolled = all(end < months_by_hand(applicant.graduation, 1) for end in ends)
    return (
        applicant.studying in stated.degree_levels
        and applicant.field_of_study in dict(stated.fields_of_study)
        and applicant.graduation <= stated.graduation_by
        and (enrolled or not stated.must_stay_enrolled)
        and start.year <= 2027
        and applicant.weeks * 3 >= max(stated.weeks_min * 3, stated.months_min * 13)
        and applicant.days >= max(stated.days_per_week_min, stated.on_site_days_min)
        and may_work(stated, applicant.rights)
    )


def may_work(stated, rights):
    if rights == "sponsorship":
        return stated.sponsorship_offered
    return rights in stated.work_rights or (not stated.work_rights and rights == "citizen")


def months_by_hand(first, number):
    for _ in range(number):
        first = (first + timedelta(days=31)).replace(day=1)
    return first


@settings(deadline=None, max_examples=300)
@given(WHOLE.flatmap(lambda stated: st.tuples(st.just(stated), CURRENT | close_to(stated))))
def test_a_whole_answer_agrees_with_counting_days(pair):
    stated, applicant = pair

    assert (verdict(stated, applicant) == "meets") == meets_counting_days(stated, applicant)


def close_to(stated):
    """Return students who meet most of it and stand near its borders."""
    return st.builds(
        Applicant,
        studying=st.sampled_from(stated.degree_levels),
        field_of_study=st.sampled_from(stated.fields_of_study).map(lambda each: each[0]),
        graduation=st.integers(-8, 1).map(lambda number: months_later(stated.graduation_by, number)),
        available_from=st.integers(-6, 6).map(lambda number: months_later(stated.job_start_date, number)),
        weeks=st.integers(40, 80),
        days=st.integers(5, 7),
        rights=st.sampled_from(["citizen", "citizen", "student-visa"]),
    )


@settings(deadline=None, max_examples=300)
@given(POSTINGS, STUDENTS, st.sets(st.sampled_from(FACTS)))
def test_saying_more_never_overturns_an_answer_that_was_certain(stated, applicant, left_out):
    before = by_rule(stated, replace(applicant, **dict.fromkeys(left_out)))

    after = by_rule(stated, applicant)

    assert all(after[rule] is found for rule, found in before.items() if found is not Verdict.CANNOT_TELL)


@settings(deadline=None, max_examples=300)
@given(POSTINGS, STUDENTS, st.sampled_from([*FULL, *ALSO]))
def test_a_posting_that_states_less_never_rules_out_whom_it_took(stated, applicant, name):
    less = replace(stated, **{name: () if isinstance(getattr(stated, name), tuple) else None})

    before, after = by_rule(stated, applicant), by_rule(less, applicant)

    assert all(after.get(rule) is not Verdict.DOES_NOT for rule, found in before.items() if found is Verdict.MEETS)


@settings(deadline=None, max_examples=300)
@given(POSTINGS, POSTINGS, STUDENTS, st.sets(st.sampled_from(FACTS)))
def test_verdict_of_a_rule_depends_on_the_facts_it_names(stated, other, applicant, left_out):
    applicant = replace(applicant, **dict.fromkeys(left_out))

    for rule, names in RULES.items():
        alike = replace(other, **{name: getattr(stated, name) for name in names})
        one, two = (ask(rule, each, applicant, TODAY) for each in (stated, alike))
        assert (one and one.verdict) == (two and two.verdict), rule


@settings(deadline=None, max_examples=300)
@given(POSTINGS, WHOLE, STUDENTS, st.data())
def test_what_is_met_unstated_is_met_whatever_is_stated(stated, whole, applicant, data):
    fillable = [
        name for name in FULL if getattr(stated, name) in (None, ()) and name not in ("weeks_min", "months_min")
    ]
    assume(fillable)
    name = data.draw(st.sampled_from(fillable))
    assume(not contradicts(stated, whole, name))

    before, after = by_rule(stated, applicant), by_rule(replace(stated, **{name: getattr(whole, name)}), applicant)

    assert all(after[rule] is Verdict.MEETS for rule, found in before.items() if found is Verdict.MEETS)


def contradicts(stated, whole, name):
    """Some facts belong together: one of them stated tells what the other can be."""
    return (
        (name == "must_be_studying" and stated.graduates_eligible)
        or (name == "graduation_by" and stated.graduation_from and whole.graduation_by < stated.graduation_from)
        or (name in ("days_per_week_min", "on_site_days_min") and (stated.days_per_week_min or stated.on_site_days_min))
    )


ANY_MONTHS = dict.fromkeys(["job_start_date", "graduation_by", "graduation_from"], st.none() | ANY_DAY)
ANY_LENGTHS = dict.fromkeys(["weeks_min", "months_min"], st.none() | st.integers(-5, 2**31))
ABSURD_POSTINGS = st.builds(
    Stated,
    **ANY_MONTHS,
    **ANY_LENGTHS,
    must_stay_enrolled=st.just(True),
    degree_levels=subset(["nonsense", "master"]),
    work_rights=subset(["nonsense", "citizen"]),
)
ABSURD_STUDENTS = st.builds(
    Applicant,
    **dict.fromkeys(["studying", "rights", "field_of_study"], st.text()),
    **dict.fromkeys(["graduation", "enrolled_until", "available_from"], st.none() | ANY_DAY),
    weeks=st.integers(),
    days=st.integers(),
)


@settings(deadline=None, max_examples=300)
@given(ABSURD_POSTINGS, ABSURD_STUDENTS, ANY_DAY)
def test_nothing_raises(stated, applicant, today):
    assessment = assess(stated, applicant, today)

    assert assessment.headline
    assert all(reason.text for reason in assessment.reasons)


@given(DAYS, st.integers(1, 200))
def test_weeks_are_seven_days_each(start, weeks):
    assert last_days(start, weeks, None) == [start + timedelta(days=7 * weeks - 1)]


@given(DAYS, st.integers(0, 60))
def test_months_keep_the_day_or_clip_it(start, number):
    later = months_later(start, number)

    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == number
    assert later.day == start.day or (later.day < start.day and later == last_day(later))


@settings(deadline=None)
@given(DAYS, st.none() | st.integers(1, 30), st.none() | st.integers(1, 8))
def test_last_start_is_the_last_day_that_still_fits(cut_off, weeks, months):
    assume(weeks or months)
    end = months_by_hand(cut_off.replace(day=1), 1) - timedelta(days=1)
    days = (end - timedelta(days=back) for back in range(400))

    assert latest_start_before(cut_off, weeks, months) == next(
        day for day in days if min(last_days(day, weeks, months)) <= end
    )


@given(st.integers(1, 120))
def test_a_month_is_thirteen_thirds_of_a_week_rounded_up(months):
    weeks = weeks_needed(None, months)

    assert 3 * (weeks - 1) < 13 * months <= 3 * weeks
