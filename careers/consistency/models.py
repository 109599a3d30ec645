from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from careers.postings.models import Boilerplate, Posting

from .rules import Level


class Kind(models.TextChoices):
    WAIVER = "waiver", "Waiver of an error"
    SET_ASIDE = "set_aside", "Set aside"


class WaiverQuerySet(models.QuerySet):
    def get_by_natural_key(self, posting, boilerplate, finding, field, fingerprint):
        facts = {"finding": finding, "field": field, "fingerprint": fingerprint}
        return self.in_force().get(posting__slug=posting, boilerplate__key=boilerplate, **facts)

    def in_force(self):
        """Not taken back. Whether the fact still stands is for `covers` to say."""
        return self.filter(ended_at=None)

    def give(self, finding, reason, by=None, on=None, **subject):
        """Accept a finding of `posting=…` or `boilerplate=…` with its reason; giving it again replaces the reason.

        `by` needs the permission that `permission_for` names.
        """
        kind = Kind.WAIVER if finding.level is Level.ERROR else Kind.SET_ASIDE
        facts = {"finding": finding.id, "field": finding.field, "fingerprint": finding.fingerprint}
        given = {"reason": reason, "by": by, "by_name": name_of(by), "at": on or timezone.now()}
        defaults = {**given, "kind": kind, "fact": finding.fact}
        return self.update_or_create(ended_at=None, **subject, **facts, defaults=defaults)[0]


class Waiver(models.Model):
    """Why a finding may stand. It counts while the rule finds the same fact, and is kept when it no longer does."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, null=True, blank=True, related_name="waivers")
    boilerplate = models.ForeignKey(
        Boilerplate, on_delete=models.CASCADE, null=True, blank=True, related_name="waivers"
    )
    finding = models.CharField(max_length=4, help_text="Its id, such as P001.")
    field = models.CharField(max_length=60)
    fingerprint = models.CharField(max_length=64)
    fact = models.TextField(help_text="What was found when it was given; it ends when this changes.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    by_name = models.CharField(max_length=150, blank=True, help_text="Kept when the account goes.")
    at = models.DateTimeField()
    ended_at = models.DateTimeField("taken back", null=True, blank=True)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        permissions = [("waive_error", "Can waive an error")]
        constraints = [
            models.CheckConstraint(
                condition=Q(posting=None) ^ Q(boilerplate=None), name="waiver_of_one_posting_or_text"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
            models.UniqueConstraint(
                fields=["posting", "boilerplate", "finding", "field", "fingerprint"],
                condition=Q(ended_at=None),
                name="waiver_once_a_fact",
            ),
        ]

    def __str__(self):
        return f"{self.finding} {self.field}: {self.reason}"

    def natural_key(self):
        posting = self.posting.slug if self.posting else None
        return (posting, self.boilerplate and self.boilerplate.key, self.finding, self.field, self.fingerprint)

    natural_key.dependencies = ["postings.posting", "postings.boilerplate"]

    def covers(self, finding):
        """Return whether it was given for this very fact and has not been taken back."""
        same = (self.finding, self.field, self.fingerprint) == (finding.id, finding.field, finding.fingerprint)
        return same and self.ended_at is None

    def end(self, on=None):
        """Take it back: the finding counts again."""
        self.ended_at = on or timezone.now()
        self.save(update_fields=["ended_at"])


def name_of(user):
    return (user.get_full_name() or user.get_username()) if user else ""


def permission_for(finding):
    """Return what a user needs to accept this finding: publishers waive errors, recruiters set aside the rest."""
    return "consistency.waive_error" if finding.level is Level.ERROR else "consistency.add_waiver"
