"""Between what a clock on the wall of a location says and the moment it means."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

START_OF_DAY = time(0, 0)
END_OF_DAY = time(23, 59, 59)


class SkippedTimeError(ValueError):
    """No clock ever shows this time: it lies where clocks move forward. `instead` is the wall time that follows."""

    def __init__(self, instead: datetime) -> None:
        super().__init__(f"clocks show {instead:%H:%M} instead")
        self.instead = instead


def moment_at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the moment in UTC; where clocks go back and show a time twice, the first of the two (fold=0)."""
    moment, shown = start_of(day, clock, zone)
    if shown.replace(tzinfo=None) != datetime.combine(day, clock):
        raise SkippedTimeError(shown)
    return moment


def whole_day(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the moment in UTC at which `day` starts or ends; a skipped midnight is the first moment after it."""
    return start_of(day, clock, zone)[0]


def start_of(day: date, clock: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the moment in UTC and what a clock in `zone` shows then."""
    moment = datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)
    return moment, moment.astimezone(zone)


def wall_clock(moment: datetime, zone: ZoneInfo) -> tuple[date, time]:
    """Return the date and the time, to the second, that a clock in `zone` shows."""
    local = moment.astimezone(zone)
    return local.date(), local.time().replace(microsecond=0)
