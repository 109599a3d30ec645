"""From when and until when one may apply: days, with the time of day where the text gives one."""

import re
from collections.abc import Iterator
from datetime import date, time

from careers.lib.months import month_number
from careers.lib.periods import last_day

from .months import NAMES, WEEKDAY
from .page import Fact, Page, facts, matches

DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<name>{NAMES})\.?,?[ -](?P<year>20\d\d)\b"
    rf"|\b(?P<first>{NAMES})\.? (?P<then>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<last>20\d\d)\b"
    r"|\b(?P<iso>20\d\d-\d\d-\d\d)\b|\b(?P<plain>\d{1,2})(?P<mark>[/.-]) ?(?P<middle>\d{1,2})(?P=mark) ?"
    r"(?P<end>(?:20)?\d\d)\b(?![/.-]?\d)"
    rf"|\bend of (?P<whole>{NAMES}),? (?P<its>20\d\d)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b|\b(?P<full>\d\d):(?P<of>\d\d)\b"
    r"|\b(?P<noon>noon|midday)\b",
    re.I,
)
ZONE = r"(?:A[CEW][SD]T|[ECMP][SD]?T|GMT|UTC|BST|CES?T|NZ[SD]T)"
CLOSES = re.compile(
    r"\b(?:applications? (?:will )?(?:close|closing|due|must be (?:in|received|submitted))s?|clos(?:es"
    r"|ing)(?: date)?"
    r"|deadline|apply:? (?:(?:(?!\. )[^\n]){0,130}? )?(?:by|before|until|till|no later than)"
    r"|submit\w* (?:\w+ ){0,4}by|close on"
    r"|(?:send|upload|DM|(?:e-?)?mail|write|tell us|cv to)\b(?:(?!\. )[^\n]){0,110}? (?:by|before|until|no later than)"
    rf"(?= (?:{WEEKDAY} |noon |midday |{ZONE} |(?:the )?end of |[\d:.apm]{{1,7}} |on |the )*(?:\d|{NAMES}))"
    r"|(?<=and )close|(?:applications?|documents):?(?:(?!review|assess|notif|hear|outcome|offer|open|interview"
    r"|receiv|shortlist|start|commenc|contact)(?:[^.\n]|\.(?=\w))){0,60}? (?:by|before|until|no later than))\b",
    re.IGNORECASE,
)
# "Open 14 June and close 11 July 2027": the year stands with the later day.
NO_YEAR = re.compile(
    rf"\W*(?:on |from )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>{NAMES})\W+(?:and )?$", re.IGNORECASE
)
OPENS = re.compile(r"(?<=\()opens\b|\bapplications? (?:will )?open(?:s|ed|ing)?\b|\bopening date\b", re.IGNORECASE)
# A line that goes on in lower case is wrapped.
LINE_END = re.compile(r"\n(?![a-z])")
REACH = 60
NEAR = 45
WORDS = (
    "appl",
    "clos",
    "deadline",
    "submit",
    "open",
    "send",
    "mail",
    "write",
    "tell us",
    "documents",
    "cv to",
    "upload",
    "dm ",
)


def deadlines(page: Page) -> Iterator[Fact]:
    """Yield (date, time or None): the moment follows once the place, and so the zone, is known."""
    started = any(page.label("start"))
    for label in page.label("closing"):
        # Beside a start date, an end date is that of the work.
        of_work = started and page.text[label.start :][:8].lower() == "end date"
        if not of_work and (day := first_day(label.value)):
            yield Fact("valid_through", day, label.start, label.end)
    for label in page.label("posted"):
        if OPENS.match(page.text, label.start) and (day := first_day(label.value)):
            yield Fact("opens_at", day, label.start, label.end)
    for name, form in (("valid_through", CLOSES), ("opens_at", OPENS)):
        for found in matches(form, page.about_role, *WORDS):
            if day := first_day(_behind(page.text, found)) or _shared_year(page.text, found):
                yield facts(name, page.text, found, day)


def _behind(text: str, found: "re.Match[str]") -> str:
    """Return what follows up to the line's end, the next such word, or a few words on."""
    rest = LINE_END.split(text[found.end() : found.end() + REACH])[0]
    other = CLOSES.search(rest) or OPENS.search(rest)
    return rest[: other.start()] if other else rest


def _shared_year(text: str, found: "re.Match[str]") -> tuple[date, time | None] | None:
    rest = text[found.end() : found.end() + 2 * REACH].split("\n")[0]
    other = CLOSES.search(rest)
    mine = NO_YEAR.match(rest[: other.start()]) if other else None
    last = first_day(rest[other.end() :]) if other and mine else None
    if not mine or not last:
        return None
    month = month_number(mine["name"].lower()[:3])
    try:
        return date(last[0].year - (month > last[0].month), month, int(mine["day"])), None
    except ValueError:
        return None


def first_day(text: str) -> tuple[date, time | None] | None:
    """Return the first day that the text names; 3/4/2027 may be either of two, so it names none."""
    for found in DAY.finditer(text):
        if day := _day(found):
            return day, _clock(f"{text[: found.start()][-NEAR:]} {text[found.end() :][:NEAR]}")
    return None


def _day(found: "re.Match[str]") -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["plain"]:
            day, month = int(found["plain"]), int(found["middle"])
            if month > 12 >= day and found["mark"] == "/":
                day, month = month, day
            sure = day > 12 or day == month or found["mark"] == "."
            return date(2000 + int(found["end"]) % 100, month, day) if sure else None
        if found["whole"]:
            return last_day(date(int(found["its"]), month_number(found["whole"].lower()[:3]), 1))
        year, number = int(found["year"] or found["last"]), int(found["day"] or found["then"])
        return date(year, month_number((found["name"] or found["first"]).lower()[:3]), number)
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    found = CLOCK.search(text)
    if not found:
        return None
    if found["noon"]:
        return time(12)
    hour = int(found["full"] or int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0))
    minute = int(found["of"] or found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
