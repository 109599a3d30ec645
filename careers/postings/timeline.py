"""What happens when: the dates a posting states, in the order of the calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from careers.lib.periods import last_day, last_days
from careers.postings import phrases


@dataclass(frozen=True)
class Moment:
    day: date
    label: str
    text: str
    is_past: bool


def timeline(posting, on: datetime) -> list[Moment]:
    """Return the stated moments, earliest first; [] where fewer than two say anything about an order."""
    zone = posting.location.zone if posting.location else None
    today = on.astimezone(zone).date()
    moments = [Moment(day, label, text, day < today) for day, label, text in stated(posting, zone) if day]
    return sorted(moments, key=lambda moment: moment.day) if len(moments) > 1 else []


def stated(posting, zone):
    """Yield (day, label, words); the day is None where the posting does not say."""
    posted, closes, start = posting.date_posted, posting.valid_through, posting.job_start_date
    yield posted, "Posted", phrases.day(posted) if posted else ""
    if closes and zone:
        yield closes.astimezone(zone).date(), "Applications close", phrases.moment(closes, zone)
    yield start, "Earliest start", phrases.month(start) if start else ""
    end = max(last_days(start, posting.weeks_min, posting.months_min), default=None) if start else None
    yield end, "Shortest internship ends", f"{phrases.day(end)}, if it starts at once" if end else ""
    finish = posting.graduation_by
    yield (
        last_day(finish) if finish else None,
        "Latest month to finish your course",
        phrases.month(finish) if finish else "",
    )
