"""Thirty postings over every facet and every fact an applicant is asked for, each fact in a rhythm of its own."""

from datetime import UTC, date, datetime

from careers.postings.choices import Status
from careers.postings.models import Benefit, BenefitCategory, FieldOfStudy
from tests.factories import make_location, make_posting, make_qualification, make_responsibility, make_team

SIZE = 30
# {fact: (the values, in turn; how many postings each lasts)}
FACTS = {
    "intake_year": ([2190, None, 2025, 2191], 1),
    "employment_type": (["INTERN", "PART_TIME", None], 1),
    "work_mode": (["onsite", None, "hybrid"], 2),
    "degree_levels": ([["bachelor"], ["bachelor", "master"], None, ["phd"]], 1),
    "graduation_by": ([date(2190, 12, 1), None, date(2191, 6, 1)], 3),
    "graduation_from": ([None, None, date(2190, 1, 1)], 4),
    "study_years": ([None, ["penultimate"], None], 3),
    "must_be_studying": ([True, None, False], 2),
    "must_stay_enrolled": ([True, None], 2),
    "graduates_eligible": ([False, True, None], 1),
    "job_start_date": ([date(2190, 1, 1), date(2190, 7, 1), None], 2),
    "weeks_min": ([12, None, 24, None], 1),
    "months_min": ([None, 3, None], 1),
    "may_be_extended": ([None, True, False], 5),
    "days_per_week_min": ([3, None, 5], 2),
    "on_site_days_min": ([0, 3, None], 3),
    "hours_per_week": ([None, "22.5", 38], 3),
    "related_fields_accepted": ([True, None, False], 3),
    "work_rights": ([["citizen", "resident"], None, ["student-visa"]], 2),
    "sponsorship_offered": ([None, False, True], 4),
    "places": ([None, 4], 5),
    "requisition_id": ([None, "R-17", ""], 4),
    "contact_email": (["ask@acme.example", None], 3),
    "apply_url": ([None, "https://acme.example/apply"], 4),
    "opens_at": ([None, datetime(2026, 1, 1, 3, 4, 5, 678, tzinfo=UTC)], 2),
    "valid_through": ([None, datetime(2190, 3, 14, 12, 59, 59, tzinfo=UTC), None], 1),
    "date_posted": ([date(2026, 1, 9), date(2026, 1, 8), None], 3),
}
PAY = {"pay_min": "43.50", "pay_max": 50, "pay_currency": "AUD", "pay_period": "hour", "pay_super": "plus"}
TEAMS = ("Platform", "Edge <Computing> & Co", None)
PLACES = ("Sydney", "Auckland", None, "Sydney")
FIELDS = ({"law"}, {"law", "physics"}, set())
SKILLS = (["Go", "Rust"], [], ["Go"])
RULES = ("any_of", "all", "examples")
TITLES = ("Kraken Tamer Intern", "Backend Engineer Intern", "Data “Science” Intern")


def build():
    fields = {slug: FieldOfStudy.objects.create(slug=slug, name=slug.title()) for slug in ("physics", "law")}
    category = BenefitCategory.objects.create(name="Health", slug="health")
    benefits = [Benefit.objects.create(category=category, name=name) for name in ("Dentist", "Gym")]
    benefits.append(Benefit.objects.create(category=category, name="Ski pass", countries=["AU", "NZ"]))
    for number in range(SIZE):
        posting = make(number)
        posting.fields_of_study.set(fields[slug] for slug in FIELDS[number % 3])
        posting.benefits.set(benefits[: number % 4])
    make_posting(title="Hidden", status=Status.DRAFT)
    make_posting(title="Past", valid_through=datetime(2020, 1, 1, tzinfo=UTC))


def make(number):
    facts = {name: values[number // length % len(values)] for name, (values, length) in FACTS.items()}
    place, team = PLACES[number % 4], TEAMS[number // 2 % 3]
    where = {"country": "NZ", "time_zone": "Pacific/Auckland"} if place == "Auckland" else {}
    facts |= {
        "title": TITLES[number % 3],
        "team": make_team(team) if team else None,
        "location": make_location(place, **where) if place else None,
        **(PAY if number % 5 == 0 else {}),
    }
    if facts["days_per_week_min"] is None:
        facts["on_site_days_min"] = None
    posting = make_posting(**facts)
    for order in range(number % 3):
        make_responsibility(posting, f"Feed the kraken, part {2 - order}", order=order)
        make_qualification(posting, "Knows it", SKILLS[number % 3], skills_rule=RULES[number // 3 % 3], order=order)
    make_qualification(posting, "Likes it", ["Python"], kind="preferred", skills_rule=RULES[number % 3])
    return posting
