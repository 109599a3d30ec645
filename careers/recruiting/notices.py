"""Which mails staff get, and when: written as rows of the outbox at a step, or by the clock, and sent from there."""

import logging
from datetime import timedelta

from django.contrib.auth.models import User
from django.http import HttpResponseRedirect
from django.utils import timezone

from careers.alerts import outbox
from careers.alerts.models import State
from careers.alerts.queues import STATES, Queue
from careers.postings.choices import Status
from careers.postings.models import Posting, PostingEvent

from . import emails, gate, second_person
from .models import Notice, NoticeChoice
from .models.notices import Kind

logger = logging.getLogger(__name__)
OF_STEPS = {
    "submit": Kind.SUBMITTED,
    "send_back": Kind.SENT_BACK,
    "publish": Kind.PUBLISHED,
    "schedule": Kind.PUBLISHED,
    "reopen": Kind.PUBLISHED,
    "close": Kind.CLOSED,
    "withdraw": Kind.CLOSED,
}
# What the clock does is told if it happened within this time: a first run does not tell old news.
LOOKS_BACK = SOON = timedelta(days=7)
KEPT = timedelta(days=180)


class Notices(Queue):
    model = Notice

    def prepare(self, row, on):
        """Return all that goes into its mail; None where the person is gone or no longer wants it."""
        return row.take_others() if wanted([row.person_id], row.kind) else None

    def write(self, row, subject):
        return emails.OF_KINDS[row.kind](row.person, subject)

    def settle(self, row, outcome, on):
        super().settle(row, outcome, on)
        if row.state == State.WAITING:
            row.others.update(state=State.WAITING, told_with=None, tried_at=None)
        else:
            row.others.update(state=row.state)


QUEUES = (Notices(),)


def of_step(verb, posting, by, note):
    """Tell those concerned about a step that was taken."""
    if kind := OF_STEPS.get(verb):
        people = publishers() if kind == Kind.SUBMITTED else concerned([posting])[posting.pk]
        tell(kind, posting, people - {by.pk}, timezone.now(), by, note)


def of_refusal(posting, by, reasons):
    """Tell those concerned, once a day, that somebody tried to put it before students."""
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    if posting.status != Status.PUBLISHED:
        people = concerned([posting])[posting.pk] - {by.pk}
        tell(Kind.COULD_NOT, posting, people, today, by, "\n".join(reasons))


def of_answer(answer):
    link = answer.link
    note = f"{link.reader or 'Somebody'}: {answer}"
    tell(Kind.ANSWERED, link.posting, {link.by_id} - {None}, answer.at, None, note)


def tell(kind, posting, people, occasion, by=None, note=""):
    """Put a notice into the outbox for each of `people`, pks, who wants it, once for this occasion."""
    if emails.is_set_up():
        facts = {"posting": posting, "kind": kind, "occasion": occasion, "by_name": str(by or ""), "note": note}
        rows = [Notice(person_id=pk, try_after=timezone.now(), **facts) for pk in wanted(people, kind)]
        Notice.objects.bulk_create(rows, ignore_conflicts=True)


class ThenSend(HttpResponseRedirect):
    """Sends what waits once the browser has its answer: no step waits for a mail server, or fails with it."""

    def close(self):
        try:
            outbox.send_soon(QUEUES)
        except Exception:  # nobody is left to tell; the next run of send_notices sends what waits
            logger.exception("The notices could not be sent")
        super().close()


def wanted(people, kind):
    """Return those of `people` who have an account in use, an address, and nothing against mails of this kind."""
    active = User.objects.filter(pk__in=people, is_active=True).exclude(email="")
    return list(
        active.exclude(pk__in=NoticeChoice.objects.filter(unwanted__has=kind).values("person")).values_list(
            "pk", flat=True
        )
    )


def publishers():
    return set(User.objects.filter(groups__name="publisher").values_list("pk", flat=True))


def concerned(postings):
    """Return {pk: people} who took a step with it or wrote it last; where there is nobody, the publishers."""
    found = {posting.pk: set() for posting in postings}
    steps = PostingEvent.objects.filter(posting__in=found, verb__in=["submitted", "published", "scheduled", "reopened"])
    for pk, person in [*steps.values_list("posting_id", "by_id"), *second_person.writers(postings).items()]:
        found[pk].add(person)
    fallback = publishers()
    return {pk: (people - {None}) or fallback for pk, people in found.items()}


def by_the_clock(on):
    """Write the notices of what has opened, closes soon or has closed by itself; return how many postings that is."""
    published = Posting.objects.filter(status=Status.PUBLISHED).select_related("team", "location")
    closing = published.open(on).filter(valid_through__lte=on + SOON)
    closed = published.filter(valid_through__lt=on, valid_through__gte=on - LOOKS_BACK)
    opened = published.open(on).filter(opens_at__gte=on - LOOKS_BACK, events__verb="scheduled").distinct()
    tell_each(Kind.CLOSES_SOON, closing, "valid_through")
    tell_each(Kind.CLOSED, closed, "valid_through")
    tell_each(Kind.PUBLISHED, opened, "opens_at", gate.errors_of)
    return len(closing) + len(closed) + len(opened)


def tell_each(kind, postings, moment, errors_of=lambda postings: {}):
    people, errors = concerned(postings), errors_of(postings)
    for posting in postings:
        note = "\n".join(f"The rules now find: {error.message}" for error in errors.get(posting.pk, ()))
        tell(kind, posting, people[posting.pk], getattr(posting, moment), note=note)


def forget(on):
    """Delete settled notices that are old; they cannot be due again."""
    return Notice.objects.filter(state__in=[*STATES.values()], try_after__lt=on - KEPT).delete()[0]
