"""The findings of one posting and of all, each with the waiver that covers it."""

from collections import defaultdict
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime, time

from django.db.models import prefetch_related_objects
from django.urls import Resolver404, resolve
from django.utils import timezone

from careers.postings.models import Boilerplate, Posting, Team
from careers.postings.models.lifecycle import ENDED

from . import snapshot
from .models import Waiver
from .rules import Family, Finding, Level, Site, check, check_shared
from .rules.shared import internal_links

HELD_BY = {"posting_detail": Posting, "team_detail": Team}


@dataclass(frozen=True)
class Marked:
    """A finding, where it was found (a posting or a shared text), and the waiver that covers it."""

    finding: Finding
    posting: Posting | None = None
    boilerplate: Boilerplate | None = None
    waiver: Waiver | None = None

    @property
    def stops(self):
        """Return whether it keeps a posting from being published."""
        return self.finding.level is Level.ERROR and self.waiver is None


@dataclass(frozen=True)
class Cause:
    """One row of the report: "9 of 12: Cut-off not stated", or of one shared text. `found` holds waived ones too."""

    id: str
    level: Level
    field: str
    text: str
    found: tuple[Marked, ...]
    total: int

    @property
    def open(self):
        return tuple(each for each in self.found if each.waiver is None)

    def __str__(self):
        if text := self.found[0].boilerplate:
            return f"{self.text}: {text}"
        return f"{len({each.posting or each.boilerplate for each in self.found})} of {self.total}: {self.text}"


def of_posting(posting, on=None):
    """Return [Marked], gravest first, of a saved posting; `on` is a date, by default today at its place."""
    posting = with_items(posting)
    on = on or today(posting)
    subject = snapshot.subject_of(posting, snapshot.company())
    waivers = list(Waiver.objects.in_force().filter(posting=posting.pk))
    return [
        Marked(finding, posting, waiver=covering(waivers, finding))
        for finding in check(subject, family_with(posting), on)
    ]


def gate(posting, on=None):
    """Return the findings that stop publishing, scheduling and reopening: errors without a waiver."""
    return [marked.finding for marked in of_posting(posting, on) if marked.stops]


def brought(before, posting, on=None):
    """Return what stops after an edit and did not stop before it; `before` is what `gate` returned then."""
    known = {finding.fingerprint for finding in before}
    return [finding for finding in gate(posting, on) if finding.fingerprint not in known]


def of_all(on=None):
    """Return [Marked] of all postings that have not ended and of all shared texts, in a few queries."""
    postings = [
        posting
        for posting in snapshot.under_care().prefetch_related(*snapshot.RELATED)
        if not posting.has_ended(moment(posting, on))
    ]
    ours = snapshot.company()
    subjects = [snapshot.subject_of(posting, ours) for posting in postings]
    texts = [values for _, values in snapshot.shared()]
    family, waivers = Family.of(subjects, texts), waivers_by_subject()
    return [
        Marked(finding, posting, waiver=covering(waivers[posting.pk, None], finding))
        for posting, subject in zip(postings, subjects, strict=True)
        for finding in check(subject, family, on or today(posting))
    ] + of_shared(waivers, postings, on)


def of_shared(waivers, postings, on=None):
    cities = sorted({posting.location.name for posting in postings if posting.location})
    bodies = [values.body for _, values in snapshot.shared()]
    site = Site(on or timezone.localdate(), snapshot.company(), tuple(cities), dead_links(bodies))
    return [
        Marked(found, boilerplate=row, waiver=covering(waivers[None, row.pk], found))
        for row, values in snapshot.shared()
        for found in (
            replace(found, field=f"boilerplate.{row.key}.{found.field}") for found in check_shared(values, site)
        )
    ]


def of_boilerplate(pk, on=None):
    """Return [Marked] of one shared text, by the names of its own fields."""
    postings = [posting for posting in snapshot.under_care() if not posting.has_ended(moment(posting, on))]
    found = [each for each in of_shared(waivers_by_subject(), postings, on) if str(each.boilerplate.pk) == str(pk)]
    return [replace(each, finding=replace(each.finding, field=each.finding.field.split(".")[-1])) for each in found]


def causes(marked, total):
    """Return [Cause], gravest first and then by number; `total` is how many postings were looked at."""
    groups = defaultdict(list)
    for each in marked:
        groups[each.finding.id, each.finding.level, each.finding.field, each.finding.cause].append(each)
    rows = [Cause(id_, level, field, text, tuple(found), total) for (id_, level, field, text), found in groups.items()]
    return sorted(rows, key=lambda row: (list(Level).index(row.level), -len(row.found), row.id))


def with_items(posting):
    """Return a copy whose items are read afresh, so that what was prefetched before an edit does not count."""
    fresh = copy(posting)
    fresh._prefetched_objects_cache = {}
    prefetch_related_objects([fresh], *snapshot.RELATED)
    return fresh


def family_with(posting):
    """Return its siblings with itself among them; an ended posting is not among those under care."""
    if posting.status not in ENDED:
        return snapshot.family()
    return snapshot.family_of([*snapshot.under_care(), posting])


def waivers_by_subject():
    waivers = defaultdict(list)
    for waiver in Waiver.objects.in_force():
        waivers[waiver.posting_id, waiver.boilerplate_id].append(waiver)
    return waivers


def covering(waivers, finding):
    return next((waiver for waiver in waivers if waiver.covers(finding)), None)


def today(posting):
    return timezone.localdate(timezone=posting.location.zone if posting.location else None)


def moment(posting, on):
    """Return the first moment of the day `on` at the posting's place, None for now."""
    zone = posting.location.zone if posting.location else timezone.get_default_timezone()
    return datetime.combine(on, time.min, tzinfo=zone) if on else None


def dead_links(bodies):
    addresses = {address for body in bodies for address in internal_links(body)}
    return frozenset(address for address in addresses if leads_nowhere(address))


def leads_nowhere(address):
    try:
        match = resolve(address)
    except Resolver404:
        return True
    holder = HELD_BY.get(match.url_name)
    return holder is not None and not holder.objects.filter(slug=match.kwargs["slug"]).exists()
