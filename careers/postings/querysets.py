"""Which postings: every condition that has a name."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from careers.postings.choices import Status

NEWEST_FIRST = (F("date_posted").desc(nulls_last=True), "-pk")
# A posting is open up to and at its closing; this is the smallest step that both databases keep.
JUST_AFTER = timedelta(microseconds=1)
CLOSING_FIRST = (F("valid_through").asc(nulls_last=True), *NEWEST_FIRST)


class PostingQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def open(self, on=None):
        """Students may see it and apply: published, opened, and `on` not after its closing. The only definition."""
        on = on or timezone.now()
        return self.opened(on).exclude(valid_through__lt=on)

    def opened(self, on):
        """Published and, by `on`, opened; closed by its date or not."""
        return self.filter(Q(opens_at__isnull=True) | Q(opens_at__lte=on), status=Status.PUBLISHED)

    def once_public(self, on=None):
        """Students can see it or could: its address answers for good."""
        on = on or timezone.now()
        opened = Q(opens_at__isnull=True) | Q(opens_at__lte=on)
        opened_before_its_end = Q(opens_at__isnull=True) | Q(opens_at__lte=F("closed_at"))
        ended = Q(status__in=[Status.CLOSED, Status.ARCHIVED], closed_at__isnull=False)
        return self.filter(Q(opened, status=Status.PUBLISHED) | ended & opened_before_its_end)

    def with_team(self):
        return self.select_related("team", "location").defer("source_text")

    def for_cards(self):
        """Fetch with each row what a card shows: team, location and the first of what one would do."""
        duties = self.model._meta.get_field("responsibilities").related_model.objects
        first = duties.filter(posting=models.OuterRef("pk")).order_by("order", "pk").values("text")[:1]
        return self.with_team().annotate(first_duty=models.Subquery(first))

    def with_updates(self):
        """Fetch with each row when a fact of it last changed and when it was last opened again."""
        related = {name: self.model._meta.get_field(name).related_model.objects for name in ("changes", "events")}
        here = {"posting": models.OuterRef("pk")}
        changes = related["changes"].filter(**here).order_by("-at").values("at")[:1]
        reopenings = related["events"].filter(**here, verb="reopened").order_by("-at").values("at")[:1]
        return self.annotate(changed_at=models.Subquery(changes), reopened_at=models.Subquery(reopenings))

    def newest_first(self):
        return self.order_by(*NEWEST_FIRST)

    def with_intake_over(self, on=None):
        """Say of each row whether to ask before applying: its intake year is over and it states no closing date."""
        year = timezone.localdate(on).year if on else timezone.localdate().year
        over = Q(intake_year__lt=year, valid_through__isnull=True)
        return self.annotate(
            intake_over=models.Case(models.When(over, then=True), default=False, output_field=models.BooleanField())
        )

    def next_change(self, on=None):
        """Return the first moment after `on` at which one of these opens or has closed, None if none will."""
        on = on or timezone.now()
        moments = self.filter(status=Status.PUBLISHED).aggregate(
            opens=models.Min("opens_at", filter=Q(opens_at__gt=on)),
            closes=models.Min("valid_through", filter=Q(valid_through__gte=on)),
        )
        closed = moments["closes"] and moments["closes"] + JUST_AFTER
        return min(filter(None, [moments["opens"], closed]), default=None)
