"""Figures by intake, and downloads that a spreadsheet opens and that run nothing."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.utils import timezone

from careers.counters.models import PostingDay
from careers.postings.models import Posting
from careers.recruiting import export
from careers.recruiting.models import JournalEntry
from tests.factories import make_posting, make_qualification

pytestmark = pytest.mark.django_db
LIST = "/admin/postings/posting/"


def lines(answer):
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def exported(desk, *postings):
    return lines(desk.post(LIST, {"action": "export_postings", "_selected_action": [each.pk for each in postings]}))


def days_ago(posting, number, **sums):
    PostingDay.objects.create(posting=posting, day=timezone.localdate() - timedelta(days=number), **sums)


def test_intake_has_its_own_page_and_no_other_intakes_numbers(desk):
    posting, other = make_posting(intake_year=2027), make_posting(intake_year=2028)
    days_ago(posting, 1, views=12, apply_starts=3)
    days_ago(posting, 9, views=5)
    days_ago(other, 1, views=1000)

    html = desk.get(f"{LIST}figures/2027/").content.decode()

    assert '<th scope="row">Views</th><td>12</td><td>5</td>' in html
    assert "<td>17</td><td>3</td><td>0</td>" in html
    assert "1000" not in html


def test_newest_intake_is_shown_first(desk):
    make_posting(intake_year=2027)
    make_posting(intake_year=2028)

    assert "Intake 2028 in figures" in desk.get(f"{LIST}figures/").content.decode()


def test_figures_of_a_site_without_postings_say_so(desk):
    assert "No posting names an intake yet." in desk.get(f"{LIST}figures/").content.decode()


def test_chart_without_a_view_is_a_sentence_and_not_a_blank(desk):
    posting = make_posting(intake_year=2026)

    assert "No view was counted" in desk.get(f"{LIST}figures/").text

    days_ago(posting, 3, views=2)
    assert "days__bar" in desk.get(f"{LIST}figures/").text


def test_unknown_intake_is_not_found(desk):
    assert desk.get(f"{LIST}figures/1999/").status_code == 404


def test_figures_are_for_people_who_may_see_postings(client):
    assert client.post(f"{LIST}figures.csv").status_code == 302


def test_export_has_every_fact_under_its_name(desk):
    posting = make_posting(title="Data Intern", job_start_date=date(2027, 1, 1), degree_levels=["bachelor", "master"])
    make_qualification(posting, "Knows SQL")

    (line,) = exported(desk, posting)

    assert line["title"] == "Data Intern"
    assert line["job_start_date"] == "2027-01"
    assert line["degree_levels"] == "bachelor; master"
    assert line["qualifications"] == "Knows SQL"
    assert line["pay_min"] == ""
    assert line["state"] == "Open"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM", "\t=1"])
def test_cell_is_never_a_formula(desk, start):
    (line,) = exported(desk, make_posting(title=f"{start} Intern", requisition_id=start.strip()))

    assert line["title"] == f"'{start} Intern"
    assert line["requisition_id"].startswith("'")


def test_days_are_exported_by_posting(desk):
    posting = make_posting()
    days_ago(posting, 1, views=4)

    (line,) = lines(desk.post(f"{LIST}figures.csv"))

    assert (line["posting"], line["views"], line["asks"]) == (posting.slug, "4", "0")


def test_export_takes_the_same_queries_for_many(queries):
    for _ in range(8):
        make_qualification(make_posting(), "Knows SQL", skills=["SQL"])

    assert len(queries(lambda: export.postings(Posting.objects.all()))) == 3


def test_exports_stand_in_the_journal(desk):
    exported(desk, make_posting())
    desk.post(f"{LIST}figures.csv")

    about = JournalEntry.objects.filter(what="exported").order_by("pk").values_list("about", flat=True)
    assert list(about) == ["1 posting", "figures"]
