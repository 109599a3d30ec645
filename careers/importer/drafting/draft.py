"""A reading with its names resolved to rows: what a draft posting will hold, and what has no row yet."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from django.utils import timezone

from careers.importer.advert import parse
from careers.postings.models import Posting

from .reading import reading_of
from .words import label_of, labels

UNITS = ("pay_currency", "pay_period")
PAY = ("pay_min", "pay_max", "pay_super", *UNITS)
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True)
class Draft:
    """`facts` by field of a posting, rows and moments resolved. `missing` says in words what has no row."""

    source_text: str
    source_hash: str
    facts: dict
    lines: tuple = ()
    fields_of_study: tuple = ()
    new_fields: tuple = ()
    benefits: tuple = ()
    new_skills: tuple = ()
    missing: tuple = ()
    notes: tuple = ()
    source_url: str = ""
    entered: tuple = ()
    unread: tuple = ()

    def posting(self):
        """Return the row to be saved, without its lists."""
        return Posting(
            **self.facts, source_text=self.source_text, source_url=self.source_url, source_hash=self.source_hash
        )

    @property
    def remarks(self):
        """Return what a person should look at, in words."""
        new = (("skills", self.new_skills), ("fields of study", self.new_fields))
        return [
            *self.missing,
            *self.notes,
            *(f"New {what}: {', '.join(names)}." for what, names in new if names),
        ]

    @property
    def entered_labels(self):
        return labels(self.entered)

    @property
    def items(self):
        """Return the lines that stay items: the others became facts."""
        return tuple(line for line in self.lines if not line.became_facts)


def read_draft(text, known, source_url=""):
    """Return the draft of a text; raise NotAnAdvert where it is none."""
    return draft_of(reading_of(parse(text, known.context), known.context.skills), known, source_url)


def draft_of(reading, known, source_url=""):
    facts, missing = dict(reading.facts), []
    notes = list(reading.notes)
    for name, row, said in (
        ("team", known.team(reading.team) if reading.team else None, _no_team(reading)),
        ("location", _location(reading, known), _no_location(reading)),
    ):
        facts |= {name: row} if row else {}
        missing += [said] if said and not row else []
    fields = {name: known.field(name) for name in reading.fields}
    benefits = {name: known.benefit(category, name) for category, name in reading.benefits}
    missing += [f"No benefit is called “{name}”." for name, row in benefits.items() if not row]
    skills = dict.fromkeys(name for line in reading.lines for name in line.skills if not line.became_facts)
    notes += without_units(facts)
    place_moments(facts)
    return Draft(
        source_text=reading.source_text,
        source_hash=reading.source_hash,
        facts=facts,
        lines=reading.lines,
        fields_of_study=_rows(fields),
        new_fields=tuple(name for name, row in fields.items() if not row),
        benefits=_rows(benefits),
        new_skills=tuple(name for name in skills if not known.skill(name)),
        missing=tuple(missing),
        notes=tuple(notes),
        source_url=source_url,
        unread=reading.unread,
    )


def _rows(found):
    return tuple(dict.fromkeys(row for row in found.values() if row))


def _location(reading, known):
    return known.location(reading.cities[0], reading.country) if len(reading.cities) == 1 else None


def _no_team(reading):
    return f"The text names the team “{reading.team}”; no team here is called so." if reading.team else ""


def _no_location(reading):
    if len(reading.cities) > 1:
        return f"The text names several places of work: {', '.join(reading.cities)}. A posting has one."
    named = f"The text names {reading.cities[0]} as the place of work" if reading.cities else ""
    return named and f"{named}; no location here is called so."


def without_units(facts):
    """Take pay out that says no currency or no period, which a row cannot hold; return what to say about it."""
    if all(facts.get(name) for name in UNITS) or not {"pay_min", "pay_max"} & set(facts):
        return []
    amount = " to ".join(dict.fromkeys(f"{facts[name]:,}" for name in ("pay_min", "pay_max") if name in facts))
    gone = [name.removeprefix("pay_") for name in UNITS if not facts.get(name)]
    for name in PAY:
        facts.pop(name, None)
    return [f"The text names pay of {amount} without its {' and '.join(gone)}: fill in what it means."]


def place_moments(facts):
    """Turn (date, time or None) into moments on the clocks of the location; the end of the day closes."""
    place = facts.get("location")
    zone = place.zone if place else timezone.get_default_timezone()
    for name, whole_day in (("opens_at", time.min), ("valid_through", END_OF_DAY)):
        if isinstance(facts.get(name), tuple):
            day, clock = facts[name]
            facts[name] = datetime.combine(day, clock or whole_day, tzinfo=zone)


def with_entered(draft, entered, wins=False):
    """Return the draft with facts a person entered for many at once, where the text says nothing or `wins` is set."""
    said = dict(draft.facts)
    if pay_in(said) and pay_in(entered):
        # Half of one pay and half of another is nobody's: it is the text's or what was entered, as a whole.
        said = {name: value for name, value in said.items() if not (wins and name in PAY)}
    new = {name: value for name, value in entered.items() if wins or name not in said}
    if pay_in(said):
        new = {name: value for name, value in new.items() if name not in PAY}
    facts = {**said, **new}
    missing = tuple(each for each in draft.missing if not ("location" in new and "place" in each))
    notes = (*draft.notes, *_disagreements(draft.facts, entered, wins))
    place_moments(facts)
    return replace(draft, facts=facts, missing=missing, notes=notes, entered=tuple(new))


def pay_in(facts):
    return bool({"pay_min", "pay_max"} & set(facts))


def _disagreements(said, entered, wins):
    """Yield what to say of each fact that was entered otherwise than the text says it."""
    for name, value in entered.items():
        if name in said and said[name] != value:
            kept = "What was entered was taken" if wins else "What the text says was kept"
            yield f"The text says {said[name]} for “{label_of(name)}”, entered was {value}. {kept}."
