"""The index of this process: built once, then brought up to date with what changed, as the marks of search tell.

A rebuild takes seconds at 100,000 postings, following an edit a few milliseconds. Where too much changed, or the marks
do not reach back, it is built again.
"""

from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from careers.postings.choices import Status
from careers.postings.derived import edition, next_change
from careers.postings.models import Posting, Qualification

from .index import Index
from .models import Stale

# Beyond so many changed postings, or marks, a rebuild is cheaper.
MOST, MOST_MARKS = 200, 5_000
MARKS = """
SELECT id, token, kind, row_id FROM find_stale WHERE id >= %s UNION ALL
SELECT id, token, kind, row_id FROM find_followed WHERE id >= %s ORDER BY id LIMIT %s
"""
LAST = """
SELECT id, token FROM find_stale WHERE id > 0 UNION ALL SELECT id, token FROM find_followed ORDER BY id DESC LIMIT 1
"""


@dataclass(frozen=True)
class Kept:
    """An index of one edition, from `since` until the next posting opens or closes, up to the mark (id, token)."""

    index: Index
    edition: int
    since: datetime
    until: datetime | None
    mark: tuple

    def holds(self, edition, on):
        return self.edition == edition and self.since <= on and (self.until is None or on < self.until)


class Keeper:
    kept = None

    def __init__(self):
        self.lock = Lock()

    def current(self, on):
        number, kept = edition(), self.kept
        if kept is None or not kept.holds(number, on):
            # The others wait: they would make the same.
            with self.lock:
                kept = self.kept
                if kept is None or not kept.holds(number, on):
                    kept = self.kept = renewed(kept, number, on)
        return kept.index


def renewed(kept, number, on):
    """Return what is kept as of `on`, from what was where that is cheaper; `kept` may be None."""
    marks = marks_since(kept, on)
    changed = changed_since(kept, marks, on) if marks else None
    if changed is None:
        mark = next(iter(select(LAST)), (0, None))
        return Kept(Index.build(on), number, on, next_change(on), mark)
    index = kept.index.followed(changed, on) if changed else kept.index
    return Kept(index, number, on, next_change(on), marks[-1][:2])


def marks_since(kept, on):
    """Return [(id, token, kind, row), …] from the last mark in the index on; [] where they do not reach back to it."""
    if kept is None or on < kept.since or kept.index.year != timezone.localdate(on).year:
        return []
    marks = select(MARKS, kept.mark[0], kept.mark[0], MOST_MARKS)
    return marks if marks and marks[0][:2] == kept.mark and len(marks) < MOST_MARKS else []


def changed_since(kept, marks, on):
    """Return the keys of postings that changed, by hand or by the clock; None where that may be any or too many."""
    rows = {kind: {row for *_, of, row in marks[1:] if of == kind} for kind in {kind for *_, kind, _ in marks[1:]}}
    changed = rows.pop(Stale.Kind.POSTING, set())
    if items := rows.pop(Stale.Kind.QUALIFICATION, None):
        changed |= set(Qualification.objects.filter(pk__in=items).values_list("posting", flat=True))
    changed |= set(moved_by_the_clock(kept.since, on))
    return None if rows or len(changed) > MOST else changed


def moved_by_the_clock(since, on):
    opened = Q(opens_at__gt=since, opens_at__lte=on)
    closed = Q(valid_through__gte=since, valid_through__lt=on)
    moved = Posting.objects.filter(opened | closed, status=Status.PUBLISHED).order_by()
    return moved.values_list("pk", flat=True)[: MOST + 1]


def select(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


current = Keeper().current
