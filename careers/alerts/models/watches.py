"""What is looked for, once for all who look for the same, and what has come of it."""

from django.db import models
from django.db.models import Q

from careers.postings.models import Posting, Team


class Kind(models.TextChoices):
    """What a subscription may mean; each keeps its meaning when a value of it goes, and then finds nothing."""

    SEARCH = "search", "A search"
    ROLE = "role", "The next intake of a role"
    TEAM = "team", "The next intake of a team"
    POSTING = "posting", "A chosen posting"


class WatchQuerySet(models.QuerySet):
    def wanted(self):
        """Somebody who gets mail waits for them."""
        waiting = Q(paused_at=None, ended_at=None, subscriber__suppressed_at=None)
        subscriptions = self.model._meta.get_field("subscriptions").related_model.objects.filter(waiting)
        return self.filter(models.Exists(subscriptions.filter(watch=models.OuterRef("pk"))))

    def stale(self, edition, since):
        """Last looked at in another edition, or before `since`."""
        return self.filter(Q(looked_at=None) | ~Q(edition=edition) | Q(looked_at__lt=since))

    def with_matches(self):
        """As one look needs them. Only a look changes matches: while `take_look` succeeds they are what was read."""
        return self.select_related("posting", "team").prefetch_related("matches")


class Watch(models.Model):
    """`query` is the canonical query string that PostingFilterSet replays; `key` is the digest of all of it."""

    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    query = models.TextField(blank=True)
    posting = models.ForeignKey(Posting, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    edition = models.BigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True, blank=True)
    changes_seen = models.BigIntegerField(default=0)

    objects = WatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "watches"

    def __str__(self):
        return f"{self.kind} {self.pk}"

    @property
    def is_reminder(self):
        return self.kind == Kind.POSTING

    def take_look(self, on, edition, changes):
        """Return whether this look counts: of two processes that look at the same time, one does."""
        as_read = type(self).objects.filter(pk=self.pk, looked_at=self.looked_at)
        return bool(as_read.update(looked_at=on, edition=edition, changes_seen=changes))

    def last_notice(self):
        """Return the number of its newest notice; its notices are written one look after another, so numbers rise."""
        return self.notices.aggregate(last=models.Max("pk"))["last"] or 0


class Match(models.Model):
    """A posting that the last look found; `soon` once its closing has been announced."""

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="matches")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    closes = models.DateTimeField(null=True, blank=True)
    soon = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "posting"], name="match_once_a_watch")]

    def __str__(self):
        return f"{self.watch_id} {self.posting_id}"


class News(models.TextChoices):
    """In the order in which a mail tells them."""

    OPENED = "opened", "New"
    AGAIN = "again", "Open again"
    SOON = "soon", "Closing soon"
    EARLIER = "earlier", "Closes earlier than it said"
    LATER = "later", "Closes later than it said"
    CHANGED = "changed", "Changed"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Notice(models.Model):
    """One piece of news for all who watch; a subscription remembers the last one it told.

    `detail` is [closing as it was] where that has moved, [fact, before, after] where a fact has changed.
    """

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="notices")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    news = models.CharField(max_length=10, choices=News.choices)
    at = models.DateTimeField()
    detail = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["watch", "id"], name="notice_of_watch")]

    def __str__(self):
        return f"{self.news} {self.posting_id}"
