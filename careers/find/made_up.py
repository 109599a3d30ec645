"""Postings nobody wrote, as many as one likes: varied as real ones are, and the same ones at every run of a day."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from django.utils.text import slugify

from careers.postings.choices import DegreeLevel, EmploymentType, SkillsRule, Status, WorkMode, WorkRight
from careers.postings.models import FieldOfStudy, Location, Posting, Qualification, Responsibility, Skill, Team

CITIES = (
    ("Sydney", "NSW", "AU", "Australia/Sydney"), ("Melbourne", "VIC", "AU", "Australia/Melbourne"),
    ("Brisbane", "QLD", "AU", "Australia/Brisbane"), ("Perth", "WA", "AU", "Australia/Perth"),
    ("Canberra", "ACT", "AU", "Australia/Sydney"), ("Auckland", "", "NZ", "Pacific/Auckland"),
    ("Singapore", "", "SG", "Asia/Singapore"), ("London", "", "GB", "Europe/London"),
    ("Dublin", "", "IE", "Europe/Dublin"), ("Toronto", "ON", "CA", "America/Toronto"),
)  # fmt: skip
AREAS = (
    "Payments", "Search", "Storage", "Networks", "Security", "Mobile", "Data", "Advertising", "Video", "Maps",
    "Logistics", "Health", "Energy", "Research", "Design", "Finance", "People", "Legal", "Marketing", "Support",
)  # fmt: skip
UNITS = ("Platform", "Products", "Tools")
SUBJECTS = (
    "Accounting", "Biology", "Chemistry", "Computer Science", "Data Science", "Economics", "Education",
    "Electrical Engineering", "Finance", "Graphic Design", "History", "Information Systems", "Journalism", "Law",
    "Linguistics", "Marketing", "Mathematics", "Mechanical Engineering", "Medicine", "Physics", "Psychology",
    "Software Engineering", "Statistics", "Urban Planning",
)  # fmt: skip
SKILLS = (
    "Python", "Java", "C++", "Go", "Rust", "JavaScript", "TypeScript", "SQL", "R", "Swift", "Kotlin", "Linux", "Git",
    "Docker", "Kubernetes", "Terraform", "AWS", "Azure", "React", "Vue", "Django", "Spring", "PostgreSQL", "MySQL",
    "Redis", "Kafka", "Spark", "Hadoop", "Tableau", "Excel", "Figma", "Photoshop", "MATLAB", "AutoCAD", "SAP",
    "Machine learning", "Statistics", "Copywriting", "Translation", "Public speaking",
)  # fmt: skip
ROLES = ("Engineer", "Analyst", "Designer", "Researcher", "Assistant", "Developer", "Planner", "Writer")
VERBS = ("Build", "Test", "Measure", "Improve", "Document", "Review", "Plan", "Present", "Automate", "Maintain")
THINGS = (
    "dashboards", "services", "experiments", "reports", "prototypes", "pipelines", "interviews", "forecasts",
    "campaigns", "libraries", "budgets", "lessons", "inventories", "contracts", "surveys",
)  # fmt: skip
ENDS = (
    "for people who use them every day", "together with two mentors", "and show the results to the whole department",
    "so that others can carry on from there", "for customers in several countries", "from the first sketch to release",
)  # fmt: skip
KNOWING = ("Coursework or own projects with {}", "You have used {} before", "Some practice in {}", "Curious about {}")
RIGHTS = ((WorkRight.CITIZEN, WorkRight.RESIDENT), tuple(WorkRight.values))
LEVELS = ((DegreeLevel.BACHELOR,), (DegreeLevel.BACHELOR, DegreeLevel.MASTER), (DegreeLevel.MASTER, DegreeLevel.PHD))


class World:
    """What made-up postings refer to; rows of the same name that are there already are used."""

    def __init__(self):
        self.locations = rows(Location, CITIES, lambda city: dict(zip(PLACE, city, strict=True)))
        teams = [(f"{area} {unit}", area) for area in AREAS for unit in UNITS]
        self.teams = rows(Team, teams, lambda team: {"name": team[0], "department": team[1], "summary": about(team)})
        self.fields = rows(FieldOfStudy, SUBJECTS, lambda name: {"name": name})
        self.skills = rows(Skill, SKILLS, lambda name: {"name": name})


# By it made-up postings are known.
ADDRESS = "https://apply.example.org/"
PLACE = ("name", "region", "country", "time_zone")


def rows(model, given, facts_of):
    facts = [{"slug": slugify(each["name"].replace("+", "p")), **each} for each in map(facts_of, given)]
    return [model.objects.get_or_create(slug=each["slug"], defaults=each)[0] for each in facts]


def about(team):
    return f"{team[0]} looks after what {team[1].lower()} needs."


def posting(number, world, today):
    """Return an unsaved posting, open today and for a month to come."""
    chance = Random(number)  # noqa: S311 no secret
    maybe = lambda share, value: value if chance.random() < share else None  # noqa: E731
    start = (today + timedelta(days=chance.randrange(90, 420))).replace(day=1)
    team, place = skewed(chance, world.teams), skewed(chance, world.locations)
    title = f"{team.department} {chance.choice(ROLES)} Intern"
    closes = datetime.combine(today + timedelta(days=chance.randrange(31, 200)), time(12, 59, 59), UTC)
    days = maybe(0.7, chance.randrange(2, 6))
    return Posting(
        title=title,
        slug=f"{slugify(title)}-{slugify(place.name)}-{start.year}-m{number}",
        team=team,
        location=maybe(0.95, place),
        status=Status.PUBLISHED,
        date_posted=today - timedelta(days=chance.randrange(0, 60)),
        valid_through=maybe(0.4, closes),
        employment_type=maybe(0.9, chance.choice((EmploymentType.INTERN, EmploymentType.PART_TIME))),
        intake_year=start.year,
        job_start_date=maybe(0.8, start),
        weeks_min=maybe(0.6, chance.choice((8, 10, 12, 24, 40))),
        days_per_week_min=days,
        on_site_days_min=maybe(0.5, chance.randrange(0, days + 1)) if days else None,
        work_mode=maybe(0.7, chance.choice(WorkMode.values)),
        degree_levels=maybe(0.9, chance.choice(LEVELS)),
        graduation_by=maybe(0.6, (start + timedelta(days=chance.randrange(200, 700))).replace(day=1)),
        must_be_studying=maybe(0.7, True),
        must_stay_enrolled=maybe(0.4, chance.random() < 0.7),
        graduates_eligible=maybe(0.3, chance.random() < 0.5),
        work_rights=maybe(0.4, chance.choice(RIGHTS)),
        pay_min=maybe(0.3, chance.randrange(25, 60)),
        pay_currency="AUD",
        pay_period="hour",
        apply_url=f"{ADDRESS}{number}",
    )


def items(row, number, world):
    """Return (responsibilities, [(qualification, its skills)], fields of study) of a saved posting."""
    chance = Random(-number - 1)  # noqa: S311
    duties = [Responsibility(posting=row, text=duty(chance), order=order) for order in range(3)]
    demands = [(demand, chosen) for order in range(3) for demand, chosen in [need(chance, row, order, world)]]
    fields = {skewed(chance, world.fields) for _ in range(chance.randrange(0, 4))}
    return duties, demands, sorted(fields, key=str)


def duty(chance):
    """Return a sentence; one in a thousand holds a word that is rare."""
    rare = " and keep an eye on seismographs" if chance.random() < 0.001 else ""
    return f"{chance.choice(VERBS)} {skewed(chance, THINGS)} {chance.choice(ENDS)}{rare}"


def need(chance, row, order, world):
    chosen = list(dict.fromkeys(skewed(chance, world.skills) for _ in range(chance.randrange(1, 3))))
    text = chance.choice(KNOWING).format(" and ".join(skill.name for skill in chosen))
    kind, rule = ("preferred", SkillsRule.EXAMPLES) if order == 2 else ("minimum", SkillsRule.ALL)
    return Qualification(posting=row, kind=kind, text=text, order=order, skills_rule=rule), chosen


def skewed(chance, values):
    """Return one of `values`, the first ones far more often: in life some are common and most are rare."""
    return values[int(len(values) * chance.random() ** 2)]
