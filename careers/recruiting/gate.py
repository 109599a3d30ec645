"""Nothing with an error that nobody has waived goes before students, at whichever step."""

from copy import copy

from django.db.models import prefetch_related_objects

from careers.consistency import report, snapshot
from careers.consistency.rules import check

WAY_OUT = "Mend this first, or have a publisher waive it with a reason."


def errors_of(postings):
    """Return {pk: errors that nobody has waived} of postings as they are in memory, in a few queries for all."""
    rows = [with_fresh_items(posting) for posting in postings]
    prefetch_related_objects(rows, *snapshot.RELATED)
    waivers = report.waivers_by_subject()
    return {row.pk: stopping(row, waivers[row.pk, None]) for row in rows}


def stopping(row, waivers):
    subject = snapshot.subject_of(row, snapshot.company())
    marked = (
        report.Marked(finding, row, waiver=report.covering(waivers, finding))
        for finding in check(subject, report.family_with(row), report.today(row))
    )
    return [each.finding for each in marked if each.stops]


def with_fresh_items(posting):
    fresh = copy(posting)
    fresh._prefetched_objects_cache = {}
    return fresh


def in_words(errors):
    """Return what to tell of errors, ending with the way out; nothing where there are none."""
    return [*(f"{each.message} {each.hint}" for each in errors), WAY_OUT] if errors else []
