"""The difference between two texts, word by word."""

import re
from difflib import SequenceMatcher

WORD = re.compile(r"\s*\S+\s*")
# Comparing every word with every other one takes seconds beyond this: such a text counts as replaced.
MOST_WORDS = 4_000
LONGEST_SAME, KEPT_AROUND = 400, 150


def runs(before, after):
    """Return [(kind, text)] that read in order: "same", "gone" only before, "new" only after."""
    old, new = WORD.findall(before), WORD.findall(after)
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    middle = changed(old[start : len(old) - end], new[start : len(new) - end])
    found = [("same", new[:start]), *middle, ("same", new[len(new) - end :])]
    return [(kind, "".join(words)) for kind, words in found if words]


def shortened(parts):
    """Return the runs with the middle of long unchanged ones left out."""
    return [(kind, outline(text) if kind == "same" else text) for kind, text in parts]


def outline(text):
    return text if len(text) <= LONGEST_SAME else f"{text[:KEPT_AROUND]} … {text[-KEPT_AROUND:]}"


def changed(old, new):
    if len(old) + len(new) > MOST_WORDS:
        yield "gone", old
        yield "new", new
        return
    matcher = SequenceMatcher(None, stripped(old), stripped(new), autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            yield "same", new[j1:j2]
        else:
            yield "gone", old[i1:i2]
            yield "new", new[j1:j2]


def common(old, new):
    """Return how many words both begin with."""
    pairs = zip(stripped(old), stripped(new), strict=False)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def stripped(words):
    return [word.strip() for word in words]
