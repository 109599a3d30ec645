"""Documents made from postings, and caught up with the record whenever somebody searches."""

import logging
from itertools import chain
from time import monotonic

from django.db import InternalError, OperationalError, connection, transaction

from careers.find.models import Document, Followed, Stale
from careers.postings.choices import SkillsRule
from careers.postings.models import Posting, Qualification

from .words import forms_and_stems

log = logging.getLogger(__name__)

# Postings in a transaction, and marks read in one: both bound memory and how long others wait to write.
BATCH = 200
MOST_MARKS = 5_000
# Marks kept for the indexes of other processes; who is further behind builds its own again.
MOST_FOLLOWED = 20_000
# One search goes on for at most this many seconds, so that it answers in time; the next ones go on.
MOST_SECONDS = 5
# Of one part of a document, in letters; a tsvector holds a megabyte.
LONGEST_PART = 200_000
# Parts what must not read as one phrase. No word looks like it: words begin with a letter.
BREAK = "0"
LOCK = 72_737_203
POSTINGS_OF = {
    Stale.Kind.QUALIFICATION: lambda ids: Qualification.objects.filter(pk__in=ids).values_list("posting_id"),
    Stale.Kind.TEAM: lambda ids: Posting.objects.filter(team__in=ids).values_list("pk"),
    Stale.Kind.LOCATION: lambda ids: Posting.objects.filter(location__in=ids).values_list("pk"),
    Stale.Kind.SKILL: lambda ids: Qualification.objects.filter(skills__in=ids).values_list("posting_id"),
    Stale.Kind.FIELD: lambda ids: Posting.objects.filter(fields_of_study__in=ids).values_list("pk"),
    Stale.Kind.EVERYTHING: lambda ids: (
        Posting.objects.order_by().values_list("pk").union(Document.objects.values_list("pk"))
    ),
}


def catch_up(seconds=MOST_SECONDS):
    """Make the documents of postings that changed; return how many marks were worked off.

    Where nothing can be written now (a full or read-only disk, a locked database), search goes on with what there is.
    """
    done, end = 0, monotonic() + seconds
    try:
        while Stale.objects.exists() and (not done or monotonic() < end):
            done += one_batch()
    except (OperationalError, InternalError) as error:
        log.warning("Search could not catch up with the record: %s", error)
    return done


@transaction.atomic
def one_batch():
    """Work off some marks and return how many, each batch in a transaction of its own: others write in between."""
    take_turns()
    wide = list(Stale.objects.exclude(kind=Stale.Kind.POSTING)[:MOST_MARKS])
    marks = wide or some_postings()
    if wide:
        spread(wide)
    else:
        make({mark.row_id for mark in marks})
    put_away(marks)
    return len(marks)


def put_away(marks):
    """Delete only what was read: a transaction that began earlier may add a lower id later."""
    Stale.objects.filter(pk__in=[mark.pk for mark in marks]).delete()
    told = [Followed(mark.pk, mark.kind, mark.row_id, mark.token) for mark in marks if mark.pk > 0]
    Followed.objects.bulk_create(told)
    if told:
        Followed.objects.filter(pk__lte=max(mark.pk for mark in told) - MOST_FOLLOWED).delete()


def take_turns():
    """Let one transaction at a time make documents: the later one would otherwise put back what the earlier one read.

    SQLite's transactions take turns by themselves.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def some_postings():
    """Return all marks of a few postings: an import marks each many times, and one document is enough."""
    stale = Stale.objects.filter(kind=Stale.Kind.POSTING)
    ids = stale.order_by("row_id").values_list("row_id", flat=True).distinct()[:BATCH]
    return list(stale.filter(row_id__in=list(ids))[:MOST_MARKS])


def spread(marks):
    """Mark the postings that show a changed team, place, skill or field."""
    found = (
        POSTINGS_OF[kind]([mark.row_id for mark in marks if mark.kind == kind]) for kind in {m.kind for m in marks}
    )
    stale = {pk for (pk,) in chain.from_iterable(found)}
    # Below zero, for they say nothing new to who follows the marks in their order.
    marks = [Stale(-pk, Stale.Kind.POSTING, pk) for pk in sorted(stale)]
    Stale.objects.bulk_create(marks, batch_size=BATCH, ignore_conflicts=True)


def make(ids):
    """Write the documents of these postings; that of a posting which is gone goes too."""
    rows = Posting.objects.filter(pk__in=ids).select_related("team", "location").defer("source_text").order_by()
    postings = list(rows.prefetch_related("fields_of_study", "responsibilities", "qualifications__skills"))
    Document.objects.filter(pk__in=ids - {posting.pk for posting in postings}).delete()
    Document.objects.bulk_create(
        [document(posting) for posting in postings],
        update_conflicts=True,
        unique_fields=["posting"],
        update_fields=["title", "facts", "text"],
    )


def document(posting):
    parts = {"title": [posting.title], "facts": facts(posting), "text": texts(posting)}
    return Document(posting=posting, **{name: searchable(given) for name, given in parts.items()})


def facts(posting):
    """Yield what a posting states in few words."""
    yield from (posting.requisition_id, str(posting.intake_year or ""))
    yield from (posting.get_employment_type_display(), posting.get_work_mode_display())
    for name in ("degree_levels", "study_years"):
        labels = dict(Posting._meta.get_field(name).flatchoices)
        yield from (labels[value] for value in getattr(posting, name) or () if value in labels)
    if team := posting.team:
        yield from (team.name, team.department, team.summary)
    if place := posting.location:
        yield from (place.name, place.region, place.country_name)
    yield from (field.name for field in posting.fields_of_study.all())
    yield from skills(posting, demanded=True)


def texts(posting):
    yield from (item.text for item in posting.responsibilities.all())
    yield from (item.text for item in posting.qualifications.all())
    yield from skills(posting, demanded=False)
    if posting.team:
        yield posting.team.introduction


def skills(posting, demanded):
    for item in posting.qualifications.all():
        if demanded == (item.skills_rule != SkillsRule.EXAMPLES):
            yield from (skill.name for skill in item.skills.all())


def searchable(given):
    """Return the stems of all texts in order, for phrases, then the words that differ from theirs, for beginnings."""
    found = [forms_and_stems(text) for text in given if text]
    phrases = f" {BREAK} ".join(" ".join(stem for _, stem in text) for text in found)
    forms = sorted({form for text in found for form, stem in text if form != stem})
    whole = f"{phrases} {BREAK} {' '.join(forms)} {BREAK}"
    return whole if len(whole) <= LONGEST_PART else whole[:LONGEST_PART].rpartition(" ")[0]
