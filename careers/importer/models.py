"""What stands between pasting adverts and saving their drafts. Kept for some days, then erased."""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from careers.postings.models import Posting

KEPT = timedelta(days=7)


class ImportBatchQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(by=user)

    def with_number(self):
        return self.annotate(number=models.Count("texts"))

    def stale(self, on=None):
        return self.filter(at__lt=(on or timezone.now()) - KEPT)


class ImportBatch(models.Model):
    """What one person pasted or uploaded at once. `entered` is what was entered for all of it, as it was sent."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="import_batches")
    at = models.DateTimeField(default=timezone.now)
    entered = models.JSONField(default=dict, blank=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} UTC"

    @transaction.atomic
    def take(self, texts):
        """Hold these [(name, text, address)] instead of what it held before."""
        self.texts.all().delete()
        ImportedText.objects.bulk_create(
            ImportedText(batch=self, order=order, name=name, text=text, url=url)
            for order, (name, text, url) in enumerate(texts, 1)
        )


class ImportedText(models.Model):
    """One advert of a batch: waiting, saved as `posting`, or refused for the reason in `refusal`."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="texts")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255, blank=True, help_text="The file it came from.")
    text = models.TextField()
    url = models.URLField(max_length=500, blank=True)
    posting = models.ForeignKey(Posting, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    known_before = models.BooleanField(default=False)
    entered = models.TextField(blank=True, help_text="What was entered, not read.")
    refusal = models.TextField(blank=True)
    remarks = models.TextField(blank=True, help_text="What a person should look at, one a line.")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["batch", "order"], name="imported_text_order_once")]

    def __str__(self):
        return self.name or self.text[:60].strip()

    @property
    def waits(self):
        return self.posting_id is None and not self.refusal
