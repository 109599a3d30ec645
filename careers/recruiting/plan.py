"""What a step would do to each of some postings, and doing it: one set of checks for both, and for one or many."""

from dataclasses import dataclass
from hashlib import sha256

import reversion
from django.core.exceptions import ValidationError

from careers.postings.models import Posting

from . import gate, notices, second_person
from .models import JournalEntry, StepTaken
from .models.journal import What
from .state import closing, state_of
from .steps import is_live


@dataclass(frozen=True)
class Outcome:
    """`after` is the posting as the step would leave it, `reasons` why it stays, `alone` that nobody else looked."""

    posting: Posting
    facts: dict
    after: Posting | None
    reasons: tuple[str, ...]
    alone: bool = False

    @property
    def goes(self):
        return not self.reasons

    @property
    def state(self):
        return state_of(self.after) if self.after else ""

    @property
    def closes(self):
        return closing(self.after) if self.after and is_live(self.after) else None


def foresee(step, postings, by, facts_for):
    """Return [Outcome] in the order of `postings`; `facts_for(posting)` returns what the verb takes, or refuses."""
    postings = list(postings)
    rehearsed = [rehearse(step, posting, facts_for) for posting in postings]
    afters = [outcome.after for outcome in rehearsed if outcome.after]
    errors = gate.errors_of(afters) if step.shows else {}
    known = gate.errors_of(postings) if step.shows and not step.approves else {}
    writers = second_person.writers(postings) if step.approves else {}
    demanded = bool(writers) and second_person.is_demanded()
    return [
        weighed(outcome, errors, known, writers.get(outcome.posting.pk) == by.pk, demanded) for outcome in rehearsed
    ]


def rehearse(step, posting, facts_for):
    try:
        facts = facts_for(posting)
        return Outcome(posting, facts, posting.rehearse(step.verb, **dict(all_but_note(facts))), ())
    except ValidationError as refusal:
        return Outcome(posting, {}, None, tuple(refusal.messages))


def all_but_note(facts):
    return [(name, value) for name, value in facts.items() if name != "note"]


def weighed(outcome, errors, known, alone, demanded):
    """Return the outcome with what the gate and the second person say to it."""
    if outcome.reasons:
        return outcome
    pk = outcome.posting.pk
    before = {finding.fingerprint for finding in known.get(pk, ())}
    new = [finding for finding in errors.get(pk, ()) if finding.fingerprint not in before]
    reasons = gate.in_words(new) + ([second_person.REFUSAL] if alone and demanded else [])
    return Outcome(outcome.posting, outcome.facts, outcome.after if not reasons else None, tuple(reasons), alone)


def take(step, outcome, by):
    """Take a step that was foreseen, in a revision of its own; raise ValidationError where it is refused."""
    if outcome.reasons:
        if step.approves:
            notices.of_refusal(outcome.posting, by, outcome.reasons)
        raise ValidationError(list(outcome.reasons))
    facts = outcome.facts | ({"alone": outcome.alone} if step.approves else {})
    with reversion.create_revision():
        getattr(outcome.posting, step.verb)(by=by, **facts)
        reversion.add_to_revision(outcome.posting)
        JournalEntry.objects.record(What.STEP, by, f"{step.title}: {outcome.posting}")
        reversion.add_meta(StepTaken, verb=step.verb)
        reversion.set_user(by)
        reversion.set_comment(f"{step.title}: {facts.get('note', '')}".rstrip(": "))
    notices.of_step(step.verb, outcome.posting, by, facts.get("note", ""))


def fingerprint(outcomes):
    """Return what stands for this very plan: it is done only as it was shown. The note may still be written."""
    shown = [
        (each.posting.pk, each.state, each.reasons, sorted(map(str, all_but_note(each.facts)))) for each in outcomes
    ]
    return sha256(repr(shown).encode()).hexdigest()
