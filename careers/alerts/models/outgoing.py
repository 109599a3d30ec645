"""The outbox: every mail is a row, claimed before it is sent and settled once the server has answered."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from .subscribers import Consent, Frequency, Subscriber, Subscription

# Longer than a server may take to answer: whoever claimed it is dead by then.
LOST_AFTER = timedelta(minutes=5)
# After so many attempts the next one waits for so many hours; a run makes a few with pauses of seconds.
HOURS = {12: 1, 16: 4, 20: 12}
MOST_ATTEMPTS = 24


class State(models.TextChoices):
    WAITING = "waiting", "Waiting"
    CLAIMED = "claimed", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Refused"
    UNKNOWN = "unknown", "Unknown: the answer was lost"


class OutgoingQuerySet(models.QuerySet):
    def waiting(self, on, since):
        """To be sent, and not tried yet since `since`."""
        untried = Q(tried_at=None) | Q(tried_at__lt=since)
        return self.filter(untried, state=State.WAITING, try_after__lte=on)

    def untried(self):
        return self.filter(state=State.WAITING, tried_at=None)

    def in_turn(self, on, since):
        """In the order of the index: sorting ten thousand rows for each claim would take longer than sending them."""
        return self.waiting(on, since).order_by("try_after", "pk")

    def claim(self, on, since):
        """Return the next row to send, claimed, or None; inside a transaction that saves it, so nobody else has it."""
        rows = self.in_turn(on, since).select_related(*self.model.WITH)
        row = rows.select_for_update(skip_locked=True, of=["self"]).first()
        if row:
            row.state, row.tried_at, row.attempts = State.CLAIMED, on, row.attempts + 1
        return row

    def lost(self, on):
        """Claimed by somebody who did not live to hear the answer."""
        return self.filter(state=State.CLAIMED, tried_at__lt=on - LOST_AFTER)


class Outgoing(models.Model):
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True, blank=True)
    try_after = models.DateTimeField()

    # What its mail needs to know.
    WITH = ()

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        abstract = True

    def put_back(self, on):
        """Wait for another attempt, longer each time; give up after many."""
        if self.attempts >= MOST_ATTEMPTS:
            return self.write(state=State.FAILED)
        self.write(state=State.WAITING, try_after=on + timedelta(hours=HOURS.get(self.attempts, 0)))

    def write(self, **changes):
        type(self).objects.filter(pk=self.pk).update(**changes)
        for name, value in changes.items():
            setattr(self, name, value)


def moment(value):
    return value and value.isoformat()


class SignUp(Outgoing):
    """What somebody asked for with an address that nobody has confirmed yet; goes once confirmed, or after 7 days."""

    email = models.EmailField()
    query = models.TextField(blank=True)
    frequency = models.CharField(max_length=10, choices=Frequency.choices)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "try_after"], name="sign_up_outbox")]

    def __str__(self):
        return f"Sign-up {self.pk}"


class LinkRequest(Outgoing):
    """Somebody wants the link to their alerts; goes as soon as that is on its way."""

    email = models.EmailField()

    class Meta:
        indexes = [models.Index(fields=["state", "try_after"], name="link_request_outbox")]

    def __str__(self):
        return f"Link request {self.pk}"


class Digest(Outgoing):
    """One mail to one address on one day. `before` holds what each subscription knew, to tell it again if it fails."""

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField()
    before = models.JSONField(default=dict)

    WITH = ("subscriber",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscriber", "day"], name="digest_once_a_day")]
        indexes = [models.Index(fields=["state", "try_after"], name="digest_outbox")]

    def __str__(self):
        return f"Digest {self.pk}"

    def note_told(self, subscriptions, last, on):
        """Take what it tells as told before it is sent; `last` is {watch pk: its newest notice}. To be saved."""
        self.before = {str(each.pk): [each.told, moment(each.mailed_at)] for each in subscriptions}
        for each in subscriptions:
            Subscription.objects.filter(pk=each.pk).update(told=last[each.watch_id], mailed_at=on)

    def forget_told(self):
        """It has not arrived: what it was to tell is news again."""
        for pk, (told, mailed_at) in self.before.items():
            Subscription.objects.filter(pk=pk).update(told=told, mailed_at=mailed_at)
        self.write(before={})
