"""Taking a pasted copy of shared wording out of a posting whose page shows the shared text by itself."""

import re

from django.core.exceptions import ValidationError

from careers.consistency import snapshot
from careers.consistency.rules.lexicon import tokenise

PASTED = "P076"
# Shorter pieces may stand in any text by chance.
FEWEST_WORDS = 4
SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\s*|[.!?\s]+")


def text_of(finding):
    """Return the shared text that a finding names, None where it names none."""
    named = (row for row, values in snapshot.shared() if f"(boilerplate {values.key})" in finding.message)
    return next(named, None) if finding.id == PASTED else None


def without(text, shared):
    """Return `text` without the sentences that stand word for word in `shared`."""
    whole = joined(shared)
    kept = [part for part in SENTENCE.findall(text) if not is_copy(part, whole)]
    return "".join(kept).strip()


def is_copy(sentence, whole):
    words = tokenise(sentence)
    return len(words) >= FEWEST_WORDS and f" {' '.join(words)} " in whole


def joined(text):
    return f" {' '.join(tokenise(text))} "


def take_out(posting, text):
    """Take the copies of `text` out of its items and its advert; raise ValidationError where that would lose words."""
    country = posting.location.country if posting.location else None
    if not text.shows("posting", country):
        raise ValidationError(f"“{text}” does not show on this posting: let it show on postings first.", code="hidden")
    items = [*posting.responsibilities.all(), *posting.qualifications.all()]
    done = [item for item in items if shorten(item, text.body)]
    advert = without(posting.source_text, text.body)
    if not done and advert == posting.source_text.strip():
        raise ValidationError(
            f"What stands here is worded otherwise than “{text}”: compare the two and delete it by hand.",
            code="differs",
        )
    posting.take_turn()
    if advert != posting.source_text.strip():
        posting.source_text = advert
    posting.save(update_fields=["source_text"])


def shorten(item, shared):
    """Save the item without the copy, or delete it where nothing else is left; return whether there was one."""
    rest = without(item.text, shared)
    if rest == item.text.strip():
        return False
    if rest:
        item.text = rest
        item.save(update_fields=["text"])
    else:
        item.delete()
    return True
