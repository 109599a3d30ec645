"""What an advert says, as values of the record. Names stay names: which rows they mean is not asked here."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from careers.importer.advert import Advert, benefits
from careers.importer.fields import study
from careers.importer.fields.skills import Vocabulary, rule_of, skills_in
from careers.importer.record import passages
from careers.importer.sections.decoding import NotAnAdvert
from careers.importer.sections.items import Item
from careers.lib.months import parse_month

from .conditions import condition_items

# Facts of the reader that are fields of a posting under the same or another name.
SAME = (
    "title", "intake_year", "weeks_min", "months_min", "may_be_extended", "days_per_week_min", "on_site_days_min",
    "hours_per_week", "work_mode", "places", "related_fields_accepted", "graduation_from", "study_years",
    "must_stay_enrolled", "graduates_eligible", "work_rights", "sponsorship_offered", "requisition_id", "apply_url",
    "contact_email", "adjustments_contact", "opens_at", "valid_through",
)  # fmt: skip
OTHER_NAME = {
    "job_start_date": "earliest_start",
    "graduation_by": "graduation_by",
    "degree_levels": "degree_levels",
    "employment_type": "employment_type",
    "must_be_studying": "must_be_enrolled",
    "team": "team_or_department",
    "location": "city",
    "fields_of_study": "fields_of_study",
    "pay_min": "salary",
}
EMPLOYMENT = {"internship": "INTERN", "full-time": "FULL_TIME", "part-time": "PART_TIME", "contract": "CONTRACTOR"}
EITHER = re.compile(r"[a-z]/[A-Za-z]")
KINDS = {"responsibilities": "duty", "minimum": "minimum", "preferred": "preferred"}
MOST_ITEMS = 150
LONGEST_TITLE = 160
TELLING = {
    "title",
    "intake_year",
    "weeks_min",
    "months_min",
    "degree_levels",
    "employment_type",
    "graduation_by",
    "pay_min",
}


@dataclass(frozen=True)
class Line:
    """One item of a list. `kind` is duty, minimum or preferred; `became_facts`: fields of the record keep all of it."""

    kind: str
    text: str
    skills: tuple[str, ...] = ()
    rule: str = "all"
    became_facts: bool = False
    start: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Reading:
    """`facts` by fields of a posting, only what the text states; the moments in it are (date, time or None).

    It holds all that saving needs, and is small enough to go from one process to another.
    """

    source_text: str
    source_hash: str
    facts: Mapping[str, Any]
    lines: tuple[Line, ...]
    team: str | None
    cities: tuple[str, ...]
    country: str | None
    fields: tuple[str, ...]
    benefits: tuple[tuple[str | None, str], ...]
    introduction: str
    notes: tuple[str, ...]
    unread: tuple[str, ...]


def reading_of(advert: Advert, known: Vocabulary) -> Reading:
    """Return what the advert says; raise NotAnAdvert for a text that says nothing a posting is made of."""
    facts, notes = _consistent(dict(_facts(advert)))
    lines = tuple(_lines(advert, known))
    _demand_advert(facts, lines)
    cities = tuple(str(advert.value("city") or "").split(", ")) if advert.value("city") else ()
    listed = tuple((each["category"], str(each["name"])) for each in benefits(advert))
    names = tuple(advert.value("fields_of_study") or ())
    return Reading(
        advert.source.original, fingerprint(advert.source.text),
        facts, lines, advert.value("team_or_department"), cities, advert.value("country"), names, listed,
        introduction(advert), tuple(notes), tuple(text for role, _, text in passages(advert) if role == "unread"),
    )  # fmt: skip


def fingerprint(text: str) -> str:
    """Return the hash of a text as it is read: the same words in other line ends or quotes are the same text."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()


def _demand_advert(facts: Mapping[str, Any], lines: tuple[Line, ...]) -> None:
    if len(lines) > MOST_ITEMS:
        raise NotAnAdvert(
            f"It lists {len(lines)} items; one advert has at most {MOST_ITEMS}. Are there several in one text?"
        )
    if not lines and len(TELLING & set(facts)) < 2:
        raise NotAnAdvert("This does not read like an advert: neither duties nor qualifications nor dates were found.")


def _facts(advert: Advert) -> Iterator[tuple[str, Any]]:
    read = {name: advert.value(name) for name in (*SAME, *OTHER_NAME.values())}
    yield from ((name, read[name]) for name in SAME if read[name] is not None)
    for name in ("job_start_date", "graduation_by"):
        if month := read[OTHER_NAME[name]]:
            yield name, parse_month(month)
    if read["degree_levels"]:
        yield "degree_levels", tuple(read["degree_levels"])
    if kind := EMPLOYMENT.get(read["employment_type"] or ""):
        yield "employment_type", kind
    if read["must_be_enrolled"] is not None:
        yield "must_be_studying", read["must_be_enrolled"]
    if pay := read["salary"]:
        figures = {"pay_min": pay.min, "pay_max": pay.max}
        yield from ((name, Decimal(str(each))) for name, each in figures.items() if each is not None)
        units = {"pay_currency": pay.currency, "pay_period": pay.period, "pay_super": advert.value("pay_super")}
        yield from ((name, each) for name, each in units.items() if each)


def _consistent(facts: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return what a row may hold, and what had to be left out, in words: the text may say the impossible."""
    notes = []
    if facts.get("work_mode") == "hybrid" and facts.get("days_per_week_min") == facts.get("on_site_days_min"):
        # "Two days a week in the office" of a hybrid role are no two days of work.
        facts.pop("days_per_week_min", None)
    if facts.get("on_site_days_min", 0) > facts.get("days_per_week_min", 7):
        notes.append("The text says more days on site than working days; the days on site were left out.")
        del facts["on_site_days_min"]
    first, last = facts.get("graduation_from"), facts.get("graduation_by")
    if first and last and first > last:
        notes.append("The text's first month to finish in lies behind its last; the first was left out.")
        del facts["graduation_from"]
    if len(facts.get("title", "")) > LONGEST_TITLE:
        notes.append("The title is longer than a title can be; it was cut.")
        facts["title"] = facts["title"][:LONGEST_TITLE].rsplit(" ", 1)[0]
    return facts, notes + list(_moments(facts))


def _moments(facts: dict[str, Any]) -> Iterator[str]:
    opens, closes = facts.get("opens_at"), facts.get("valid_through")
    if opens and closes and opens[0] > closes[0]:
        del facts["opens_at"]
        yield "The text closes applications before it opens them; the opening was left out."


def _lines(advert: Advert, known: Vocabulary) -> Iterator[Line]:
    conditions = condition_items(advert, known)
    for item in advert.items:
        if item.kind in KINDS:
            yield line_of(item, known, item in conditions)


def line_of(item: Item, known: Vocabulary, became_facts: bool = False) -> Line:
    kind = KINDS[item.kind]
    words = study.without_fields(item.text)
    skills = tuple(dict.fromkeys(skills_in(words, known))) if kind != "duty" else ()
    return Line(kind, item.text, skills, _rule(words, len(skills)), became_facts, item.start)


def _rule(words: str, skills: int) -> str:
    """Return how the skills bind: of "Unix/Linux" either will do, and one alone is an example or demanded."""
    rule = rule_of(words)
    if skills == 2 and rule == "all" and EITHER.search(words):
        return "any_of"
    return rule if skills > 1 or (skills and rule == "examples") else "all"


def introduction(advert: Advert) -> str:
    """Return what the text says of the team."""
    text = advert.source.text
    parts = (text[each.start : each.end].strip(" -\n") for each in advert.segments if each.name == "team_introduction")
    return "\n\n".join(" ".join(part.split()) for part in parts if part)


def span_of(advert: Advert, field: str) -> tuple[int, int] | None:
    """Return where the value of a posting's field was read."""
    wanted = "salary" if field.startswith("pay_") and field != "pay_super" else OTHER_NAME.get(field, field)
    return next(((fact.start, fact.end) for fact in advert.facts if fact.name == wanted), None)
