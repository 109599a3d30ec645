"""One fact for many postings: what each says now, what it would say, and what the rules would find then."""

from copy import copy
from dataclasses import dataclass
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects

from careers.consistency import report, snapshot
from careers.consistency.rules import Level, check
from careers.lib.revisions import recorded
from careers.postings.changes import noting_changes
from careers.postings.models import Posting
from careers.postings.models.facts import Eligibility, Work
from careers.recruiting.gate import in_words
from careers.recruiting.saying import say

OTHERS = ("team", "location", "benefits", "apply_url", "contact_email", "adjustments_contact", "language")
FACTS = (
    *[
        field.name
        for model in (Work, Eligibility)
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    ],
    *OTHERS,
)


@dataclass(frozen=True)
class Outcome:
    """`found` are the findings it would bring, `reasons` why it stays as it is."""

    posting: Posting
    now: str
    then: str
    found: tuple = ()
    reasons: tuple[str, ...] = ()

    @property
    def goes(self):
        return not self.reasons


def foresee(postings, name, value):
    """Return [Outcome]; `value` is what a form field returned: many rows for a relation to many."""
    field, postings = Posting._meta.get_field(name), list(postings)
    prefetch_related_objects(postings, *snapshot.RELATED)
    changed = {posting.pk: with_value(posting, field, value) for posting in postings}
    before, after = look(postings), look(changed.values())
    waivers = report.waivers_by_subject()
    outcomes = []
    for posting in postings:
        known = {each.fingerprint for each in before[posting.pk]}
        new = [each for each in after[posting.pk] if each.fingerprint not in known]
        new = [each for each in new if not report.covering(waivers[posting.pk, None], each)]
        words = words_of(posting, field), words_of(changed[posting.pk], field)
        why = reasons(posting, changed[posting.pk], field, words, new)
        outcomes.append(Outcome(posting, *words, tuple(new), tuple(why)))
    return outcomes


def look(postings):
    """Return {pk: errors and warnings} of postings as they are in memory, siblings of each other and of all others."""
    company, family = snapshot.company(), snapshot.family_of(with_siblings(postings))
    found = {
        posting.pk: check(snapshot.subject_of(posting, company), family, report.today(posting)) for posting in postings
    }
    return {pk: [each for each in findings if each.level is not Level.INFO] for pk, findings in found.items()}


def with_siblings(postings):
    """Yield these postings and all others under care."""
    ours = {posting.pk: posting for posting in postings}
    yield from ours.values()
    yield from (posting for posting in snapshot.under_care() if posting.pk not in ours)


def with_value(posting, field, value):
    after = copy(posting)
    after._prefetched_objects_cache = dict(posting._prefetched_objects_cache)
    after._state = copy(posting._state)
    after._state.fields_cache = dict(posting._state.fields_cache)
    if field.many_to_many:
        after._prefetched_objects_cache[field.name] = list(value)
    else:
        setattr(after, field.name, value)
    return after


def words_of(posting, field):
    if field.many_to_many:
        return ", ".join(str(row) for row in getattr(posting, field.name).all())
    if field.is_relation:
        return str(getattr(posting, field.name) or "")
    return say(field, getattr(posting, field.name))


def reasons(posting, after, field, words, new):
    if words[0] == words[1]:
        return ["It says so already."]
    if impossible := violated(after, field.name):
        return impossible
    errors = [each for each in new if each.level is Level.ERROR]
    return in_words(errors) if posting.is_open() or posting.is_scheduled() else []


def violated(posting, name):
    """Return what the constraints that name this fact say to it."""
    said = []
    for constraint in Posting._meta.constraints:
        if f"{name}__" in repr(constraint.condition) or f"F({name})" in repr(constraint.condition):
            try:
                constraint.validate(Posting, posting)
            except ValidationError as refusal:
                said += refusal.messages
    return said


def fingerprint(name, outcomes):
    """Return what stands for this very plan: it is done only as it was shown."""
    shown = [(each.posting.pk, each.posting.version, each.then, each.reasons) for each in outcomes]
    return sha256(repr((name, shown)).encode()).hexdigest()


@transaction.atomic
def write(outcomes, name, value, by):
    """Set the fact of those that go, as one revision; return them. Raise ValidationError where one has changed."""
    field = Posting._meta.get_field(name)
    going = [each.posting for each in outcomes if each.goes]
    rows = Posting.objects.filter(pk__in=[posting.pk for posting in going])
    with recorded(f"Set “{field.verbose_name}” for {len(going)} postings", by=by), noting_changes(rows):
        for posting in going:
            posting.take_turn()
            if field.many_to_many:
                getattr(posting, name).set(value)
            else:
                setattr(posting, name, value)
            posting.save(update_fields=[] if field.many_to_many else [name])
    return going
