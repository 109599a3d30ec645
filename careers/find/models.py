"""What search keeps: derived from the record, rebuilt by itself, never shown."""

from django.db import models

from careers.postings.models import Posting


class Document(models.Model):
    """A posting as search sees it. It goes with its posting at the next search, not before: nothing waits for it."""

    posting = models.OneToOneField(
        Posting, primary_key=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    title = models.TextField()
    facts = models.TextField()
    text = models.TextField()

    def __str__(self):
        return self.title


class Stale(models.Model):
    """A row of the record that changed since the documents were made; database triggers write it.

    Rows are only added and taken away, never unique: two transactions that mark one row must not meet.
    """

    class Kind(models.TextChoices):
        POSTING = "posting"
        QUALIFICATION = "qualification"
        TEAM = "team"
        LOCATION = "location"
        SKILL = "skill"
        FIELD = "field"
        EVERYTHING = "everything"

    kind = models.CharField(max_length=13, choices=Kind.choices)
    row_id = models.BigIntegerField(default=0)
    # Random: a number that was rolled back, or that a restored backup gives out again, is not the same mark.
    token = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "row_id"], name="find_stale_row")]

    def __str__(self):
        return f"{self.kind} {self.row_id}"


class Followed(models.Model):
    """A mark that search has worked off, kept for a while: each process brings its index up to date by it."""

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=13)
    row_id = models.BigIntegerField()
    token = models.BigIntegerField(null=True)

    def __str__(self):
        return f"{self.kind} {self.row_id}"
