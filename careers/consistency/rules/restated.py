"""A fact that an item says once more in words, and says otherwise than its field."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from careers.lib.months import parse_month
from careers.lib.numbers import WORD, number
from careers.postings.phrases import counted, month

from .finding import Flaw, warning
from .subject import Item, Subject

MONTH = "|".join(filter(None, calendar.month_name))
NUMBER = rf"(?P<number>\d{{1,3}}|{WORD})"
# With Unicode’s letters “ſix” were a six, and no number.
FLAGS = re.IGNORECASE | re.ASCII
DAYS = re.compile(rf"\b{NUMBER} days? (?:a|per|each|every) week", FLAGS)
HOURS = re.compile(rf"\b{NUMBER} hours? (?:a|per|each|every) week", FLAGS)
FINISH = re.compile(rf"\b(?:graduat|finish|complet)\w*\b[^.;]{{0,80}}?\b(?P<month>(?:{MONTH}) 20\d\d)", FLAGS)


@warning("P065", "responsibilities", "An item says otherwise than a field")
def said_otherwise(subject: Subject, on: date) -> Iterator[Flaw]:
    for item in subject.items:
        for said, stated in contradictions(subject, item):
            yield Flaw(
                f"An item says “{said}”, and the posting states {stated}.",
                "Take it out of the item, or mend the field: students read both.",
                field=item.field,
            )


def contradictions(subject: Subject, item: Item) -> Iterator[tuple[str, str]]:
    """Yield (what the item says, what the field states) where they differ; an empty field states nothing."""
    days = [each for each in (subject.days_per_week_min, subject.on_site_days_min) if each is not None]
    for match in DAYS.finditer(item.text):
        if days and number(match["number"]) not in days:
            yield match.group(), " and ".join(counted(each, "day") for each in dict.fromkeys(days)) + " a week"
    for match in HOURS.finditer(item.text):
        if subject.hours_per_week and Decimal(number(match["number"])) != subject.hours_per_week:
            yield match.group(), f"{counted(f'{subject.hours_per_week:g}', 'hour')} a week"
    cut_offs = [each for each in (subject.graduation_from, subject.graduation_by) if each]
    for match in FINISH.finditer(item.text):
        if cut_offs and parse_month(match["month"]) not in cut_offs:
            yield match.group(), " and ".join(month(each) for each in cut_offs)
