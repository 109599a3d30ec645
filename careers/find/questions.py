"""What students ask first, answered from what the open postings state."""

from collections import Counter
from functools import lru_cache

from django.db.models import Count

from careers.postings import phrases
from careers.postings.models import Posting
from careers.postings.phrases import counted

COLUMNS = ("graduation_by", "weeks_min", "months_min", "pay_min", "pay_max", "valid_through", "graduates_eligible")


@lru_cache(1)
def questions(index, application_limit):
    """Return (question, answer) pairs about what an index holds, worked out once for as long as it does."""
    rows = list(Posting.objects.open(index.on).order_by().values(*COLUMNS).annotate(postings=Count("pk")))
    total = sum(row["postings"] for row in rows)
    if not total:
        return []
    pairs = [
        ("When do I have to finish my course?", tally(rows, total, finishing)),
        ("How long is it?", tally(rows, total, lasting)),
        ("I have graduated. May I apply?", tally(rows, total, graduates)),
        ("Is it paid?", stated(rows, total, ("pay_min", "pay_max"), "its pay")),
        ("When do applications close?", stated(rows, total, ("valid_through",), "a closing date")),
    ]
    if application_limit:
        pairs.append(("How many can I apply for?", f"At most {counted(application_limit, 'role')} of one programme."))
    return pairs


def tally(rows, total, say):
    """Return "By December 2026: 2 of 5. Not stated: 1 of 5." by how often each is said, not stated last."""
    counts = Counter()
    for row in rows:
        counts[say(row)] += row["postings"]
    said = sorted((count for count in counts.items() if count[0]), key=lambda item: -item[1])
    ends = [("Not stated", counts[""])] if counts[""] else []
    return " ".join(f"{words}: {number} of {total}." for words, number in [*said, *ends])


def finishing(row):
    return f"By {phrases.month(row['graduation_by'])}" if row["graduation_by"] else ""


def lasting(row):
    return phrases.length(row["weeks_min"], row["months_min"])


def graduates(row):
    return {True: "Yes", False: "No", None: ""}[row["graduates_eligible"]]


def stated(rows, total, columns, what):
    number = sum(row["postings"] for row in rows if any(row[column] is not None for column in columns))
    if number == 0:
        return f"None of the {total} open roles states {what}. Ask before you apply."
    return f"{number} of {counted(total, 'open role')} {'states' if number == 1 else 'state'} {what}; see each posting."
