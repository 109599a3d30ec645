"""Postings as values: clean ones, in which no rule finds an error or a warning."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from careers.consistency.rules import Company, Family, Item, Level, Perk, Shared, Site, Subject, check, check_shared

ON = date(2026, 1, 1)
SYDNEY = ZoneInfo("Australia/Sydney")
ACME = Company("Acme", ("Berlin", "Oslo", "Perth", "Sydney"), 2, frozenset({"sre", "tcp/ip"}))
PYTHON, GO, JAVA = ("python", "Python"), ("go", "Go"), ("java", "Java")
PRIVACY = Shared(
    "privacy",
    "Privacy",
    "Whoever applies here agrees that Acme keeps the application for a year.",
    key_phrases=("keeps the application for a year",),
    last_reviewed=date(2025, 6, 1),
)
CLEAN = Subject(
    slug="backend-engineer-intern-sydney-2026",
    title="Backend Engineer Intern",
    team="Payments",
    introduction="Payments builds the services with which shops charge their customers, and the backend behind them.",
    location="Sydney",
    country="AU",
    zone=SYDNEY,
    employment_type="INTERN",
    intake_year=2026,
    job_start_date=date(2026, 7, 1),
    weeks_min=12,
    may_be_extended=True,
    days_per_week_min=3,
    on_site_days_min=2,
    hours_per_week=Decimal(24),
    work_mode="hybrid",
    pay_min=Decimal(40),
    pay_super="plus",
    degree_levels=("bachelor", "master"),
    graduation_by=date(2027, 12, 1),
    must_be_studying=True,
    must_stay_enrolled=True,
    graduates_eligible=False,
    work_rights=("citizen", "resident", "student-visa"),
    apply_url="https://careers.acme.test/apply/1",
    contact_email="interns@acme.test",
    adjustments_contact="interns@acme.test",
    status="published",
    valid_through=datetime(2026, 3, 31, 12, 59, 59, tzinfo=UTC),
    fields_of_study=("Computer science",),
    items=(
        Item("duty", "Write a service that sends receipts to shops."),
        Item("duty", "Test it with data from the last quarter."),
        Item("minimum", "A project or course in Python.", (PYTHON,)),
        Item("preferred", "A project with Go or Java.", (GO, JAVA), "any_of"),
    ),
    benefits=(Perk("Snacks"), Perk("Parking", ("AU",))),
    company=ACME,
)


def clean(**facts):
    return replace(CLEAN, **facts)


def with_item(text, kind="minimum", skills=(), rule="all"):
    return clean(items=(*CLEAN.items, Item(kind, text, skills, rule)))


def sibling(**facts):
    """Return another posting of the same intake that says other things in words."""
    duties = (Item("duty", "Draw charts of how many parcels each depot handles a week."),)
    demands = (Item("minimum", "A course in statistics, passed within two years.", (("statistics", "Statistics"),)),)
    wording = {"introduction": "Depots plans routes for parcels.", "team": "Depots", "items": duties + demands}
    return replace(CLEAN, **{"slug": "analyst-intern-sydney-2026", "title": "Analyst Intern", **wording, **facts})


def found(subject, *siblings, on=ON, shared=(PRIVACY,)):
    return check(subject, Family.of([subject, *siblings], shared), on)


def ids(subject, *siblings, **options):
    return {finding.id for finding in found(subject, *siblings, **options)}


def grave(findings):
    return [finding for finding in findings if finding.level is not Level.INFO]


def of_text(text, on=ON, cities=("Sydney",), dead=()):
    return {finding.id for finding in check_shared(text, Site(on, ACME, cities, frozenset(dead)))}
