from datetime import UTC, date, datetime

import pytest

from careers.consistency import report
from careers.consistency.models import Waiver
from careers.consistency.rules import Level
from careers.postings.choices import Status
from careers.postings.models import Boilerplate
from tests.factories import make_organisation, make_posting, make_qualification, make_responsibility

pytestmark = pytest.mark.django_db
ON = date(2026, 1, 1)


def found(marked):
    return {(each.posting.slug, each.finding.id) for each in marked if each.posting}


def test_one_posting_has_the_findings_it_has_among_all():
    postings = [make_posting(slug="one", weeks_min=12), make_posting(slug="two", weeks_min=26)]
    make_qualification(postings[0], "A team player")

    alone = [each for posting in postings for each in report.of_posting(posting, ON)]

    assert found(alone) == found(report.of_all(ON))
    assert {("one", "P071"), ("one", "P026")} <= found(alone)


def test_item_added_after_the_posting_was_read_counts():
    posting = make_posting()
    list(posting.responsibilities.all())
    assert "P012" in {finding.id for finding in report.gate(posting, ON)}

    make_responsibility(posting)

    assert "P012" not in {finding.id for finding in report.gate(posting, ON)}


def test_edit_brings_only_the_errors_that_were_not_there():
    posting = make_posting(intake_year=2026)
    before = report.gate(posting, ON)

    posting.intake_year = 2025
    posting.save()

    assert [finding.id for finding in report.brought(before, posting, ON)] == ["P006"]


@pytest.mark.parametrize("status", [Status.CLOSED, Status.ARCHIVED])
def test_ended_posting_is_left_out_of_the_report_and_stopped_at_the_gate(status):
    make_posting(slug="open")
    posting = make_posting(slug="ended", status=status, closed_at=datetime(2025, 1, 1, tzinfo=UTC), intake_year=2024)

    assert {slug for slug, _ in found(report.of_all(ON))} == {"open"}
    assert "P006" in {finding.id for finding in report.gate(posting, ON)}


def test_posting_past_its_closing_is_left_out_of_the_report():
    make_posting(valid_through=datetime(2025, 12, 1, tzinfo=UTC))

    assert not found(report.of_all(ON))
    assert found(report.of_all(date(2025, 11, 1)))


def test_report_runs_as_many_queries_for_many_postings_as_for_few(queries):
    make_qualification(make_posting(), skills=["Python"])
    few = len(queries(lambda: report.of_all(ON)))

    for _ in range(10):
        make_qualification(make_posting(), skills=["Go"])

    assert len(queries(lambda: report.of_all(ON))) <= few + 4  # what the edition keeps is read again


def test_causes_count_postings_and_keep_what_was_set_aside():
    postings = [make_posting(), make_posting(), make_posting(weeks_min=12)]
    first = next(each.finding for each in report.of_posting(postings[0], ON) if each.finding.field == "weeks_min")
    Waiver.objects.give(first, "Agreed by talk.", posting=postings[0])

    rows = report.causes(report.of_all(ON), total=3)

    row = next(each for each in rows if each.text == "Length not stated")
    assert str(row) == "2 of 3: Length not stated"
    assert [each.posting for each in row.open] == [postings[1]]
    assert [each.level for each in rows] == sorted((each.level for each in rows), key=list(Level).index)


def test_shared_text_is_reported_with_its_row():
    text = Boilerplate.objects.create(key="about", heading="About", body="[Company] is old.")

    marked = next(each for each in report.of_all(ON) if each.boilerplate)

    assert marked.boilerplate == text
    assert marked.finding.field == "boilerplate.about.body"
    assert marked.stops


@pytest.mark.parametrize(("address", "dead"), [("/teams/", False), ("/teams/nobody/", True), ("/no/such/", True)])
def test_link_of_a_shared_text_is_looked_up(address, dead):
    make_organisation()
    Boilerplate.objects.create(key="about", heading="About", body=f"[Here]({address}#top) it is.")

    assert ("P084" in {each.finding.id for each in report.of_all(ON)}) == dead
