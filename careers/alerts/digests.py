"""What one mail to one address tells: which subscriptions have news, and what it is."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .items import Item, items_of
from .models import Digest, Match, Notice, State, Subscription

# Of one mail and of one subscription in it: the rest stands on the list that it links to.
MOST, MOST_OF_ONE = 18, 8
BATCH = 1_000


@dataclass
class Section:
    """One subscription with its items; `more` counts those left out."""

    subscription: Subscription
    items: list[Item]
    more: int = 0


@dataclass
class Contents:
    """`subscriptions` are all that this mail brings up to date, `last` {watch pk: its newest notice}."""

    subscriptions: list[Subscription]
    last: dict[int, int]
    sections: list[Section]

    @property
    def items(self):
        return [item for section in self.sections for item in section.items]

    @property
    def key(self):
        """Return what its wording depends on, beside the edition and the day."""
        return tuple(part for section in self.sections for part in self.key_of(section))

    def key_of(self, section):
        subscription = section.subscription
        yield subscription.watch_id, self.last[subscription.watch_id], subscription.ends_at.date(), section.more
        for item in section.items:
            yield item.posting.pk, item.news, *item.changes


def plan(on):
    """Put a digest into the outbox for each address with news that is due; return how many."""
    day = timezone.localdate(on)
    under_way = Digest.objects.filter(Q(day=day) | Q(state=State.WAITING), subscriber=OuterRef("subscriber"))
    due = Subscription.objects.due(on).with_news().exclude(Exists(under_way)).order_by("subscriber")
    addresses = due.values_list("subscriber", flat=True).distinct()
    rows = [Digest(subscriber_id=pk, day=day, try_after=on) for pk in addresses]
    Digest.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
    return len(rows)


def gather(subscriber, on):
    """Return the Contents of a mail at this moment, None where nothing is left to tell."""
    due = list(due_of(subscriber, on))
    notices = untold(due)
    subscriptions = [each for each in due if each.watch_id in notices]
    shown, sections, room = set(), [], MOST
    for each in subscriptions:
        items = [item for item in items_of(each.watch, notices[each.watch_id], on) if item.posting.pk not in shown]
        kept = items[: min(MOST_OF_ONE, room)]
        shown |= {item.posting.pk for item in items}
        room -= len(kept)
        sections += [Section(each, kept, len(items) - len(kept))] if items else []
    last = {watch: max(notice.pk for notice in of_one) for watch, of_one in notices.items()}
    return Contents(subscriptions, last, sections) if sections else None


def due_of(subscriber, on):
    """Return what may be told now; a watch comes without its posting, which most mails do not ask for."""
    return Subscription.objects.due(on).filter(subscriber=subscriber).select_related("watch__team").order_by("pk")


def untold(subscriptions):
    """Return {watch pk: [Notice, …]}, the oldest first, in one query."""
    told = {each.watch_id: each.told for each in subscriptions}
    rows = Notice.objects.filter(watch__in=told, pk__gt=min(told.values(), default=0)).order_by("pk")
    still = Match.objects.filter(watch=OuterRef("watch"), posting=OuterRef("posting"))
    found = defaultdict(list)
    for notice in rows.annotate(still=Exists(still)):
        if notice.pk > told[notice.watch_id]:
            found[notice.watch_id].append(notice)
    return found
