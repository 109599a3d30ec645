"""The verdicts on all open postings at once are those of asking each posting."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from django.core.management import call_command

from careers.find.eligibility import Applicant, Verdict, dates, work
from careers.find.index import Index
from careers.find.ledger import AT, FLAGS, NOTHING, Ledger
from careers.find.verdicts import assess_all
from careers.postings.models import FieldOfStudy, Posting
from tests.factories import make_location, make_posting

pytestmark = pytest.mark.django_db
STUDYING = (None, "bachelor", "phd", "graduated")
MONTHS = ({}, {"graduation": date(2027, 11, 1), "available_from": date(2027, 1, 1), "weeks": 12, "days": 3})
RIGHTS = (None, "citizen", "student-visa", "sponsorship")
FIELDS = (None, "computer-science", "other")
NEW_YEAR = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)


def applicants():
    for studying, months, rights, field in product(STUDYING, MONTHS, RIGHTS, FIELDS):
        yield Applicant(studying=studying, rights=rights, field_of_study=field, **months)


def one_by_one(applicant, on):
    """Return ({verdict: keys}, {rule: postings it rules out})."""
    answers = assess_all(Posting.objects.open(on).select_related("location"), applicant, on)
    by_verdict = {verdict: {pk for pk, each in answers.items() if each.verdict is verdict} for verdict in Verdict}
    rules = [reason.rule for each in answers.values() for reason in each.ruled_out_by]
    return by_verdict, {rule: rules.count(rule) for rule in rules}


def at_once(index, applicant):
    answers = index.answers(applicant)
    pks = {verdict: set(index.pks([places], 0, 1_000)) for verdict, places in answers.by_verdict.items()}
    return pks, {rule: number for rule, number in answers.ruled_out.items() if number}


@pytest.mark.usefixtures("sample")
def test_verdicts_at_once_are_those_of_each_posting():
    call_command("make_postings", 80, verbosity=0)
    on = datetime.now(UTC)
    index = Index.build(on)

    for applicant in applicants():
        assert at_once(index, applicant) == one_by_one(applicant, on), applicant


def test_new_year_comes_to_each_place_at_its_own_time():
    for city, zone in (("Sydney", "Australia/Sydney"), ("Vancouver", "America/Vancouver")):
        make_posting(title=city, location=make_location(city, time_zone=zone), intake_year=2026)
    ledger = Ledger.build(list(Posting.objects.order_by("title").values_list("pk", flat=True)))

    sydney, vancouver = ledger.flags(dates.intake, Applicant(weeks=1), NEW_YEAR)

    assert (sydney, vancouver) == (FLAGS[Verdict.CANNOT_TELL], FLAGS[Verdict.MEETS])


def test_no_open_posting_has_no_verdict():
    assert at_once(Index.build(NEW_YEAR), Applicant(weeks=1)) == ({verdict: set() for verdict in Verdict}, {})


def test_what_many_postings_state_alike_is_asked_once():
    posting, field = make_posting(weeks_min=12), FieldOfStudy.objects.create(name="Law", slug="law")
    others = [make_posting(location=posting.location, team=posting.team, weeks_min=12) for _ in range(9)]
    for each in (posting, *others):
        each.fields_of_study.add(field)

    ledger = Ledger.build(list(Posting.objects.values_list("pk", flat=True)))

    assert {len(known) for known in ledger.stated.values()} == {1}
    assert {len(codes) for codes in ledger.codes.values()} == {10}


def test_more_facts_than_a_byte_counts_are_told_apart():
    ledger = Ledger.build([])
    for number in range(1, 301):
        ledger.note(number - 1, (*NOTHING[: AT["weeks_min"]], number, *NOTHING[AT["weeks_min"] + 1 :]))

    flags = ledger.flags(work.weeks, Applicant(weeks=290), NEW_YEAR)

    assert flags == bytes([FLAGS[Verdict.MEETS]] * 290 + [FLAGS[Verdict.DOES_NOT]] * 10)


def test_posting_that_is_gone_before_it_is_read_raises_nothing():
    posting = make_posting()
    index = Index.build(datetime.now(UTC))
    posting.delete()

    answers = index.answers(Applicant(weeks=1))

    assert answers.by_verdict == {Verdict.MEETS: 0, Verdict.CANNOT_TELL: 1, Verdict.DOES_NOT: 0}
