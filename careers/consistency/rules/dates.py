"""Rules about dates: the window that cut-off, start and length leave, and dates that contradict each other."""

from collections.abc import Iterator
from datetime import UTC, date

from careers.lib.periods import days_later, earliest_end, end_after, last_day, last_days, latest_start_before
from careers.postings.phrases import counted, day, length, month

from .finding import Flaw, error, warning
from .subject import Subject

WAITING = {"draft", "in_review"}
SHORT_WINDOW = 2
# Lengths in weeks and in months are rounded to each other: 13 weeks and 3 months differ by a day or two.
SAME_LENGTH = 3


def dates_of(subject: Subject) -> str:
    """Return what a waiver of the window is given for: every fact it follows from."""
    by, since, start = subject.graduation_by, subject.graduation_from, subject.job_start_date
    parts = (
        f"finish from {month(since)}" if since else "",
        f"finish by {month(by)}" if by else "",
        f"start in {month(start)}" if start else "",
        length(subject.weeks_min, subject.months_min).lower(),
        "enrolled throughout" if subject.must_stay_enrolled else "",
    )
    return ", ".join(filter(None, parts))


def end_beyond_cut_off(subject: Subject) -> date | None:
    """Return the earliest end of the work where it lies after the cut-off, whether enrolment is required or not."""
    by, start = subject.graduation_by, subject.job_start_date
    return end_after(by, start, subject.weeks_min, subject.months_min) if by and start else None


@error("P001", "graduation_by", "No month to finish the course is possible")
def nobody_fits(subject: Subject, on: date) -> Iterator[Flaw]:
    end = end_beyond_cut_off(subject)
    if not (subject.must_stay_enrolled and subject.graduation_by and subject.job_start_date and end):
        return
    yield Flaw(
        f"Nobody can meet this: one must finish by {month(subject.graduation_by)} and stay enrolled until the work "
        f"ends, on {day(end)} at the earliest (start in {month(subject.job_start_date)}, "
        f"{length(subject.weeks_min, subject.months_min).lower() or 'length not stated'}).",
        f"Move “finish by” to {month(end)} or later, start earlier, or say that enrolment may end before the work.",
        fact=dates_of(subject),
    )


@warning("P003", "graduation_by", "Hardly a month to finish the course is possible")
def window_is_short(subject: Subject, on: date) -> Iterator[Flaw]:
    first, by = first_month(subject), subject.graduation_by
    if not (first and by):
        return
    months = (by.year - first.year) * 12 + by.month - first.month + 1
    if 1 <= months <= SHORT_WINDOW:
        yield Flaw(
            f"Only those fit who finish between {month(first)} and {month(by)}: {counted(months, 'month')}.",
            f"Check “finish by” ({month(by)}): is a later month meant?",
            fact=dates_of(subject),
        )


def first_month(subject: Subject) -> date | None:
    """Return the first month in which one may finish the course, as far as the posting bounds it."""
    starts = [subject.graduation_from] if subject.graduation_from else []
    if subject.must_stay_enrolled and subject.job_start_date:
        end = earliest_end(subject.job_start_date, subject.weeks_min, subject.months_min)
        starts.append(end.replace(day=1))
    return max(starts, default=None)


@error("P004", "graduation_by", "No start is possible any more")
def too_late_to_start(subject: Subject, on: date) -> Iterator[Flaw]:
    by = subject.graduation_by
    if not (subject.must_stay_enrolled and by) or end_beyond_cut_off(subject):
        return
    latest = latest_start_before(by, subject.weeks_min, subject.months_min)
    if latest and on > latest:
        yield Flaw(
            f"No start is possible any more: who finishes by {month(by)} and stays enrolled had to start "
            f"by {day(latest)}.",
            "Close it, or move “finish by” to a later month.",
            fact=dates_of(subject),
        )


@warning("P005", "graduation_by", "The cut-off lies before the intake year")
def cut_off_before_intake(subject: Subject, on: date) -> Iterator[Flaw]:
    by, intake = subject.graduation_by, subject.intake_year
    if by and intake and by.year < intake:
        yield Flaw(
            f"One must finish by {month(by)}, before the intake of {intake} begins.",
            f"Check the year: is {by:%B} {intake} meant?",
            fact=f"finish by {month(by)}, intake {intake}",
        )


@error("P006", "intake_year", "The intake year is over")
def intake_is_over(subject: Subject, on: date) -> Iterator[Flaw]:
    if subject.intake_year and subject.intake_year < on.year:
        yield Flaw(
            f"Its intake is {subject.intake_year}, and that year is over.",
            "Close it, or give it the year of the next intake and check its dates.",
            fact=f"intake {subject.intake_year}",
        )


@warning("P007", "job_start_date", "The earliest start has passed")
def start_has_passed(subject: Subject, on: date) -> Iterator[Flaw]:
    start = subject.job_start_date
    if start and last_day(start) < on:
        yield Flaw(
            f"Its earliest start, {month(start)}, has passed.",
            "Say from which month people can start now, or close it.",
            fact=f"start in {month(start)}",
        )


@warning("P008", "months_min", "Two lengths that differ")
def two_lengths(subject: Subject, on: date) -> Iterator[Flaw]:
    weeks, months = subject.weeks_min, subject.months_min
    if not (weeks and months):
        return
    start = subject.job_start_date or date(subject.intake_year or on.year, 1, 1)
    in_weeks, in_months = (
        days_later(end, 1).toordinal() - start.toordinal() for end in last_days(start, weeks, months)
    )
    if abs(in_weeks - in_months) > SAME_LENGTH:
        both = f"{counted(weeks, 'week')} ({in_weeks} days) and {counted(months, 'month')} ({in_months} days)"
        yield Flaw(
            f"It states two lengths that differ: {both}.",
            "Keep the one that holds and clear the other.",
            fact=f"{counted(weeks, 'week')}, {counted(months, 'month')}",
        )


@warning("P009", "job_start_date", "The earliest start lies outside the intake year")
def start_outside_intake(subject: Subject, on: date) -> Iterator[Flaw]:
    start, intake = subject.job_start_date, subject.intake_year
    if start and intake and start.year != intake:
        yield Flaw(
            f"Its earliest start is {month(start)}, but its intake is {intake}.",
            "Make the two agree: change the start or the intake year.",
        )


@warning("P014", "valid_through", "The closing date has passed")
def closing_has_passed(subject: Subject, on: date) -> Iterator[Flaw]:
    closing = local_closing(subject)
    if closing and subject.status in WAITING and closing < on:
        yield Flaw(
            f"It closes on {day(closing)}, which has passed.",
            "Move the closing date or clear it before you publish.",
            fact=f"closes {day(closing)}",
        )


@warning("P015", "graduation_by", "The cut-off has passed")
def cut_off_has_passed(subject: Subject, on: date) -> Iterator[Flaw]:
    by = subject.graduation_by
    if by and last_day(by) < on and not subject.graduates_eligible:
        yield Flaw(
            f"Everyone who finishes by {month(by)} has finished by now, and it doesn't say that graduates may apply.",
            "Move “finish by” to a later month, or say that graduates may apply.",
            fact=f"finish by {month(by)}",
        )


@warning("P016", "valid_through", "It closes after it starts")
def closes_after_start(subject: Subject, on: date) -> Iterator[Flaw]:
    closing, start = local_closing(subject), subject.job_start_date
    if closing and start and closing > last_day(start):
        yield Flaw(
            f"It closes on {day(closing)}, after its earliest start, {month(start)}.",
            "Check the two: who applies late cannot start then.",
        )


@warning("P017", "valid_through", "A closing time that its clocks do not show once")
def closing_no_clock_shows(subject: Subject, on: date) -> Iterator[Flaw]:
    """Only a moment that still is as typed can be wrong here: one that was stored names a moment that exists."""
    closing, zone = subject.valid_through, subject.zone
    if closing is None or zone is None:
        return
    local = closing if closing.tzinfo is zone else closing.astimezone(zone)
    shown = local.astimezone(UTC).astimezone(zone)
    place = subject.location or zone
    if shown.replace(tzinfo=None) != local.replace(tzinfo=None):
        yield Flaw(
            f"No clock in {place} shows {local:%H:%M} on {day(local)}: clocks move forward then.",
            f"Choose {shown:%H:%M}, or the end of the day.",
        )
    elif local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        yield Flaw(
            f"Clocks in {place} show {local:%H:%M} on {day(local)} twice: they move back then.",
            "Choose a time an hour or two later, or the end of the day.",
        )


def local_closing(subject: Subject) -> date | None:
    closing = subject.valid_through
    return closing.astimezone(subject.zone).date() if closing else None
