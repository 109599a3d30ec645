from django.db import models


class BackupQuerySet(models.QuerySet):
    def last_good(self):
        """Return the newest backup, or None; only those whose content was compared are noted here."""
        return self.order_by("made_at").last()


class Backup(models.Model):
    """A backup that was made and found whole. A row, not a file, so that every host and the desk see it."""

    made_at = models.DateTimeField()
    name = models.CharField(max_length=200, unique=True)
    rows = models.PositiveBigIntegerField()
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    # When it was last restored into a temporary place and compared.
    verified_at = models.DateTimeField(null=True, blank=True)

    objects = BackupQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return self.name
