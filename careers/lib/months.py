"""Months as people and addresses write them: "2026-12", "Dec 2026", "December 2026", "12/2026"."""

import re
from datetime import date

FORMS = (
    re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:-01)?"),
    re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"),
    re.compile(r"(?P<name>[a-z]{3,9})\.?,? ?(?P<year>\d{4})"),
)


def parse_month(text: str) -> date:
    """Return day 1 of the month that `text` names; raise ValueError when it names none between 1900 and 2199."""
    for form in FORMS:
        if found := form.fullmatch(" ".join(text.lower().split())):
            parts = found.groupdict()
            number = int(parts["month"]) if "month" in parts else month_number(parts["name"])
            if 1900 <= int(parts["year"]) <= 2199 and 1 <= number <= 12:
                return date(int(parts["year"]), number, 1)
    raise ValueError(f"{text[:40]!r} is not a month")


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name, whole or its first three or more letters, 0 for anything else."""
    known = (date(2000, number, 1).strftime("%B").lower() for number in range(1, 13))
    return next((n for n, whole in enumerate(known, 1) if whole.startswith(name)), 0)
