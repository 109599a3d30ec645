"""When it starts, which intake it belongs to, how long it lasts, how many days a week."""

import re
from collections.abc import Iterator
from math import ceil

from .months import NAMES, YEAR, Month, months
from .page import Fact, Page, facts, sentence

WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
WORDS |= {"sixteen": 16, "eighteen": 18, "twenty": 20, "twenty-four": 24, "thirteen": 13, "fourteen": 14}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
LENGTH = re.compile(
    rf"(?<![\w.$/-])(?P<number>{NUMBER})(?:\s?\([^()]{{1,12}}\))?\+?(?:\s?(?:-|–|—|to"
    rf"|or)\s?{NUMBER}\+?)?(?:\s?\([^()]{{1,12}}\))?[\s-]{{0,2}}(?P<unit>weeks?|wks?|months?|mths?|years?)\b(?!'?"
    rf" (?:ago|old|of age|notice))",
    re.IGNORECASE,
)
IN_LENGTH = re.compile(
    r"\b(?:intern(?:ship)?s?|program(?:me)?s?|placements?|co-?op|contract|duration|minimum|length|commit\w*|role"
    r"|runs?|lasts?|period"
    r"|full[- ]time|paid|traineeship|rotations?|fixed[- ]term|cadetship|stage|opportunity|position|temporary"
    r"|vacation|summer|for)\b",
    re.IGNORECASE,
)
NO_LENGTH = re.compile(
    r"\b(?:experience|ago|leave|notice|probation\w*|within|every|founded|history|old|parental|vacation days"
    r"|degree|track record|holiday"
    r"|warranty|graduat(?:ed|ion|ing)|annual|past|last|respond|reply|hear from|review|respon[sd]\w*|back to you"
    r"|studies|stud(?:y|ying))\b",
    re.IGNORECASE,
)
DAYS = re.compile(
    rf"(?<![\w.$/-])(?P<number>{NUMBER})\+?(?:\s?(?:-|–|—|to"
    rf"|or)\s?{NUMBER})?\+?(?:\s?\([^()]{{1,20}}\))?[\s-](?:full |working |business |office )?days?"
    r"(?: of work)?(?:\s?\([^()]{1,20}\))?(?: (?:onsite|on-site|on site|in (?:the |our )?office|in"
    r" person))?,?\s?(?:per|a|each|/|every|in the|of the|out of each)\s?(?:working )?week\b",
    re.IGNORECASE,
)
START = re.compile(
    r"\b(?:(?:earliest )?start(?:s|ing)?(?: dates?)?|commenc(?:e|es|ing|ement)|begin(?:s|ning)?|runs?|takes?"
    r" place|kicks? off|joining|based from|running|available (?:from|to start)|(?:work|commit|internship"
    r"|free)\b[^.\n]{0,40} from(?= \d| [A-Z]))\b",
    re.IGNORECASE,
)
NO_START = re.compile(
    r"\b(?:applications? (?:open|close|start)|review(?:ing|ed)?|interview(?:s|ing)?|your career|degree|founded)\b",
    re.IGNORECASE,
)
PROGRAMME = re.compile(
    r"(?:(?P<after>(?<![\d$€£.,])\b20[2-4]\d(?:\s?[/–-]\s?(?:20)?\d\d\b)?)[\s-]+(?:\w+[\s-]+){0,4}?(?:start"
    r"|intake|cohort|program(?:me)?|intern(?:ship)?s?|season|summer|winter|graduates?|placement|vacation(?:er)?"
    r"|clerkship|cadet(?:ship)?|co-?op|traineeship|grad)\b"
    r"|\b(?:summer|winter|spring|autumn|fall|intake|cohort|start(?:ing)?|commencing|beginning|programme?"
    r"|intern(?:ship)?s?|placement|season|term|cohort of|vacation)s?(?: \w+){0,2}?[\s(–—,:|-]+(?:in |for |of "
    r"|from |during |early |mid |late |mid-)*(?P<before>20[2-4]\d(?:\s?[/–-]\s?(?:20)?\d\d\b)?))",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|no longer|closed|filled|previous|last year|already|instead of|isn't|aren't|former|past|since"
    r"|founded|opened in|won|award\w*|named|ranked|voted|graduat\w+|class of|complet\w+|completion|clos\w+"
    r"|deadline|posted|appl(?:y|ications) (?:by|before))\b",
    re.IGNORECASE,
)
MONTH_NAME = re.compile(rf"(?:\b(?:in|from|on)?\s*)({NAMES})\b(?!\s+20\d\d)")


def number(words: str) -> int:
    return WORDS.get(words.lower()) or int(words)


def starts(page: Page) -> Iterator[Fact]:
    """Yield the earliest month that a sentence about the start names with its year."""
    for label in page.label("start"):
        if named := [month.day for month in months(label.value) if month.day]:
            yield Fact("earliest_start", f"{min(filter(None, named)):%Y-%m}", label.start, label.end)
    text = page.about_role
    for found in START.finditer(text):
        low, high = sentence(text, *found.span())
        first = min(high, found.end() + 90)
        if NO_START.search(text, max(low, found.start() - 40), first) or re.search(
            r"\bgraduat", text[found.end() : first]
        ):
            continue
        named = [month.day for month in months(text, found.end(), first) if month.day]
        if not named:
            named = [month.day for month in _with_year_before(text, low, found, first) if month.day]
        if named:
            yield Fact("earliest_start", f"{min(filter(None, named)):%Y-%m}", low, high)


def _with_year_before(text: str, low: int, found: "re.Match[str]", high: int) -> "list[Month]":
    """Return the month of "in 2026 (starting in January)": the year stands just before."""
    year = list(
        re.finditer(
            r"\b(20\d\d)\s*[(,–—-]*\s*(?:earliest |with an? )?$", text[max(low, found.start() - 25) : found.start()]
        )
    )
    named = months(text, found.end(), min(high, found.end() + 25))
    if not year or not named:
        return []
    return months(f"{text[named[0].start : named[0].end]} {year[0][1]}")


def intakes(page: Page, title: Fact | None) -> Iterator[Fact]:
    """Yield the programme's year: of the words around it, else of the start."""
    for label in [*page.label("intake"), *([title] if title else [])]:
        if found := YEAR.search(page.text[label.start : label.end]):
            yield Fact("intake_year", int(found[1]), label.start, label.end)
    text = page.about_role
    for found in PROGRAMME.finditer(text):
        group = "after" if found["after"] else "before"
        if not _denied(text, found, found.start(group)):
            yield facts("intake_year", text, found, int(found[group][:4]))
    for fact in starts(page):
        yield Fact("intake_year", int(fact.value[:4]), fact.start, fact.end)


def _denied(text: str, found: "re.Match[str]", at: int) -> bool:
    low, high = sentence(text, *found.span())
    return bool(DENIED.search(text, max(low, at - 45), min(high, at + 45)))


def lengths(page: Page) -> Iterator[Fact]:
    """Yield the least length in weeks; weeks before months, a label before a sentence."""
    labelled = [
        (found, label)
        for label in page.label("duration", "employment", "hours")
        for found in LENGTH.finditer(label.value)
    ]
    yield from (Fact("duration_weeks_min", _weeks(found), label.start, label.end) for found, label in labelled)
    text = page.about_role
    found = [each for each in LENGTH.finditer(text) if _is_length(text, each)]
    for each in sorted(found, key=lambda each: each["unit"][0].lower() != "w"):
        yield facts("duration_weeks_min", text, each, _weeks(each))


def _weeks(found: "re.Match[str]") -> int:
    count, unit = number(found["number"]), found["unit"][0].lower()
    return count if unit == "w" else ceil(count * 13 / 3) if unit == "m" else count * 52


def _is_length(text: str, found: "re.Match[str]") -> bool:
    low, high = sentence(text, *found.span())
    near = text[max(low, found.start() - 60) : min(high, found.end() + 50)]
    return bool(IN_LENGTH.search(near)) and not NO_LENGTH.search(near)


def days(page: Page) -> Iterator[Fact]:
    """Yield the least days a week; days at home are none of them."""
    text = page.about_role
    for found in DAYS.finditer(text):
        near = text[max(0, found.start() - 25) : found.end() + 25].lower()
        if (
            not re.search(
                r"from home|remote|wfh|drink|lunch|social"
                r"|train",
                near,
            )
            and 1 <= number(found["number"]) <= 7
        ):
            yield facts("days_per_week_min", text, found, number(found["number"]))
