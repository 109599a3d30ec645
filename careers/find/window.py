"""The window bar: a posting's earliest start, minimum length and cut-off, and a student's own, on one line of years."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from careers.lib.periods import days_later, last_day, last_days
from careers.postings.phrases import counted, month

from .eligibility import Applicant, Stated
from .eligibility.words import both, length

WIDTH = 1000
# A student's own dates widen the scale by so many years at most: further off, they would leave the bars no room.
NEAR = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """The months, first to last inclusive, that every bar of a page spans: WIDTH units wide, each month as wide."""

    first: date
    last: date

    @classmethod
    def over(cls, postings: Iterable[Stated], applicant: Applicant | None = None) -> Self | None:
        """Return whole years that hold every date these state, and a student's own near them; None without a date."""
        years = [year for stated in postings for year in years_of(stated)]
        if not years:
            return None
        first, last = min(years), max(years)
        own = [year for year in own_years(applicant) if first - NEAR <= year <= last + NEAR] if applicant else []
        return cls(date(min([first, *own]), 1, 1), date(max([last, *own]), 12, 1))

    def x(self, day: date) -> float:
        """Return where `day` begins; below 0 or above WIDTH outside the scale."""
        months = months_between(self.first, day) + (day.day - 1) / monthrange(day.year, day.month)[1]
        return round(WIDTH * months / (months_between(self.first, self.last) + 1), 1)

    def point(self, day: date | None) -> float | None:
        """Return where `day` ends, None off the scale: a mark drawn at the edge would be read as a date there."""
        at = self.x(days_later(day, 1)) if day else None
        return at if at is not None and 0 <= at <= WIDTH else None

    def years(self) -> tuple[tuple[int, float], ...]:
        """Return each year whose January is on the scale, with where it begins."""
        januaries = (date(year, 1, 1) for year in range(self.first.year, self.last.year + 1))
        return tuple((january.year, self.x(january)) for january in januaries if january >= self.first)


@dataclass(frozen=True, slots=True)
class Row:
    """A span cut to the scale, and a mark; `x` is None where nothing of it shows, `width` 0 without a length."""

    x: float | None
    width: float
    finish: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Window:
    years: tuple[tuple[int, float], ...]
    posting: Row
    own: Row | None

    @property
    def text(self) -> str:
        return f"{self.posting.text} {self.own.text}" if self.own else self.posting.text


def window(stated: Stated, scale: Scale, applicant: Applicant | None = None) -> Window:
    """Return the bar of one posting; the student's row is there once they have said a start or an end."""
    own = own_row(applicant, scale) if applicant and (applicant.available_from or applicant.graduation) else None
    return Window(scale.years(), posting_row(stated, scale), own)


def posting_row(stated: Stated, scale: Scale) -> Row:
    cut_off = last_day(stated.graduation_by) if stated.graduation_by else None
    x, width = span(scale, stated.job_start_date, end_of(stated))
    return Row(x, width, scale.point(cut_off), posting_text(stated))


def own_row(applicant: Applicant, scale: Scale) -> Row:
    finish = last_day(applicant.graduation) if applicant.graduation else None
    x, width = span(scale, applicant.available_from, own_end(applicant))
    return Row(x, width, scale.point(finish), own_text(applicant))


def own_end(applicant: Applicant) -> date | None:
    start = applicant.available_from
    return max(last_days(start, applicant.weeks, None), default=None) if start else None


def span(scale: Scale, start: date | None, end: date | None) -> tuple[float | None, float]:
    """Return the left edge and the width of what lies on the scale."""
    if not start:
        return None, 0.0
    left = scale.x(start)
    right = scale.x(days_later(end, 1)) if end else left
    if left > WIDTH or right < 0:
        return None, 0.0
    return max(left, 0.0), round(min(right, WIDTH) - max(left, 0.0), 1)


def end_of(stated: Stated) -> date | None:
    start = stated.job_start_date
    return max(last_days(start, stated.weeks_min, stated.months_min), default=None) if start else None


def years_of(stated: Stated) -> set[int]:
    dates = (stated.job_start_date, end_of(stated), stated.graduation_from, stated.graduation_by)
    return {each.year for each in dates if each} | ({stated.intake_year} if stated.intake_year else set())


def own_years(applicant: Applicant) -> set[int]:
    dates = (applicant.available_from, own_end(applicant), applicant.graduation)
    return {each.year for each in dates if each}


def months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def posting_text(stated: Stated) -> str:
    lasting = length(stated.weeks_min, stated.months_min)
    runs = f"runs at least {lasting}" if lasting else "length not stated"
    return f"{start_text(stated)}, {runs}, {finish_text(stated)}."


def start_text(stated: Stated) -> str:
    if stated.job_start_date:
        return f"Starts {month(stated.job_start_date)} at the earliest"
    return f"Starts in {stated.intake_year}, month not stated" if stated.intake_year else "Start not stated"


def finish_text(stated: Stated) -> str:
    low, high = stated.graduation_from, stated.graduation_by
    if low and high:
        return f"finish your course from {month(low)} to {month(high)}"
    if low:
        return f"finish your course in {month(low)} or later"
    return f"finish your course by {month(high)}" if high else "month to finish by not stated"


def own_text(applicant: Applicant) -> str:
    begin, weeks = applicant.start_words.removeprefix("you "), applicant.weeks
    lasting = f" for {counted(weeks, 'week')}" if begin and weeks else ""
    return f"You {both(part for part in (begin + lasting, applicant.finish_words.removeprefix('you ')) if part)}."
