"""An advert as the JSON object of `parse_posting`."""

from dataclasses import asdict
from typing import Any

from .advert import Advert, benefits

PLAIN = (
    "title", "company", "team_or_department", "city", "country", "employment_type", "intake_year", "earliest_start",
    "duration_weeks_min", "days_per_week_min", "work_mode",
)  # fmt: skip
LISTS = {
    "responsibilities": "responsibilities",
    "minimum_qualifications": "minimum",
    "preferred_qualifications": "preferred",
}


def as_record(file: str, advert: Advert) -> dict[str, Any]:
    """Return the object: None or an empty list where the text does not say."""
    pay = advert.value("salary")
    return {
        "file": file,
        **{name: advert.value(name) for name in PLAIN},
        "degree_levels": advert.value("degree_levels") or [],
        "fields_of_study": advert.value("fields_of_study") or [],
        **{name: advert.value(name) for name in ("graduation_by", "must_be_enrolled", "graduates_eligible")},
        **{name: [item.text for item in advert.listed(kind)] for name, kind in LISTS.items()},
        "benefits": benefits(advert),
        "skills": list(advert.skills),
        **{name: advert.value(name) for name in ("contact_email", "privacy_url")},
        "salary": asdict(pay) if pay else {"min": None, "max": None, "currency": None, "period": None},
        "sections_present": sorted(advert.sections) + ([] if "salary" in advert.sections or not pay else ["salary"]),
        "unread": [text for role, _, text in passages(advert) if role == "unread"],
        "dropped": [{"text": text, "reason": reason} for role, reason, text in passages(advert) if role == "dropped"],
    }


def passages(advert: Advert) -> list[tuple[str, str, str]]:
    """Return (role, name, text) of each segment that holds words."""
    text = advert.source.text
    cut = [(each.role, each.name, text[each.start : each.end].strip(" \n-–—•*.,;:")) for each in advert.segments]
    return [each for each in cut if each[2]]
