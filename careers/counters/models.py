"""What is counted, by day: sums alone. No visitor has a row, a number or an address here."""

from django.db import models


class PostingDay(models.Model):
    """One posting's sums of one day at its place."""

    SUMS = ("views", "apply_starts", "asks")

    posting = models.ForeignKey("postings.Posting", on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    views = models.PositiveIntegerField(default=0)
    apply_starts = models.PositiveIntegerField(default=0)
    asks = models.PositiveIntegerField(
        default=0, help_text="How often the mail that asks for missing facts was opened."
    )

    class Meta:
        ordering = ["-day", "posting"]
        constraints = [models.UniqueConstraint(fields=["posting", "day"], name="one_row_a_posting_and_day")]

    def __str__(self):
        return f"{self.posting} {self.day}"


class FactDay(models.Model):
    """How often a fact that a posting leaves out was asked for on one day."""

    fact = models.CharField(max_length=40)
    day = models.DateField()
    asks = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fact", "day"], name="one_row_a_fact_and_day")]

    def __str__(self):
        return f"{self.fact} {self.day}"


class SearchSeen(models.Model):
    """That a search, known by its digest only, found nothing on a day."""

    digest = models.CharField(max_length=64)
    day = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest", "day"], name="one_row_a_search_and_day")]

    def __str__(self):
        return f"{self.digest[:8]} {self.day}"


class FruitlessSearch(models.Model):
    """Words that found nothing on three days at least: what students look for here in vain."""

    words = models.CharField(max_length=80, unique=True)
    days = models.PositiveIntegerField()
    last_seen = models.DateField()

    class Meta:
        ordering = ["-days", "-last_seen", "words"]
        verbose_name_plural = "fruitless searches"

    def __str__(self):
        return self.words
