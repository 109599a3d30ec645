from django.db import models


class EditionQuerySet(models.QuerySet):
    def current(self):
        """Return the number that changes with everything a public page can show; 0 before the first change."""
        return self.filter(pk=1).values_list("number", flat=True).first() or 0


class Edition(models.Model):
    """One row whose number database triggers raise; see careers/postings/triggers.py."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)

    objects = EditionQuerySet.as_manager()

    def __str__(self):
        return str(self.number)
