"""The items of a mail: each posting once, with all that is new about it and whether it fits."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from careers.find.eligibility import Assessment, assess
from careers.find.verdicts import stated_by, warning_of
from careers.postings.changes import noted
from careers.postings.derived import Derived
from careers.postings.factsheet import Fact, closing, deciding
from careers.postings.models import Posting

from .looking import is_soon
from .models import News
from .words import describe

ENDINGS = (News.CLOSED, News.WITHDRAWN)
MOVES = (News.EARLIER, News.LATER)


@dataclass
class Item:
    """`changes` are (fact, before, after) in words; `answers` the query string that carries the student's facts."""

    posting: Posting
    news: News
    facts: list[Fact]
    changes: list[tuple[str, str, str]]
    assessment: Assessment | None = None
    answers: str = ""
    warning: str = ""

    @property
    def is_over(self):
        return self.news in ENDINGS

    @property
    def leads_with(self):
        """Return what its dates mean for everyone, where the student's own answer doesn't say it anyway."""
        return "" if self.assessment and self.assessment.nobody else self.warning


@Derived
def kept():
    """Return {pk: posting} of what mails of this edition have been about, each with what it has Stated."""
    return {}


def items_of(watch, notices, on):
    """Return the items of one subscription, the most important news first; what is no longer so is left out."""
    by_posting = defaultdict(list)
    for notice in notices:
        by_posting[notice.posting_id].append(notice)
    postings = with_facts(by_posting)
    made = [item_of(postings[pk], of_one, on) for pk, of_one in by_posting.items() if pk in postings]
    items = sorted(filter(None, made), key=lambda item: (list(News).index(item.news), -item.posting.pk))
    put_answers(items, describe(watch, on), on)
    return items


def with_facts(pks):
    """Return {pk: posting} with all that a mail says of one, fetched once an edition."""
    known = kept()
    if missing := [pk for pk in pks if pk not in known]:
        rows = Posting.objects.filter(pk__in=missing).with_team().prefetch_related("fields_of_study")
        known.update({posting.pk: posting for posting in rows})
        for pk, stated in stated_by([known[pk] for pk in missing if pk in known]):
            known[pk].stated = stated
    return known


def item_of(posting, notices, on):
    """Return one Item, None where all of its news is over."""
    news = [notice for notice in notices if is_so(notice, posting, on)]
    first = min((notice.news for notice in news), key=list(News).index, default=None)
    changes = changes_in(posting, news, on) if first not in {None, News.OPENED, News.AGAIN, *ENDINGS} else []
    if first is None or (first in {*MOVES, News.CHANGED} and not changes):
        return None
    return Item(posting, News(first), deciding(posting, on), changes, warning=warning_of(posting.stated, on))


def is_so(notice, posting, on):
    """Return whether it still holds: an ending of what has ended, everything else of what is open and matches."""
    if notice.news in ENDINGS:
        return not posting.is_open(on)
    is_late_news = notice.news == News.SOON and not is_soon(posting.valid_through, on)
    return posting.is_open(on) and notice.still and not is_late_news


def changes_in(posting, notices, on):
    """Return (fact, before, after) of what is other than it was, several steps told as one."""
    labels = {fact.name: fact.label for fact in noted(posting, on)}
    steps = {}
    for notice in notices:
        if notice.news in MOVES:
            steps.setdefault("closing", [closing_then(posting, notice.detail[0]), ""])[1] = closing(posting)
        elif notice.news == News.CHANGED and notice.detail[0] in labels:
            name, before, after = notice.detail
            steps.setdefault(name, [before, ""])[1] = after
    return [(labels[name], before, after) for name, (before, after) in steps.items() if before != after]


def closing_then(posting, iso):
    """Return the former closing in the words of the present one."""
    moment = datetime.fromisoformat(iso) if iso else None
    return closing(Posting(location=posting.location, valid_through=moment))


def put_answers(items, about, on):
    """Put to each open posting whether it fits, where the subscription holds the student's facts."""
    if about.applicant is None:
        return
    for item in items:
        stated = item.posting.stated
        item.assessment = None if item.is_over else assess(stated, about.applicant, stated.today(on))
        item.answers = f"?{about.answers}"
