"""Looks at what is watched and writes down what has happened since the last look."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import chain

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from careers.postings.choices import ClosedReason, Status
from careers.postings.derived import edition, one_edition
from careers.postings.models import Posting, PostingChange

from .models import Kind, Match, News, Notice, Watch
from .replay import replay
from .rows import candidates
from .words import know

# How long before its closing a posting is announced: most digests come once a week.
SOON = timedelta(days=7)
# Written in one transaction: few enough that nobody waits long for the database.
CHUNK = 50
# Told by comparing the moments themselves, whoever moved them.
CLOSING = "closing"


@dataclass(frozen=True)
class State:
    """The record as of one look, the same for every watch."""

    on: datetime
    edition: int
    changes: int
    kept: dict = field(default_factory=dict)

    @classmethod
    def now(cls, on):
        changes = PostingChange.objects.aggregate(last=Max("pk"))["last"] or 0
        return cls(on, edition(), changes)

    def notes_since(self, seen):
        """Return [(posting pk, fact, before, after)] of the change notes later than `seen`."""
        if seen not in self.kept:
            notes = PostingChange.objects.filter(pk__gt=seen, pk__lte=self.changes).exclude(field=CLOSING)
            columns = "posting", "field", "before", "after"
            self.kept[seen] = list(notes.order_by("pk").values_list(*columns)) if seen < self.changes else []
        return self.kept[seen]


def look_at_all(on, progress=lambda done: None):
    """Look at every watch somebody waits for, unless nothing can have changed; return how many were looked at."""
    with one_edition():
        state, last, done = State.now(on), 0, 0
        stale = Watch.objects.wanted().stale(state.edition, moved_since(on)).with_matches()
        while chunk := list(stale.filter(pk__gt=last).order_by("pk")[:CHUNK]):
            look(chunk, state)
            last, done = chunk[-1].pk, done + len(chunk)
            progress(done)
    return done


def moved_since(on):
    """Return the latest moment by `on` at which the clock alone changed something: a day, an opening, a closing."""
    midnight = datetime.combine(timezone.localtime(on), time.min, timezone.get_current_timezone())
    moments = Posting.objects.filter(status=Status.PUBLISHED).aggregate(
        opened=Max("opens_at", filter=Q(opens_at__lte=on)), closed=Max("valid_through", filter=Q(valid_through__lt=on))
    )
    return max(filter(None, [midnight, *moments.values()]))


def look(watches, state):
    """Compare what matches with what matched and write notices of the difference; the first look writes none."""
    found = [(watch, matching(watch, state.on)) for watch in watches]
    with transaction.atomic():
        news = [noted(watch, rows, state) for watch, rows in found]
        Match.objects.bulk_create(chain.from_iterable(matches for matches, _ in news), ignore_conflicts=True)
        Notice.objects.bulk_create(chain.from_iterable(notices for _, notices in news))


def matching(watch, on):
    """Return {pk: closing} of what it finds, from the list's own index."""
    filters = replay(watch.query, on)
    know(watch, filters)
    if filters.lost:
        return {}
    left = filters.left
    if watch.kind != Kind.SEARCH:
        left &= filters.index.bits(candidates(watch.kind, watch.posting, watch.team, on).values_list("pk", flat=True))
    pks = filters.index.pks([left], 0, left.bit_count())
    return {pk: filters.index.closings.get(pk) for pk in pks}


def noted(watch, found, state):
    """Remember what was found; return (new matches, notices of the news), none if another process was here first."""
    is_first, seen = watch.looked_at is None, watch.changes_seen
    if not watch.take_look(state.on, state.edition, state.changes):
        return [], []
    known = {match.posting_id: match for match in watch.matches.all()}
    news = [] if is_first else list(differences(watch, found, known, state.notes_since(seen), state.on))
    matches = remember(watch, found, known, state.on)
    notices = [Notice(watch=watch, posting_id=pk, news=what, detail=detail, at=state.on) for pk, what, detail in news]
    return matches, notices


def differences(watch, found, known, notes, on):
    """Yield (posting pk, News, detail); `found` is {pk: closing}, `known` {pk: Match}, `notes` are of changes."""
    yield from ((pk, News.AGAIN if watch.is_reminder else News.OPENED, []) for pk in found if pk not in known)
    both = {pk: match for pk, match in known.items() if pk in found}
    for pk, match in both.items():
        if found[pk] != match.closes:
            yield pk, later_or_earlier(found[pk], match.closes), [match.closes.isoformat() if match.closes else ""]
        if is_soon(found[pk], on) and not match.soon:
            yield pk, News.SOON, []
    yield from ((pk, News.CHANGED, change) for pk, *change in notes if pk in both)
    if watch.is_reminder:
        yield from gone([pk for pk in known if pk not in found])


def later_or_earlier(now, before):
    """Return which it is; no closing at all is the latest."""
    return News.LATER if now is None or (before and now > before) else News.EARLIER


def is_soon(closes, on):
    return closes is not None and closes <= on + SOON


def gone(pks):
    """Yield how chosen postings ended, but for those that closed when they said they would."""
    for posting in Posting.objects.filter(pk__in=pks) if pks else ():
        as_said = posting.valid_through and posting.ended() == posting.valid_through
        if posting.closed_reason == ClosedReason.WITHDRAWN:
            yield posting.pk, News.WITHDRAWN, []
        elif posting.status != Status.PUBLISHED and not as_said:
            yield posting.pk, News.CLOSED, []


def remember(watch, found, known, on):
    """Make the matches what was found, but for the new ones, which it returns.

    What closes soon counts as announced from now on. But a reminder that is asked for in the last days still comes:
    everyone else has just read the date, in the mail or on the sign-up page.
    """
    if over := [match.pk for pk, match in known.items() if pk not in found]:
        watch.matches.filter(pk__in=over).delete()
    new = [pk for pk in found if pk not in known]
    rows = [Match(watch=watch, posting_id=pk, closes=found[pk], soon=is_soon(found[pk], on)) for pk in new]
    for row in rows if watch.is_reminder else ():
        row.soon = False
    for pk, match in known.items():
        state = pk in found and (found[pk], is_soon(found[pk], on))
        if state and state != (match.closes, match.soon):
            match.closes, match.soon = state
            match.save(update_fields=["closes", "soon"])
    return rows
