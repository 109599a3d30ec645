from django.conf import settings
from django.db import models

from careers.alerts.models import State
from careers.alerts.models.outgoing import Outgoing
from careers.postings.fields import ChoiceSetField
from careers.postings.models import Posting


class Kind(models.TextChoices):
    SUBMITTED = "submitted", "A posting is submitted, and I publish"
    SENT_BACK = "sent_back", "A posting of mine is sent back"
    PUBLISHED = "published", "A posting of mine is published, scheduled or opens"
    COULD_NOT = "could_not", "A posting of mine could not be published"
    ANSWERED = "answered", "Somebody answers a preview I made"
    CLOSES_SOON = "closes_soon", "A posting of mine closes in seven days"
    CLOSED = "closed", "A posting of mine has closed"


class Notice(Outgoing):
    """One mail to one person about one posting; one that waits beside it may be told in the same mail."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    occasion = models.DateTimeField(help_text="The moment it is about: another moment is another notice.")
    by_name = models.CharField(max_length=150, blank=True)
    note = models.TextField(blank=True)
    told_with = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="others")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "posting", "kind", "occasion"], name="notice_once_an_occasion")
        ]
        indexes = [models.Index(fields=["state", "try_after"], name="notice_outbox")]

    def __str__(self):
        return f"Notice {self.pk}"

    def take_others(self):
        """Tell in this mail what else waits for the same person and is of the same kind; return all of it."""
        waiting = Notice.objects.filter(person=self.person_id, kind=self.kind, state=State.WAITING, tried_at=None)
        waiting.exclude(pk=self.pk).update(state=State.CLAIMED, told_with=self, tried_at=self.tried_at)
        return [self, *self.others.select_related("posting__location")]


class NoticeChoice(models.Model):
    """What somebody does not want mail about; without a row, all of it comes."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choice")
    unwanted = ChoiceSetField(choices=Kind.choices, null=True, blank=True)

    def __str__(self):
        return f"Notices of {self.person}"
