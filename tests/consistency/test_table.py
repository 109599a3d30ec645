"""Every mistake of the sample's five source adverts is found, as of 1 January 2026, and with the level it has."""

from collections import defaultdict
from datetime import date

import pytest

from careers.consistency import report
from careers.consistency.models import Waiver
from careers.postings.models import Organisation, Posting
from tests.consistency.adverts import FOLDERS, UNTITLED, as_pasted
from tests.factories import make_responsibility

pytestmark = pytest.mark.django_db
ON = date(2026, 1, 1)
ALL = {0, 1, 2, 3, 4}
# (level, rule, field, the postings it is found in and no others)
TABLE = [
    ("error", "P001", "graduation_by", {4}),
    ("warning", "P002", "must_stay_enrolled", {1}),
    ("error", "P010", "title", {0, 1, 3}),
    ("error", "P012", "responsibilities", {0}),
    ("error", "P006", "intake_year", {3}),
    ("warning", "P029", "source_text", {2}),
    ("error", "P024", "source_text", {1, 2, 4}),
    ("warning", "P005", "graduation_by", {1, 4}),
    ("warning", "P070", "graduation_by", {0, 1, 2, 4}),
    ("warning", "P040", "graduation_by", {3}),
    ("warning", "P008", "months_min", {2, 4}),
    ("warning", "P073", "must_stay_enrolled", {1, 3}),
    ("warning", "P073", "graduates_eligible", {1, 3}),
    ("warning", "P074", "team", {3}),
    ("warning", "P028", "qualifications", {3}),
    ("warning", "P022", "source_text", {2, 4}),
    ("warning", "P023", "qualifications", {0}),
    ("warning", "P020", "source_text", {1, 2, 3, 4}),
    ("warning", "P021", "source_text", ALL),
    ("warning", "P032", "benefits", {2, 4}),
    ("warning", "P034", "source_text", {0, 3}),
    ("warning", "P076", "source_text", ALL),
    ("warning", "P077", "source_text", {1, 2, 4}),
    ("warning", "P026", "source_text", {0, 2, 4}),
    ("warning", "P027", "source_text", {0, 1}),
    *[
        ("warning", "P040", field, ALL)
        for field in (
            "pay_min", "valid_through", "work_rights", "apply_url", "hours_per_week", "adjustments_contact",
            "organisation",
        )
    ],
    ("warning", "P031", "benefits", {2, 4}),
    ("warning", "P030", "hours_per_week", ALL),
    ("info", "P055", "source_text", {0, 3}),
    ("info", "P056", "source_text", {1, 2}),
    ("info", "P053", "source_text", {4}),
    ("info", "P054", "source_text", {0, 2, 3, 4}),
    ("info", "P057", "source_text", {0, 2}),
    ("info", "P051", "source_text", {0, 2, 4}),
    ("info", "P052", "source_text", {1, 3, 4}),
    ("info", "P058", "source_text", {0, 3}),
    ("info", "P059", "source_text", {0}),
]  # fmt: skip


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def slugs(request, sample):
    """The five postings as their sources state them: with the text, without what was added from elsewhere."""
    slugs = as_pasted(request.param)
    for number in UNTITLED:
        Posting.objects.filter(slug=slugs[number]).update(title="")
    Organisation.objects.update(application_limit=None)
    return slugs


def test_every_mistake_is_found_where_it_is_and_nowhere_else(slugs):
    found = defaultdict(set)
    for marked in report.of_all(ON):
        if marked.posting:
            key = marked.finding.level, marked.finding.id, marked.finding.field
            found[key].add(slugs.index(marked.posting.slug))

    assert {row[:3]: found[row[:3]] for row in TABLE} == {row[:3]: row[3] for row in TABLE}


def test_sister_advert_is_nearly_the_same(slugs):
    sister = Posting.objects.get(slug=slugs[1])
    duties = [each.text for each in sister.responsibilities.all()]
    sister.pk, sister.slug = None, "sister"
    sister.save()
    for text in duties:
        make_responsibility(sister, text)
    for item in Posting.objects.get(slug=slugs[1]).qualifications.all():
        sister.qualifications.create(kind=item.kind, text=f"{item.text} Really.")

    alike = {marked.posting.slug for marked in report.of_all(ON) if marked.finding.id == "P075"}

    assert alike == {slugs[1], "sister"}


@pytest.mark.parametrize("on", [ON, date(2026, 11, 20), date(2030, 1, 1)])
def test_errors_of_the_sample_are_waived_on_any_day(sample, on):
    marked = report.of_all(on)

    assert not [each.finding for each in marked if each.stops]
    assert [each for each in marked if each.waiver]


def test_every_waiver_of_the_sample_covers_an_error(sample):
    covering = {each.waiver for on in (ON, date(2030, 1, 1)) for each in report.of_all(on)}

    assert covering - {None} == set(Waiver.objects.all())
