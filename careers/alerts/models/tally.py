from django.db import models
from django.db.models import F


class TallyQuerySet(models.QuerySet):
    def add(self, what, on, number=1):
        """Add to the day's number."""
        if not self.filter(day=on.date(), what=what).update(number=F("number") + number):
            self.bulk_create([self.model(day=on.date(), what=what)], ignore_conflicts=True)
            self.filter(day=on.date(), what=what).update(number=F("number") + number)


class Tally(models.Model):
    """How often something happened on a day: what remains when addresses are erased."""

    class What(models.TextChoices):
        SIGNED_UP = "signed_up", "Signed up"
        CONFIRMED = "confirmed", "Confirmed"
        ENDED = "ended", "Ended"
        SENT = "sent", "Digests sent"
        FAILED = "failed", "Refused"
        UNKNOWN = "unknown", "Unknown"

    day = models.DateField()
    what = models.CharField(max_length=10, choices=What.choices)
    number = models.PositiveIntegerField(default=0)

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "alerts in figures"
        ordering = ["-day", "what"]
        constraints = [models.UniqueConstraint(fields=["day", "what"], name="tally_once_a_day")]

    def __str__(self):
        return f"{self.day} {self.what}"
