"""Time zones by name, each read from disk once: zoneinfo itself keeps no more than eight."""

from functools import lru_cache
from zoneinfo import ZoneInfo

zone_named = lru_cache(1_000)(ZoneInfo)
