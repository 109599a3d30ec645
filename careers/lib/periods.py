"""Arithmetic of months, lengths and last days; every date is clipped to the calendar's ends, so nothing here raises."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """Return the same day `months` later (or earlier), or the last day of that month where it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    if not 12 <= month < 12 * 10_000:
        return date.min if month < 12 else date.max
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def days_later(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def last_day(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def last_days(start: date, weeks: int | None, months: int | None) -> list[date]:
    """Return the last day of work for each stated length, the start counting as the first."""
    ends = [days_later(start, 7 * weeks)] if weeks else []
    ends += [months_later(start, months)] if months else []
    return [days_later(end, -1) for end in ends]


def latest_start_before(cut_off: date, weeks: int | None, months: int | None) -> date | None:
    """Return the last start from which the shortest stated length ends within the month of `cut_off`."""
    after = days_later(last_day(cut_off), 1)
    starts = [days_later(after, -7 * weeks)] if weeks else []
    starts += [months_later(after, -months)] if months else []
    return max(starts, default=None)


def weeks_needed(weeks: int | None, months: int | None) -> int | None:
    """Return how many weeks meet every stated length; a month is 13/3 weeks, as in a quarter of a year."""
    stated = [number for number in (weeks, months and -(-months * 13 // 3)) if number]
    return max(stated, default=None)


def earliest_end(start: date, weeks: int | None, months: int | None) -> date:
    """Return the first day on which every stated length is over; without a length, the start itself."""
    return max(last_days(start, weeks, months), default=start)


def end_after(cut_off: date, start: date, weeks: int | None, months: int | None) -> date | None:
    """Return the earliest end where it lies after the month of `cut_off`, else None."""
    end = earliest_end(start, weeks, months)
    return end if end > last_day(cut_off) else None
