"""Months and years in a text, however they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from careers.lib.months import month_number

# In plain letters whatever the form around it: “ſept” is no month.
NAMES = (
    r"(?a:[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?"
    r"|[Ss]ept?(?:ember)?"
    r"|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY"
    r"|JUNE?|JULY?"
    r"|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
MONTH = re.compile(
    rf"\b(?P<name>{NAMES})\b\.?(?: \d{{1,2}}(?:st|nd|rd|th)?(?=[, –-]))?,?(?:\s?(?:of |in )?(?P<year>20\d\d)\b|"
    rf" ?'(?P<short>\d\d)\b)?"
    r"|\b(?P<iso>20\d\d)-(?P<number>0[1-9]|1[0-2])(?:-[0-3]\d)?\b"
    r"|\b(?P<day>[0-3]?\d)[/.](?P<middle>[0-3]?\d)(?P<mark>[/.])(?P<last>20\d\d)\b|\b(?P<plain>0?[1-9]"
    r"|1[0-2])/(?P<end>20\d\d)\b"
)
YEAR = re.compile(r"(?<![\d$€£.,-])\b(20[1-4]\d)(?:\s?[/–-]\s?(?:20)?\d\d\b)?(?![\d,]|\s?%)")


WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?"
# What stands between the months of "January or July 2027", "1 June to 3 July 2027", "May – August 2027".
JOINED = re.compile(
    r"\W*(?:\d{1,2}(?:st|nd|rd|th)?)?\W*(?:or|and|to|through|until|till|thru)?\W*(?:the )?"
    rf"(?:{WEEKDAY} (?:the )?)?(?:\d{{1,2}}(?:st|nd|rd|th)? ?(?:of )?)?"
    r"(?:end of |late |early |mid[- ])?\W*"
)


OR = re.compile(r"\bor\b")
RANGE = re.compile(r"(?: \d{1,2}(?:st|nd|rd|th)?)? ?(?:-|–|—|to|until|through) ?(?:\d{1,2}(?:st|nd|rd|th)? ?)?")


@dataclass(frozen=True)
class Month:
    """A month in a text; `day` is None where the text gives no year to it."""

    number: int
    day: date | None
    start: int
    end: int


def months(text: str, start: int = 0, end: int | None = None) -> list[Month]:
    """Return the months in text[start:end]; in "January or July 2027" both have the year."""
    found = list(_months(text, start, len(text) if end is None else end))
    for at in range(len(found) - 2, -1, -1):
        month, after = found[at], found[at + 1]
        if month.day is None and after.day and JOINED.fullmatch(text[month.end : after.start]):
            gap = text[month.end : after.start]
            # Of "17 May to 6 August or 14 June to 3 September 2027" all are in that year.
            other = OR.search(gap) and at > 0 and RANGE.fullmatch(text[found[at - 1].end : month.start])
            year = after.day.year - (month.number > after.number and not other)
            found[at] = Month(month.number, date(year, month.number, 1), month.start, month.end)
    return found


def _months(text: str, start: int, end: int) -> Iterator[Month]:
    for found in MONTH.finditer(text, start, end):
        number, year = _parts(found)
        if number and (year or (found["name"] and found["name"][0].isupper())):
            yield Month(number, date(year, number, 1) if year else None, *found.span())


def _parts(found: "re.Match[str]") -> tuple[int, int]:
    """Return month and year, 0 for what is not said; 3/4/2027 may be March or April, so it says neither.

    With dots the day comes first wherever they are used; a number above twelve is the day.
    """
    if found["name"]:
        year = found["year"] or (f"20{found['short']}" if found["short"] else 0)
        return month_number(found["name"].lower()[:3]), int(year)
    if found["iso"]:
        return int(found["number"]), int(found["iso"])
    if found["plain"]:
        return int(found["plain"]), int(found["end"])
    day, middle = int(found["day"]), int(found["middle"])
    if middle > 12 >= day and found["mark"] == "/":
        day, middle = middle, day
    sure = 1 <= middle <= 12 and (day > 12 or day == middle or found["mark"] == ".")
    return (middle, int(found["last"])) if sure else (0, 0)
