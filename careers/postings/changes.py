"""What has changed in a posting while it was open, for students to see: facts in their words, never wording."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .factsheet import Fact, factsheet

# What a page tells; older notes stay on record.
MOST = 20


@dataclass(frozen=True)
class Change:
    """One note; `before` and `after` are "" where the posting did not or does not say."""

    name: str
    label: str
    before: str
    after: str
    at: datetime


@contextmanager
def noting_changes(postings, on=None):
    """Note every fact of the open ones among `postings`, a queryset, that the block changes, however it does so."""
    on = on or timezone.now()
    before = facts_of(postings, on)
    yield
    note_changes(before, facts_of(postings, on) if before else {}, on)


def note_changes(before, after, on):
    """Write a note for each fact that differs between two answers of facts_of; what is in one of them only has none."""
    notes = [
        posting.changes.model(posting=posting, at=on, field=name, before=facts[name], after=now[name])
        for posting, facts in before.items()
        for now in [after.get(posting, facts)]
        for name in facts
        if facts[name] != now[name]
    ]
    if notes:
        # The newest stand first on the page: written last to first, those of one moment keep the order of the facts.
        type(notes[0]).objects.bulk_create(notes[::-1])


def facts_of(postings, on):
    """Return {posting: {fact: text}} of those of `postings` that are open."""
    rows = postings.all().open(on).with_team().prefetch_related("fields_of_study")
    return {posting: {fact.name: said(fact) for fact in noted(posting, on)} for posting in rows}


def noted(posting, on):
    """Return the facts whose change students are told of."""
    apply = posting.apply_url or posting.contact_email or ""
    team = str(posting.team or "")
    return [*factsheet(posting, on), Fact("team", "Team", team), Fact("apply", "Where to apply", apply)]


def said(fact):
    """Return the text with what stands beside it; a warning comes from the calendar, not from the posting."""
    return ". ".join(filter(None, [fact.text, "" if fact.warns else fact.note.rstrip(".")]))


def changes_of(posting, on):
    """Return the newest changes first; needs what factsheet needs, and the posting's changes at hand."""
    notes = list(posting.changes.all())
    labels = {fact.name: fact.label for fact in noted(posting, on)} if notes else {}
    kept = [note for note in notes if note.field in labels]
    return [Change(note.field, labels[note.field], note.before, note.after, note.at) for note in kept[:MOST]]
