from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from careers.recruiting.moments import END_OF_DAY, START_OF_DAY, SkippedTimeError, moment_at, wall_clock, whole_day

SYDNEY = ZoneInfo("Australia/Sydney")


def test_wall_time_becomes_utc():
    assert moment_at(date(2026, 10, 4), time(9), SYDNEY) == datetime(2026, 10, 3, 22, tzinfo=UTC)


def test_skipped_time_is_refused_and_says_what_clocks_show_instead():
    with pytest.raises(SkippedTimeError) as refusal:
        moment_at(date(2026, 10, 4), time(2, 30), SYDNEY)

    assert refusal.value.instead.time() == time(3, 30)


def test_of_a_time_shown_twice_the_first_counts():
    assert moment_at(date(2027, 4, 4), time(2, 30), SYDNEY) == datetime(2027, 4, 3, 15, 30, tzinfo=UTC)


def test_whole_day_ends_at_its_last_second():
    assert whole_day(date(2026, 10, 4), END_OF_DAY, SYDNEY) == datetime(2026, 10, 4, 12, 59, 59, tzinfo=UTC)


def test_skipped_midnight_is_the_first_moment_after_it():
    cairo = ZoneInfo("Africa/Cairo")

    assert wall_clock(whole_day(date(2026, 4, 24), START_OF_DAY, cairo), cairo) == (date(2026, 4, 24), time(1))
