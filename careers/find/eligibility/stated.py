"""What a posting states, as far as eligibility needs it. None and the empty tuple mean "not stated"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Self

from careers.lib.zones import zone_named

SAME_NAME = (
    "related_fields_accepted",
    "graduation_from",
    "graduation_by",
    "must_be_studying",
    "must_stay_enrolled",
    "graduates_eligible",
    "job_start_date",
    "weeks_min",
    "months_min",
    "days_per_week_min",
    "on_site_days_min",
    "work_mode",
    "sponsorship_offered",
    "intake_year",
    "contact_email",
)


@dataclass(frozen=True, slots=True)
class Stated:
    degree_levels: tuple[str, ...] = ()
    fields_of_study: tuple[tuple[str, str], ...] = ()
    related_fields_accepted: bool | None = None
    graduation_from: date | None = None
    graduation_by: date | None = None
    study_years: tuple[str, ...] = ()
    must_be_studying: bool | None = None
    must_stay_enrolled: bool | None = None
    graduates_eligible: bool | None = None
    job_start_date: date | None = None
    weeks_min: int | None = None
    months_min: int | None = None
    days_per_week_min: int | None = None
    on_site_days_min: int | None = None
    work_mode: str | None = None
    location: str | None = None
    country: str | None = None
    country_name: str | None = None
    work_rights: tuple[str, ...] = ()
    sponsorship_offered: bool | None = None
    intake_year: int | None = None
    contact_email: str | None = None
    time_zone: str | None = None

    @classmethod
    def of(cls, posting: Any, fields: Iterable[tuple[str, str]]) -> Self:
        """Read a posting whose location is loaded; `fields` are the (slug, name) of its fields of study."""
        place = posting.location
        return cls(
            **{name: getattr(posting, name) for name in SAME_NAME},
            degree_levels=tuple(posting.degree_levels or ()),
            study_years=tuple(posting.study_years or ()),
            work_rights=tuple(posting.work_rights or ()),
            fields_of_study=tuple(fields),
            location=place.name if place else None,
            country=place.country if place else None,
            country_name=place.country_name if place else None,
            time_zone=place.time_zone or None if place else None,
        )

    def today(self, on: datetime) -> date:
        """Return the day at its place."""
        return on.astimezone(zone_named(self.time_zone) if self.time_zone else UTC).date()
