"""Rules about what a posting states: what is missing, and what its title, pay and links say."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlsplit

from careers.postings.phrases import counted, listed

from . import lexicon, sections
from .finding import Flaw, error, warning
from .subject import Subject

YEAR = re.compile(r"\b20\d\d\b")
LEVEL = re.compile(r"\b(BS|MS|BSc|MSc|PhD|bachelors?|masters?)\b", re.IGNORECASE)
URL = re.compile(r"https?:/{0,2}[^\s<>()\"“”]*")
NO_HOST = ("localhost", "example.com", "example.org", "127.0.0.1")
FULL_WEEK = 5
# What a student decides by; (field, label, whether it is stated).
KEY_FACTS: tuple[tuple[str, str, Callable[[Subject], object]], ...] = (
    ("pay_min", "Pay", lambda subject: subject.pay_min is not None or subject.pay_max is not None),
    ("valid_through", "Closing date", lambda subject: subject.valid_through),
    ("work_rights", "Work rights", lambda subject: subject.work_rights),
    ("apply_url", "Apply link", lambda subject: subject.apply_url),
    ("hours_per_week", "Hours a week", lambda subject: subject.hours_per_week),
    ("adjustments_contact", "Adjustments contact", lambda subject: subject.adjustments_contact),
    ("organisation", "Limit of applications", lambda subject: subject.company.application_limit),
    ("graduation_by", "Cut-off", lambda subject: subject.graduation_by or subject.graduation_from),
    ("intake_year", "Intake year", lambda subject: subject.intake_year),
    ("job_start_date", "Earliest start", lambda subject: subject.job_start_date),
    ("weeks_min", "Length", lambda subject: subject.weeks_min or subject.months_min),
    ("days_per_week_min", "Days a week", lambda subject: subject.days_per_week_min),
    ("location", "Location", lambda subject: subject.location),
    ("team", "Team", lambda subject: subject.team),
    ("employment_type", "Employment type", lambda subject: subject.employment_type),
    ("degree_levels", "Level of study", lambda subject: subject.degree_levels),
    ("fields_of_study", "Field of study", lambda subject: subject.fields_of_study),
)


@error("P010", "title", "No title")
def no_title(subject: Subject, on: date) -> Iterator[Flaw]:
    if not subject.title.strip():
        yield Flaw("It has no title.", "Name the role, without year, place or level.", fact="no title")


@warning("P011", "title", "The advert as pasted has no title")
def source_without_title(subject: Subject, on: date) -> Iterator[Flaw]:
    if not sections.begins_with_heading(subject.source_text) or not subject.title.strip():
        return
    if " ".join(lexicon.tokenise(subject.title)) not in " ".join(lexicon.read(subject.source_text).tokens):
        yield Flaw(
            f"The advert as pasted begins with a heading and names no title; “{subject.title}” was added here.",
            "Check the title with whoever wrote the advert.",
        )


@error("P012", "responsibilities", "No responsibilities")
def no_responsibilities(subject: Subject, on: date) -> Iterator[Flaw]:
    if not subject.of_kind("duty"):
        yield Flaw(
            "It lists no responsibilities: nobody can tell what one would do.",
            "Add what an intern would do, one responsibility an item.",
            fact="no responsibilities",
        )


@error("P013", "qualifications", "No requirements")
def no_requirements(subject: Subject, on: date) -> Iterator[Flaw]:
    if not subject.of_kind("minimum"):
        yield Flaw(
            "It lists no minimum qualification.",
            "Add what one must bring; where nothing is needed, say so in one item.",
            fact="no minimum qualifications",
        )


@warning("P018", "title", "A fact in the title")
def fact_in_title(subject: Subject, on: date) -> Iterator[Flaw]:
    found = [match.group() for match in (YEAR.search(subject.title), LEVEL.search(subject.title)) if match]
    if subject.location and subject.location.lower() in subject.title.lower():
        found.append(subject.location)
    if found:
        yield Flaw(
            f"Its title names {listed(found)}, which has a field of its own.",
            "Take it out of the title: the page shows the fact beside it.",
        )


@warning("P040", "", "A key fact is not stated")
def key_fact_not_stated(subject: Subject, on: date) -> Iterator[Flaw]:
    for field, label, is_stated in KEY_FACTS:
        if not is_stated(subject):
            yield Flaw(
                f"{label} not stated.",
                "State it where it is known; students see that it is missing.",
                field=field,
                cause=f"{label} not stated",
            )


@warning("P030", "hours_per_week", "Part-time or full-time is unclear")
def part_time_unclear(subject: Subject, on: date) -> Iterator[Flaw]:
    days = subject.days_per_week_min
    if days and days < FULL_WEEK and not subject.hours_per_week and subject.employment_type != "PART_TIME":
        yield Flaw(
            f"It asks for at least {counted(days, 'day')} a week and states no hours: part-time or full-time?",
            "State the hours a week.",
            fact=f"{counted(days, 'day')} a week, no hours",
        )


@warning("P031", "benefits", "Flexible benefits beside fixed days on site")
def flexible_beside_fixed(subject: Subject, on: date) -> Iterator[Flaw]:
    flexible = [perk.name for perk in subject.benefits if lexicon.read(perk.name).found("flexible")]
    if flexible and subject.on_site_days_min:
        yield Flaw(
            f"It lists {listed(flexible)}, and asks for {counted(subject.on_site_days_min, 'day')} a week on site.",
            "Say what is flexible beside those days, or take the benefit off this posting.",
        )


@warning("P032", "benefits", "Benefits of another country")
def foreign_benefits(subject: Subject, on: date) -> Iterator[Flaw]:
    foreign = [
        perk.name for perk in subject.benefits if perk.countries is not None and is_foreign(subject, perk.countries)
    ]
    if foreign:
        yield Flaw(
            f"{listed(foreign)}: not offered in {subject.location or 'its country'}.",
            "Take these benefits off this posting, or mend the countries in which they apply.",
        )


def is_foreign(subject: Subject, countries: tuple[str, ...]) -> bool:
    return bool(subject.country) and subject.country not in countries


@warning("P033", "pay_super", "Pay without saying whether super is included")
def super_unclear(subject: Subject, on: date) -> Iterator[Flaw]:
    amount = subject.pay_min if subject.pay_min is not None else subject.pay_max
    if amount is not None and subject.country == "AU" and not subject.pay_super:
        yield Flaw(
            "It states pay, but not whether superannuation is included or comes on top.",
            "Choose “plus super” or “including super”.",
            fact="pay without super",
        )


@warning("P036", "apply_url", "A broken or insecure link")
def bad_links(subject: Subject, on: date) -> Iterator[Flaw]:
    links = [("apply_url", subject.apply_url or ""), ("source_url", subject.source_url)]
    links += [(field, url.rstrip(".,;:!?")) for field, text in subject.passages for url in URL.findall(text)]
    for field, url in dict.fromkeys(links):
        if url and (fault := link_fault(url)):
            yield Flaw(f"{url}: {fault}.", "Write the whole address, beginning with https://.", field=field)


def link_fault(url: str) -> str:
    """Return what is wrong as far as the address itself shows it, "" if nothing; nothing is fetched."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "is not an address"
    if parts.scheme != "https":
        return "is not secure (no https)"
    if "." not in host or host.endswith(".") or host.endswith(NO_HOST) or " " in url:
        return "leads nowhere"
    return "ends with a full stop" if url.endswith(".") else ""
