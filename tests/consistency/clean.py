"""Clean postings of several kinds of work, into which the mutation test puts faults."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from careers.consistency.rules import Item, Perk
from tests.consistency.values import ACME, CLEAN


def duties(*texts):
    return tuple(Item("duty", text) for text in texts)


def asked(text, *skills, kind="minimum", rule="all"):
    return Item(kind, text, tuple((skill.lower().replace(" ", "-"), skill) for skill in skills), rule)


ANALYST = replace(
    CLEAN,
    slug="data-analyst-intern-brisbane-2027",
    title="Data Analyst Intern",
    team="Forecasts",
    introduction="Forecasts predicts how much each warehouse will sell, and tells buyers what to order.",
    location="Brisbane",
    intake_year=2027,
    job_start_date=date(2027, 2, 1),
    weeks_min=16,
    graduation_by=date(2028, 12, 1),
    company=replace(ACME, cities=("Berlin", "Brisbane", "Oslo")),
    items=(
        *duties("Compare last year's forecasts with what was sold.", "Draw the results for the buyers each Monday."),
        asked("A course in statistics.", "Statistics"),
        asked("A report you wrote on data of your choice.", "Data analysis"),
        asked("SQL queries over several tables.", "SQL", kind="preferred"),
    ),
)
MECHANIC = replace(
    CLEAN,
    slug="mechanical-engineer-intern-perth-2026",
    title="Mechanical Engineer Intern",
    team="Conveyors",
    introduction="Conveyors designs the belts that carry ore from the pit to the mill.",
    location="Perth",
    weeks_min=None,
    months_min=6,
    days_per_week_min=5,
    on_site_days_min=5,
    work_mode="onsite",
    benefits=(Perk("Bus to the site"),),
    items=(
        *duties("Measure the wear of belts in the mill.", "Model one part of a belt and print it."),
        asked("Drawings of a part that you made.", "CAD"),
        asked("A subject in materials.", "Materials", kind="preferred"),
    ),
)
WRITER = replace(
    CLEAN,
    slug="technical-writer-intern-sydney-2026",
    title="Technical Writer Intern",
    team="Handbooks",
    introduction="Handbooks writes what customers read before they ring us.",
    must_stay_enrolled=False,
    graduates_eligible=False,
    items=(
        *duties("Rewrite ten pages a month after watching people use them.", "Keep the list of terms."),
        asked("Two pages that you wrote for strangers."),
        asked("Markdown or HTML.", "Markdown", "HTML", kind="preferred", rule="any_of"),
    ),
)
ACCOUNTANT = replace(
    CLEAN,
    slug="ledger-clerk-sydney-2026",
    title="Ledger Clerk Intern",
    team="Ledgers",
    introduction="Ledgers pays the bills of six countries on time.",
    employment_type="PART_TIME",
    pay_min=None,
    pay_max=Decimal("35.50"),
    pay_super="included",
    valid_through=datetime(2026, 5, 1, 13, 59, 59, tzinfo=UTC),
    items=(
        *duties("Match payments with bills.", "Ask suppliers about bills that do not match."),
        asked("A first subject in bookkeeping passed.", "Bookkeeping"),
    ),
)
POSTINGS = (CLEAN, ANALYST, MECHANIC, WRITER, ACCOUNTANT)
