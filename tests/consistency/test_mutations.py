"""One fault of each kind, put into clean postings, is found by the right rule at the right field."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from careers.consistency.rules import OF_POSTING, OF_SIBLINGS, Item, Level, Perk
from tests.consistency.clean import POSTINGS
from tests.consistency.values import ON, SYDNEY, found, grave, sibling

NEEDED = 0.95


def told(text):
    return lambda posting: {"source_text": f"{posting.title}\nMinimum Qualifications\n- {text}\n"}


def added(text, kind="minimum", rule="all", skills=()):
    return lambda posting: {"items": (*posting.items, Item(kind, text, skills, rule))}


def skills(*names):
    return tuple((name.lower(), name) for name in names)


def cleared(field, value=None):
    return lambda posting: {field: value}


# (rule, field, what it changes in a posting)
FAULTS = [
    ("P001", "graduation_by", lambda p: {"graduation_by": p.job_start_date, "must_stay_enrolled": True}),
    ("P003", "graduation_by", lambda p: {"graduation_from": p.graduation_by}),
    ("P004", "graduation_by", lambda p: {"job_start_date": None, "graduation_by": ON, "must_stay_enrolled": True}),
    ("P005", "graduation_by", lambda p: {"graduation_by": date(p.intake_year - 1, 12, 1)}),
    ("P006", "intake_year", cleared("intake_year", 2025)),
    ("P007", "job_start_date", cleared("job_start_date", date(2025, 11, 1))),
    ("P008", "months_min", lambda p: {"weeks_min": 12, "months_min": 6}),
    ("P009", "job_start_date", lambda p: {"intake_year": p.intake_year + 1}),
    ("P010", "title", cleared("title", "")),
    ("P011", "title", lambda p: {"source_text": "Minimum Qualifications\n- Python"}),
    ("P012", "responsibilities", lambda p: {"items": p.qualifications}),
    ("P013", "qualifications", lambda p: {"items": p.of_kind("duty")}),
    ("P014", "valid_through", lambda p: {"status": "draft", "valid_through": datetime(2025, 12, 1, tzinfo=UTC)}),
    ("P015", "graduation_by", cleared("graduation_by", date(2025, 11, 1))),
    ("P016", "valid_through", lambda p: {"valid_through": datetime(2027, 12, 1, tzinfo=UTC)}),
    ("P017", "valid_through", lambda p: {"valid_through": datetime(2026, 10, 4, 2, 15, tzinfo=SYDNEY), "zone": SYDNEY}),
    ("P018", "title", lambda p: {"title": f"{p.title} {p.intake_year}"}),
    ("P020", "qualifications", added("Be on site three days a week.")),
    ("P020", "source_text", told("Work onsite for ten weeks, which can be extended.")),
    ("P021", "qualifications", added("By applying you accept our terms of use.")),
    ("P022", "qualifications", lambda p: {"items": (*p.items, p.qualifications[0])}),
    ("P022", "responsibilities", lambda p: {"items": (p.of_kind("duty")[0], *p.items)}),
    ("P024", "source_text", told("Similar jobs")),
    ("P025", "qualifications", added("Tools:\n• a saw\n• a drill")),
    ("P025", "responsibilities", added("Sort things. Preferred Qualifications: speed", "duty")),
    ("P026", "qualifications", added("A fast learner with a positive attitude.")),
    ("P027", "qualifications", added("Five years of experience.")),
    ("P028", "qualifications", added("Routers.", "preferred", skills=skills("Cisco", "Juniper", "Huawei"))),
    ("P029", "team", lambda p: {"introduction": f"{p.introduction} We have saved hundreds of thousands."}),
    ("P030", "hours_per_week", lambda p: {"hours_per_week": None, "days_per_week_min": 3, "employment_type": "INTERN"}),
    ("P031", "benefits", lambda p: {"on_site_days_min": 2, "benefits": (Perk("Hybrid work"),)}),
    ("P032", "benefits", lambda p: {"benefits": (*p.benefits, Perk("Free trains", ("CH",)))}),
    ("P033", "pay_super", lambda p: {"pay_super": None, "country": "AU"}),
    ("P034", "source_text", lambda p: {"source_text": f"{p.title}: Acme in Berlin and Oslo, and in Tokyo.",
                                       "company": replace(p.company, cities=("Berlin", "Oslo", "Tokyo"))}),
    ("P036", "apply_url", cleared("apply_url", "http://apply.acme.test/")),
    ("P036", "responsibilities", added("Read http://acme.test.", "duty")),
    ("P040", "pay_min", lambda p: {"pay_min": None, "pay_max": None}),
    ("P040", "weeks_min", lambda p: {"weeks_min": None, "months_min": None}),
    ("P042", "responsibilities", added("Lorem ipsum.", "duty")),
    ("P060", "hours_per_week", lambda p: {"hours_per_week": 40, "days_per_week_min": 2}),
    ("P061", "employment_type", lambda p: {"employment_type": "FULL_TIME", "hours_per_week": 16}),
    ("P062", "on_site_days_min", lambda p: {"work_mode": "remote", "on_site_days_min": 3}),
    ("P063", "graduates_eligible", lambda p: {"graduates_eligible": True, "must_be_studying": True}),
    ("P064", "sponsorship_offered", lambda p: {"sponsorship_offered": True, "work_rights": ("citizen",)}),
    ("P065", "responsibilities", added("Be here seven days a week.", "duty")),
    ("P023", "qualifications", lambda p: {"items": (
        *p.items,
        Item("minimum", "Pick some.", skills("Rust", "Zig"), "any_of"),
        Item("minimum", "Know one or two of those.", skills("Zig", "Rust"), "examples"),
    )}),
    *[
        ("P040", field, cleared(field))
        for field in ("valid_through", "work_rights", "apply_url", "adjustments_contact",
                      "graduation_by", "intake_year", "location", "team", "degree_levels")
    ],
]  # fmt: skip
BESIDE = [
    ("P002", "must_stay_enrolled", lambda p: {"graduation_by": p.job_start_date, "must_stay_enrolled": None}),
    ("P070", "graduation_by", lambda p: {"graduation_by": date(p.intake_year + 1, 3, 1)}),
    ("P071", "weeks_min", lambda p: {"weeks_min": 9}),
    ("P072", "graduates_eligible", lambda p: {"graduates_eligible": True}),
    ("P073", "must_be_studying", cleared("must_be_studying")),
    ("P074", "team", lambda p: {"introduction": sibling().introduction}),
    ("P075", "responsibilities", lambda p: {"items": sibling().items}),
    ("P076", "qualifications", added("Acme keeps the application for a year.")),
    ("P077", "source_text", lambda p: {"source_text": f"{p.title}\nNothing else."}),
]  # fmt: skip


def beside(posting):
    """Return a sibling of the same intake with the same facts and other work."""
    same = (
        "intake_year",
        "graduation_by",
        "weeks_min",
        "months_min",
        "employment_type",
        "country",
        "must_stay_enrolled",
    )
    text = "Acme keeps the application for a year."
    return sibling(source_text=text, **{name: getattr(posting, name) for name in same})


def is_found(rule, field, change, posting):
    harmed = replace(posting, **change(posting))
    return (rule, field) in {(finding.id, finding.field) for finding in found(harmed, beside(posting))}


@pytest.mark.parametrize("posting", POSTINGS, ids=str)
def test_unharmed_posting_is_clean(posting):
    assert not grave(found(posting))
    assert not grave(found(posting, beside(posting)))


def test_injected_faults_are_found():
    tries = [(fault, posting) for fault in FAULTS + BESIDE for posting in POSTINGS]

    missed = [(fault[:2], posting.slug) for fault, posting in tries if not is_found(*fault, posting)]

    assert len(missed) <= (1 - NEEDED) * len(tries), missed


def test_every_rule_above_information_has_a_fault():
    graver = {rule.id for rule in OF_POSTING + OF_SIBLINGS if rule.level is not Level.INFO}

    assert graver <= {fault[0] for fault in FAULTS + BESIDE}
