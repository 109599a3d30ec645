from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


class What(models.TextChoices):
    SIGNED_IN = "signed_in", "Signed in"
    REFUSED = "refused", "Sign-in refused"
    SIGNED_OUT = "signed_out", "Signed out"
    STEP = "step", "Step of a posting"
    EXPORTED = "exported", "Exported"
    INVITED = "invited", "Invited"
    WITHDREW = "withdrew", "Withdrew an invitation"
    JOINED = "joined", "Joined"
    ROLES = "roles", "Changed roles"
    DEACTIVATED = "deactivated", "Deactivated"
    REACTIVATED = "reactivated", "Reactivated"
    FACTOR_RESET = "factor_reset", "Reset a second factor"


class JournalQuerySet(models.QuerySet):
    def record(self, what, by=None, about="", on=None):
        """Keep that `by`, an account or None, did something, perhaps `about` a posting or an account."""
        name = by.get_username() if by else ""
        return self.create(what=what, by=by, by_name=name, about=str(about)[:200], at=on or timezone.now())

    def forget(self, on=None):
        """Delete what is older than the journal is kept; return how many entries that were."""
        return self.filter(at__lt=(on or timezone.now()) - JournalEntry.KEPT).delete()[0]


class JournalEntry(models.Model):
    """Who did what at the desk, and when; no network address, no password that was typed into the wrong box."""

    KEPT = timedelta(days=180)

    at = models.DateTimeField(db_index=True)
    what = models.CharField(max_length=20, choices=What.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    by_name = models.CharField("who", max_length=150, blank=True, help_text="Kept when the account goes.")
    about = models.CharField(max_length=200, blank=True)

    objects = JournalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "journal"

    def __str__(self):
        return " ".join(filter(None, [self.by_name, self.get_what_display().lower(), self.about]))
