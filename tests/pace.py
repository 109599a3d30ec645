"""Processor time held against a yardstick run beside it, so that a busy or slower machine fails no test."""

import re
from time import process_time

WORDS = " ".join(f"word{number} and more" for number in range(400))
# What the yardstick takes on the machine the limits were measured on, left alone.
YARDSTICK_SECONDS = 0.001
# What a neighbour on the same core may add to one and not to the other; a lost cache or a square costs far more.
BUSY = 2.0


def seconds(call, rounds=7):
    """Return what `call` would take in processor seconds on the measured machine: the best of interleaved rounds."""
    pairs = [(measured(call), min(measured(yardstick) for _ in range(5))) for _ in range(rounds)]
    return min(ours for ours, _ in pairs) / min(bare for _, bare in pairs) * YARDSTICK_SECONDS


def measured(call):
    start = process_time()
    call()
    return process_time() - start


def yardstick():
    """Do by hand what the measured code does most: match, split, look up and build."""
    found = {}
    for word in re.findall(r"\w+", WORDS) * 3:
        found[word] = found.get(word, 0) + len(word.lower().split("d"))
    return sorted(found)
