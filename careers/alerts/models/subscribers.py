"""Who gets mail, about what, how often, and what they agreed to."""

import uuid
from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .watches import Notice, Watch

# A run that starts a little earlier than the last one must not put a mail off to the next day.
SLACK = timedelta(hours=3)
WEEK, DAY = timedelta(days=7) - SLACK, timedelta(days=1) - SLACK
LONGEST = timedelta(days=730)


class Frequency(models.TextChoices):
    WEEKLY = "weekly", "At most one mail a week"
    DAILY = "daily", "At most one mail a day"
    AT_ONCE = "at_once", "As soon as there is something, at most one mail a day"


class Consent(models.Model):
    """The wording somebody agreed to, kept as they read it; its number is the version."""

    text = models.TextField(unique=True)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Version {self.pk}"


class Subscriber(models.Model):
    """A confirmed address; `key` stands for it in links, and `suppressed_at` says that its server refused a mail."""

    email = models.EmailField(unique=True)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    since = models.DateTimeField()
    suppressed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return f"Subscriber {self.pk}"

    def suppress(self, on):
        type(self).objects.filter(pk=self.pk).update(suppressed_at=on)


class SubscriptionQuerySet(models.QuerySet):
    def going(self):
        """Not ended; paused or not."""
        return self.filter(ended_at=None)

    def mailed(self):
        """Gets mail: neither ended nor paused, and the address takes mail."""
        return self.going().filter(paused_at=None, subscriber__suppressed_at=None)

    def due(self, on):
        midnight = datetime.combine(timezone.localtime(on), time.min, timezone.get_current_timezone())
        latest = {Frequency.WEEKLY: on - WEEK, Frequency.DAILY: on - DAY, Frequency.AT_ONCE: midnight}
        waits = Q(mailed_at=None)
        for frequency, moment in latest.items():
            waits |= Q(frequency=frequency, mailed_at__lt=moment)
        return self.mailed().filter(waits)

    def with_news(self):
        untold = Notice.objects.filter(watch=models.OuterRef("watch"), pk__gt=models.OuterRef("told"))
        return self.filter(models.Exists(untold))

    def over_age(self, on):
        return self.going().filter(confirmed_at__lt=on - LONGEST)


class Subscription(models.Model):
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="subscriptions")
    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="subscriptions")
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.WEEKLY)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    consented_at = models.DateTimeField()
    confirmed_at = models.DateTimeField()
    told = models.BigIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscriber", "watch"], name="subscription_once_a_watch")]

    def __str__(self):
        return f"Subscription {self.pk}"

    @property
    def ends_at(self):
        """Return when it ends by itself."""
        return self.confirmed_at + LONGEST

    def set_frequency(self, frequency):
        self._write(frequency=frequency)

    def pause(self, on):
        self._write(paused_at=on)

    def resume(self):
        """Go on from here: what happened meanwhile is not told."""
        self._write(paused_at=None, told=self.watch.last_notice())

    def _write(self, **changes):
        type(self).objects.filter(pk=self.pk).update(**changes)
