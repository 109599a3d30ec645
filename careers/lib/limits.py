"""How often something may happen, counted in the cache that all processes share, under keys that tell nothing."""

from datetime import UTC, datetime

from django.core.cache import caches
from django.utils.crypto import salted_hmac


def key_for(name: str, subject: str, seconds: int) -> str:
    """Return the key of the present window: a digest, so that the store holds no address."""
    window = int(datetime.now(UTC).timestamp()) // seconds
    return "limit-" + salted_hmac(f"limit.{name}", f"{window} {subject}").hexdigest()


def within(name: str, subject: str, most: int, seconds: int) -> bool:
    """Count one more and return whether that is at most `most` in a window of so many seconds."""
    key = key_for(name, subject, seconds)
    if caches["default"].add(key, 1, seconds):
        return most >= 1
    try:
        return caches["default"].incr(key) <= most
    except ValueError:  # its time ran out in between
        return most >= 1


def takes_slot(name: str, subject: str, most: int, seconds: int) -> bool:
    """Take one of `most` slots of the window, exactly even where many ask at the same time: for small numbers."""
    key = key_for(name, subject, seconds)
    return any(caches["default"].add(f"{key}-{slot}", 1, seconds) for slot in range(most))
