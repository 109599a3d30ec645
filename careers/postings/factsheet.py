"""The facts of a posting in the one order in which they are shown everywhere."""

from dataclasses import dataclass
from datetime import datetime

from careers.postings import choices, phrases
from careers.postings.phrases import counted, listed

# Missing, these are shown as "not stated" in the table; the others share one sentence.
ALWAYS_SHOWN = {"pay", "closing", "work_rights", "hours"}


@dataclass(frozen=True)
class Fact:
    """`text` is "" where the posting does not say; `note` is what a reader should know beside it, `warns` a warning."""

    name: str
    label: str
    text: str
    note: str = ""
    warns: bool = False

    @property
    def is_stated(self) -> bool:
        return bool(self.text)


def factsheet(posting, on: datetime) -> list[Fact]:
    """Return every fact; needs team, location and fields_of_study at hand."""
    return [
        Fact("graduation", "Finish your course", graduation(posting)),
        Fact("levels", "Level of study", labels(posting.degree_levels, choices.DegreeLevel)),
        Fact("fields", "Field of study", fields(posting)),
        Fact("study_years", "Year of study", labels(posting.study_years, choices.StudyYear)),
        Fact("enrolment", "Enrolment", enrolment(posting)),
        Fact("intake", "Intake", str(posting.intake_year or ""), intake_note(posting, on), warns=True),
        Fact("start", "Earliest start", phrases.month(posting.job_start_date) if posting.job_start_date else ""),
        Fact("length", "Length", phrases.length(posting.weeks_min, posting.months_min), extension(posting)),
        Fact("days", "Days", days(posting)),
        Fact("hours", "Hours", hours(posting)),
        Fact("place", "Place", place(posting)),
        Fact("pay", "Pay", pay(posting)),
        Fact("work_rights", "Work rights", labels(posting.work_rights, choices.WorkRight, "and"), sponsorship(posting)),
        Fact("employment", "Employment", label(posting.employment_type, choices.EmploymentType)),
        Fact("places", "Places", str(posting.places or "")),
        Fact("closing", "Applications close", closing(posting)),
        Fact("requisition", "Reference", posting.requisition_id or ""),
        Fact("adjustments", "Contact for adjustments", posting.adjustments_contact or ""),
    ]


def shown(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.is_stated or fact.name in ALWAYS_SHOWN]


def missing(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if not fact.is_stated]


def label(value, kind) -> str:
    return kind(value).label if value else ""


def labels(values, kind, conjunction="or") -> str:
    return listed([kind(value).label for value in values], conjunction) if values else ""


def graduation(posting) -> str:
    """Return "by December 2026", "from … to …" or ""."""
    first, last = posting.graduation_from, posting.graduation_by
    if first and last:
        return f"Between {phrases.month(first)} and {phrases.month(last)}"
    if last:
        return f"By {phrases.month(last)}"
    return f"In {phrases.month(first)} or later" if first else ""


def fields(posting) -> str:
    names = [field.name for field in posting.fields_of_study.all()]
    if names and posting.related_fields_accepted:
        return f"{', '.join(names)}, or a related field"
    return listed(names, "or")


def enrolment(posting) -> str:
    rules = (
        (posting.must_be_studying, "studying now", "no need to be studying now"),
        (
            posting.must_stay_enrolled,
            "enrolled for the whole internship",
            "enrolment may end before it does",
        ),
        (posting.graduates_eligible, "graduates may apply", "graduates can’t apply"),
    )
    stated = [yes if value else no for value, yes, no in rules if value is not None]
    return phrases.sentence("; ".join(stated))


def intake_note(posting, on: datetime) -> str:
    """Say that an intake has begun or is over: by the calendar of the posting's place."""
    today = on.astimezone(posting.location.zone).date() if posting.location else on.date()
    if posting.intake_year and posting.intake_year < today.year:
        return "This intake is over. Ask before you apply."
    if posting.job_start_date and posting.job_start_date <= today:
        return f"This intake began in {phrases.month(posting.job_start_date)}."
    return ""


def extension(posting) -> str:
    return {True: "It may be extended.", False: "It can’t be extended.", None: ""}[posting.may_be_extended]


def days(posting) -> str:
    total, on_site = posting.days_per_week_min, posting.on_site_days_min
    if total and on_site == total:
        return f"At least {counted(total, 'day')} a week on site"
    parts = [f"at least {counted(total, 'day')} a week"] if total else []
    if on_site is not None:
        parts.append(f"{on_site} of them on site" if total else f"at least {counted(on_site, 'day')} a week on site")
    return phrases.sentence(", ".join(parts))


def hours(posting) -> str:
    return f"{posting.hours_per_week.normalize():f} hours a week" if posting.hours_per_week else ""


def place(posting) -> str:
    mode = label(posting.work_mode, choices.WorkMode).lower()
    city = f"{posting.location.name}, {posting.location.country_name}" if posting.location else ""
    return phrases.sentence(", ".join(filter(None, [city, mode])))


def pay(posting) -> str:
    return phrases.pay(
        posting.pay_min, posting.pay_max, posting.pay_currency, posting.pay_period, posting.pay_super
    )  # fmt: skip


def sponsorship(posting) -> str:
    return {True: "Visa sponsorship is offered.", False: "No visa sponsorship.", None: ""}[posting.sponsorship_offered]


def closing(posting) -> str:
    if not posting.valid_through:
        return ""
    zone = posting.location.zone if posting.location else posting.valid_through.tzinfo
    return phrases.moment(posting.valid_through, zone)


def deciding(posting, on: datetime) -> list[Fact]:
    """Return what a student looks for first, and pay and closing where stated; needs location at hand, nothing else."""
    further = Fact("pay", "Pay", pay(posting)), Fact("closing", "Applications close", closing(posting))
    return [
        Fact("graduation", "Finish your course", graduation(posting)),
        Fact("length", "Length", phrases.length(posting.weeks_min, posting.months_min)),
        Fact("days", "Days", days(posting)),
        Fact("levels", "Level", labels(posting.degree_levels, choices.DegreeLevel)),
        Fact("intake", "Intake", intake(posting), intake_note(posting, on), warns=True),
        Fact("place", "Place", short_place(posting)),
        *(fact for fact in further if fact.is_stated),
    ]


def short_place(posting) -> str:
    """Return the place, and how one works there unless the days say so."""
    if posting.location and posting.on_site_days_min is not None:
        return f"{posting.location.name}, {posting.location.country_name}"
    return place(posting)


def intake(posting) -> str:
    """Return "2026, from January"."""
    start = posting.job_start_date
    if start and start.year == posting.intake_year:
        return f"{posting.intake_year}, from {start:%B}"
    return ", from ".join(filter(None, [str(posting.intake_year or ""), phrases.month(start) if start else ""]))
