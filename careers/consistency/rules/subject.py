"""What rules look at: a posting, the organisation and a shared text, as values. None means "not stated"."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """One qualification or responsibility; `skills` are (slug, name), `kind` is minimum, preferred or duty."""

    kind: str
    text: str
    skills: tuple[tuple[str, str], ...] = ()
    skills_rule: str = "all"

    @property
    def field(self) -> str:
        return "responsibilities" if self.kind == "duty" else "qualifications"


@dataclass(frozen=True, slots=True)
class Perk:
    name: str
    countries: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared text; `key` names its row."""

    key: str
    heading: str = ""
    body: str = ""
    places: tuple[str, ...] = ()
    key_phrases: tuple[str, ...] = ()
    last_reviewed: date | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """What the organisation's row says; `cities` are all its offices, `glossary` all terms in small letters."""

    name: str = ""
    cities: tuple[str, ...] = ()
    application_limit: int | None = None
    glossary: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """A posting with its items and benefits; fields are named as those of the record."""

    slug: str
    title: str = ""
    team: str | None = None
    introduction: str = ""
    location: str | None = None
    country: str | None = None
    zone: tzinfo | None = None
    employment_type: str | None = None
    intake_year: int | None = None
    job_start_date: date | None = None
    weeks_min: int | None = None
    months_min: int | None = None
    may_be_extended: bool | None = None
    days_per_week_min: int | None = None
    on_site_days_min: int | None = None
    hours_per_week: Decimal | None = None
    work_mode: str | None = None
    pay_min: Decimal | None = None
    pay_max: Decimal | None = None
    pay_super: str | None = None
    degree_levels: tuple[str, ...] | None = None
    graduation_from: date | None = None
    graduation_by: date | None = None
    must_be_studying: bool | None = None
    must_stay_enrolled: bool | None = None
    graduates_eligible: bool | None = None
    work_rights: tuple[str, ...] | None = None
    sponsorship_offered: bool | None = None
    apply_url: str | None = None
    contact_email: str | None = None
    adjustments_contact: str | None = None
    status: str = "draft"
    valid_through: datetime | None = None
    language: str = "en-AU"
    source_text: str = ""
    source_url: str = ""
    fields_of_study: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    benefits: tuple[Perk, ...] = ()
    company: Company = Company()

    def __str__(self) -> str:
        return self.title or self.slug

    def of_kind(self, *kinds: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind in kinds)

    @property
    def qualifications(self) -> tuple[Item, ...]:
        return self.of_kind("minimum", "preferred")

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """Return (field, text) of everything in words: the advert as pasted, and what the record keeps of it."""
        kept = ((item.field, item.text) for item in self.items)
        passages = (("source_text", self.source_text), ("team", self.introduction), *kept)
        return tuple((field, text) for field, text in passages if text)
