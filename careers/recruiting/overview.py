"""The desk's first page: what waits, what comes, what is to be mended, what students do."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from careers.consistency import report
from careers.operation.models import Backup
from careers.postings.derived import Derived
from careers.postings.models import Posting
from careers.recruiting import figures
from careers.recruiting.watch import WATCHED, numbers

# Above this the rules take seconds: the report says it on its own page.
MOST_CHECKED = 500
MOST_CAUSES = 6


@dataclass(frozen=True)
class Line:
    """A number with its words, and the list behind it."""

    number: int
    words: str
    url: str


def overview(on=None):
    """Return what the template of the first page shows, in a few queries."""
    on = on or timezone.now()
    return {
        "watched": watched(on),
        "causes": causes() if Posting.objects.count() <= MOST_CHECKED else None,
        "weeks": [(name.replace("_", " "), *pair) for name, pair in figures.week(timezone.localdate(on)).items()],
        "asked": figures.asked_for(),
        "fruitless": figures.fruitless(),
        "backup": Backup.objects.last_good(),
    }


def watched(on):
    """Return a Line for each condition that holds for some posting, and always for what is open."""
    address = reverse("admin:postings_posting_changelist")
    lines = [Line(number, WATCHED[name][0], f"{address}?watch={name}") for name, number in numbers(on).items()]
    return [line for line in lines if line.number or line.url.endswith("=open")]


@Derived
def causes():
    """Return the gravest open causes of findings, as the report tells them."""
    marked = report.of_all()
    total = len({each.posting.pk for each in marked if each.posting})
    return [cause for cause in report.causes(marked, total) if cause.open and cause.level != "info"][:MOST_CAUSES]
