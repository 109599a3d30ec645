"""Facts as people say them: "December 2026", "$43 an hour plus super", "Sunday 14 March 2027, 11:59 pm AEDT"."""

from datetime import date, datetime, tzinfo
from decimal import Decimal

from babel.numbers import format_currency

from careers.postings.choices import PayPeriod, PaySuper

LOCALE = "en_AU"
MONTHS = tuple(f"{date(2000, number, 1):%B}" for number in range(1, 13))  # strftime was a fifth of an answer's time


def month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def day(value: date) -> str:
    return f"{value.day} {month(value)}"


def moment(value: datetime, zone: tzinfo) -> str:
    """Return weekday, date, time and the zone's short name, in that zone."""
    local = value.astimezone(zone)
    return f"{local:%A} {day(local)}, {clock(local)} {local:%Z}"


def clock(value: datetime) -> str:
    """Return "2:30 pm"; to many readers 12:00 am is the end of its day, and 12:00 pm the night."""
    if not value.hour % 12 and not value.minute:
        return "12:00 noon" if value.hour else "12:00 am (start of the day)"
    return f"{value.hour % 12 or 12}:{value:%M} {'am' if value.hour < 12 else 'pm'}"


def counted(number: object, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(words: list[str], conjunction: str = "and") -> str:
    """Return "a, b and c"."""
    return f" {conjunction} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def length(weeks: int | None, months: int | None) -> str:
    """Return every stated minimum: an advert that says both weeks and months is shown saying both."""
    stated = [counted(number, noun) for number, noun in ((weeks, "week"), (months, "month")) if number]
    return f"At least {' and also '.join(stated)}" if stated else ""


def money(amount: Decimal, currency: str) -> str:
    """Return an amount the Australian way, cents only where there are some."""
    text = format_currency(amount, currency, locale=LOCALE)
    return text.removesuffix(".00")


def pay(low: Decimal | None, high: Decimal | None, currency: str, period: str, super_: str | None) -> str:
    """Return "" where neither end is stated."""
    ends = [money(amount, currency) for amount in (low, high) if amount is not None]
    if not ends:
        return ""
    if high is None:
        ends = [f"From {ends[0]}"]
    elif low is None:
        ends = [f"Up to {ends[0]}"]
    extra = f" {PaySuper(super_).label}" if super_ else ""
    return f"{' to '.join(dict.fromkeys(ends))} {PayPeriod(period).label}{extra}"


def sentence(text: str) -> str:
    """Return `text` with its first letter in capitals and the rest as it is."""
    return text[:1].upper() + text[1:]
