from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from reversion.models import Revision

from careers.postings.models import Posting


class PreviewQuerySet(models.QuerySet):
    def in_force(self, on=None):
        return self.filter(revoked_at=None, at__gt=(on or timezone.now()) - PreviewLink.LASTS)

    def by_token(self, token, on=None):
        """Return the link that `token` stands for while it lasts, None for any other text."""
        try:
            pk = int(Signer(salt=PreviewLink.SALT).unsign(token))
        except (BadSignature, ValueError):
            return None
        return self.in_force(on).filter(pk=pk).first()


class PreviewLink(models.Model):
    """Lets somebody without an account see a posting as students would, whatever its state, for fourteen days."""

    LASTS = timedelta(days=14)
    SALT = "careers.preview"

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="previews")
    reader = models.CharField("for whom", max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.posting} for {self.reader or 'anybody'}"

    def get_absolute_url(self):
        return reverse("preview", args=[self.token])

    @property
    def token(self):
        return Signer(salt=self.SALT).sign(self.pk)

    @property
    def link(self):
        return settings.SITE_URL + self.get_absolute_url()

    @property
    def runs_out(self):
        return self.at + self.LASTS

    @property
    def is_over(self):
        return self.revoked_at is not None or self.runs_out <= timezone.now()

    def revoke(self, on=None):
        """End it at once; its answers are kept."""
        self.revoked_at = on or timezone.now()
        self.save(update_fields=["revoked_at"])


class Verdict(models.TextChoices):
    RIGHT = "right", "Looks right"
    CHANGE = "change", "Please change"


class PreviewAnswer(models.Model):
    """What somebody said to a preview, with the edit of the posting that they saw."""

    MOST = 20

    link = models.ForeignKey(PreviewLink, on_delete=models.CASCADE, related_name="answers")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    seen = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_verdict_display()}: {self.note}".rstrip(": ")
