"""The items of a mail: each posting once, with all that is new about it and whether it fits."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.http import urlencode

from careers.find.applicant_form import ApplicantForm
from careers.find.eligibility import Assessment
from careers.find.verdicts import assess_all, warning
from careers.postings.changes import noted
from careers.postings.derived import Derived
from careers.postings.factsheet import Fact, closing, deciding
from careers.postings.models import Posting

from .looking import is_soon
from .models import News

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
    """Return {pk: posting} of what mails of this edition have been about."""
    return {}


def items_of(watch, notices, on):
    """Return the items of one subscription, the most important news first; what is no longer so is left out."""
    by_posting = defaultdict(list)
    for notice in notices:
        by_posting[notice.posting_id].append(notice)
    postings = with_facts(by_posting)
    made = [item_of(postings[pk], of_one, on) for pk, of_one in by_posting.items() if pk in postings]
    items = sorted(filter(None, made), key=lambda item: (list(News).index(item.news), -item.posting.pk))
    put_answers(items, watch.query, on)
    return items


def with_facts(pks):
    """Return {pk: posting} with all that a mail says of one, fetched once an edition."""
    known = kept()
    if missing := [pk for pk in pks if pk not in known]:
        rows = Posting.objects.filter(pk__in=missing).with_team().prefetch_related("fields_of_study")
        known.update({posting.pk: posting for posting in rows})
    return known


def item_of(posting, notices, on):
    """Return one Item, None where all of its news is over."""
    news = [notice for notice in notices if is_so(notice, posting, on)]
    first = min((notice.news for notice in news), key=list(News).index, default=None)
    changes = changes_in(posting, news, on) if first not in {None, News.OPENED, News.AGAIN, *ENDINGS} else []
    if first is None or (first in {*MOVES, News.CHANGED} and not changes):
        return None
    return Item(posting, News(first), deciding(posting, on), changes, warning=warning(posting, on))


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


def put_answers(items, query, on):
    """Put to each open posting whether it fits, where the subscription holds the student's facts."""
    applicant, answers = applicant_in(query)
    if applicant:
        found = assess_all([item.posting for item in items if not item.is_over], applicant, on)
        for item in items:
            item.assessment = found.get(item.posting.pk)
            item.answers = f"?{answers}"


def applicant_in(query):
    """Return (Applicant or None, the query string of the answers alone)."""
    known = applicants()
    if query not in known:
        form = ApplicantForm(QueryDict(query))
        form.full_clean()
        known[query] = form.applicant, urlencode(form.answers_query)
    return known[query]


@Derived
def applicants():
    """Return {query: what it says about a student} of this edition."""
    return {}
