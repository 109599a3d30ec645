"""A posting's life: from draft to published to closed, each step with who and when."""

from copy import copy

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from careers.postings.changes import noting_changes
from careers.postings.choices import ClosedReason, Status

ENDED = (Status.CLOSED, Status.ARCHIVED)


class Lifecycle(models.Model):
    """Status and dates. What students see follows from them and from the clock, not from a nightly job."""

    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    opens_at = models.DateTimeField("opens", null=True, blank=True)
    date_posted = models.DateField(null=True, blank=True)
    valid_through = models.DateTimeField("closes", null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_reason = models.CharField(max_length=10, choices=ClosedReason.choices, null=True, blank=True)

    class Meta:
        abstract = True

    def is_open(self, on=None):
        """Return what `Posting.objects.open(on)` holds to be true of this row."""
        return self.status == Status.PUBLISHED and self._has_opened(on) and not self._is_past_closing(on)

    def is_scheduled(self, on=None):
        return self.status == Status.PUBLISHED and not self._has_opened(on)

    def was_public(self, on=None):
        """Return whether students have ever been able to see it: its address answers from then on."""
        if self.status in ENDED:
            return self.closed_at is not None and self._has_opened(self.closed_at)
        return self.status == Status.PUBLISHED and self._has_opened(on)

    def has_ended(self, on=None):
        """Return whether it was closed or its closing date has passed; also where it was closed before it opened."""
        return self.status in ENDED or (self.status == Status.PUBLISHED and self._is_past_closing(on))

    def ended(self):
        """Return when it stopped being open, or None where no date says so."""
        ends = [end for end in (self.closed_at, self.valid_through) if end]
        return min(ends, default=None)

    def reason_for_closing(self):
        reason = self.closed_reason or ClosedReason.EXPIRED
        return ClosedReason(reason)

    def rehearse(self, verb, **facts):
        """Return a copy as `verb` would leave it, with nothing written; raise what the verb would raise."""
        after = copy(self)
        after._step = lambda *said, moment=None, alone=False, **changes: after.__dict__.update(changes)
        getattr(after, verb)(**facts)
        del after._step
        return after

    def submit(self, by=None, note="", on=None):
        """Hand a draft to the person who publishes."""
        self._demand(self.status == Status.DRAFT, "Only a draft can be submitted.")
        self._step("submitted", by, note, on, status=Status.IN_REVIEW)

    def send_back(self, by=None, note="", on=None):
        """Return a submitted posting to its writer."""
        self._demand(self.status == Status.IN_REVIEW, "Only a submitted posting can be sent back.")
        self._step("sent_back", by, note, on, status=Status.DRAFT)

    def publish(self, by=None, note="", on=None, alone=False):
        """Open it to students now; `alone` keeps for the history that whoever publishes also wrote it."""
        on = on or timezone.now()
        self._demand_publishable(on, on, self.valid_through)
        changes = {"status": Status.PUBLISHED, "opens_at": on, "date_posted": self._local_date(on)}
        self._step("published", by, note, on, alone=alone, **changes)

    def schedule(self, opens_at, by=None, note="", on=None, valid_through=None, alone=False):
        """Open it at `opens_at`, in the future, and close it at `valid_through`, by default as it stands."""
        on = on or timezone.now()
        closes = valid_through or self.valid_through
        self._demand(opens_at > on, "Choose a time in the future, or publish now.")
        self._demand_publishable(on, opens_at, closes)
        changes = {"status": Status.PUBLISHED, "opens_at": opens_at, "date_posted": self._local_date(opens_at)}
        self._step("scheduled", by, note, on, moment=opens_at, alone=alone, valid_through=closes, **changes)

    def extend(self, valid_through, by=None, note="", on=None):
        """Move the closing of an open or scheduled posting, later or earlier."""
        on = on or timezone.now()
        has_one = self.is_open(on) or self.is_scheduled(on)
        self._demand(has_one, "Only what is open or scheduled has a closing to move: reopen a posting that has closed.")
        self._demand(valid_through > max(on, self.opens_at or on), "Its new closing date would have passed by then.")
        self._step("extended", by, note, on, moment=valid_through, valid_through=valid_through)

    def close(self, reason=ClosedReason.FILLED, by=None, note="", on=None):
        """End it now, before or without a closing date."""
        on = on or timezone.now()
        self._demand(self.status == Status.PUBLISHED, "Only a published posting can be closed.")
        ended = min(on, self.valid_through) if self.valid_through else on
        self._step("closed", by, note, on, status=Status.CLOSED, closed_at=ended, closed_reason=reason)

    def withdraw(self, by=None, note="", on=None):
        """End it now and take its text off the site."""
        self._demand(self.status in {Status.PUBLISHED, *ENDED}, "Only a published posting can be withdrawn.")
        if self.status == Status.PUBLISHED:
            return self.close(ClosedReason.WITHDRAWN, by, note, on)
        self._step("withdrawn", by, note, on, closed_reason=ClosedReason.WITHDRAWN)

    def reopen(self, valid_through=None, by=None, note="", on=None, alone=False):
        """Open an ended posting again, until `valid_through` or without a closing date."""
        on = on or timezone.now()
        self._demand(self.has_ended(on), "Only a posting that has closed can be reopened.")
        opens = max(on, self.opens_at or on)
        self._demand(valid_through is None or valid_through > opens, "Its new closing date would have passed by then.")
        changes = {"valid_through": valid_through, "closed_at": None, "closed_reason": None}
        self._step(
            "reopened", by, note, on, moment=valid_through, alone=alone, status=Status.PUBLISHED, **changes
        )  # fmt: skip

    def archive(self, by=None, note="", on=None):
        """Put an ended posting out of the recruiters' way; its address keeps answering."""
        on = on or timezone.now()
        can = self.has_ended(on) and self.status != Status.ARCHIVED
        self._demand(can, "Only a posting that has closed can be archived.")
        ended = self.closed_at or self.valid_through
        self._step("archived", by, note, on, status=Status.ARCHIVED, closed_at=ended)

    def take_turn(self):
        """Raise the version before an edit is saved; raise where somebody else has done so since it was read."""
        as_read = type(self).objects.filter(pk=self.pk, version=self.version)
        self._demand(as_read.update(version=self.version + 1), "Somebody else has just changed it.")
        self.version += 1

    def _demand_publishable(self, on, opens_at, closes):
        waiting = self.status in {Status.DRAFT, Status.IN_REVIEW} or self.is_scheduled(on)
        self._demand(waiting, "It has been published already.")
        self._demand(self.title.strip(), "Give it a title first.")
        self._demand(
            closes is None or closes > opens_at,
            "Its closing date would have passed by then: move it or clear it.",
        )

    def _demand(self, condition, message):
        if not condition:
            raise ValidationError(message, code="not_now")

    @transaction.atomic
    def _step(self, verb, by, note, on, *, moment=None, alone=False, **changes):
        """Write the changes and the event; raise if somebody else moved the posting meanwhile."""
        changes["version"] = self.version + 1
        row = type(self).objects.filter(pk=self.pk)
        with noting_changes(row, on):
            as_read = row.filter(status=self.status, version=self.version)
            self._demand(as_read.update(**changes), "Somebody else has just changed it.")
        for name, value in changes.items():
            setattr(self, name, value)
        self.events.create(verb=verb, by=by, note=note, at=on or timezone.now(), moment=moment, alone=alone)

    def _has_opened(self, on=None):
        return self.opens_at is None or self.opens_at <= (on or timezone.now())

    def _is_past_closing(self, on=None):
        return self.valid_through is not None and self.valid_through < (on or timezone.now())

    def _local_date(self, moment):
        zone = self.location.zone if self.location else timezone.get_default_timezone()
        return moment.astimezone(zone).date()


class PostingEvent(models.Model):
    """One step in a posting's life: what, who, when, and what they said."""

    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="events")
    verb = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    at = models.DateTimeField()
    note = models.TextField(blank=True)
    moment = models.DateTimeField("opening or closing it set", null=True, blank=True)
    alone = models.BooleanField("without a second person", default=False, db_default=False)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M} UTC"
