"""What a subscription is about, in words."""

from typing import NamedTuple

from django.utils.http import urlencode

from careers.find.eligibility import Applicant
from careers.postings.derived import Derived
from careers.postings.phrases import sentence

from .models import Kind
from .replay import facets_in_words, facts_in_words, replay

EVERYTHING = "Every internship that opens"
GONE = {
    Kind.ROLE: "The next intake of a role that is no longer on record",
    Kind.TEAM: "The next intake of a team that is no longer on record",
    Kind.POSTING: "A posting that is no longer on record",
}


class About(NamedTuple):
    """`facts` are ["you finish in November 2027", …]; `answers` the query string that carries them, if any."""

    title: str
    facts: list[str]
    applicant: Applicant | None
    answers: str


def title_of(kind, posting=None, team=None, filters=None, echo=True):
    """Return one line. Without `echo` it repeats nothing that a stranger could have written."""
    about = team if kind == Kind.TEAM else posting
    if kind == Kind.SEARCH:
        return sentence(" · ".join(parts_of(filters, echo))) or EVERYTHING
    if about is None:
        return GONE[kind]
    if kind == Kind.POSTING:
        return f"Reminders of {named(posting)}"
    return f"The next intake of {named(posting) if kind == Kind.ROLE else team}"


def parts_of(filters, echo=True):
    words = filters.form.cleaned_data.get("q") or filters.data.get("q")
    parts = [f"“{words}”" if echo else "words you searched for"] if words else []
    return parts + [text for _, text, is_known in facets_in_words(filters) if echo or is_known]


def unknown_values(filters):
    """Return what was asked for and is not on record (yet): it finds nothing until it is."""
    return [text for _, text, is_known in facets_in_words(filters) if not is_known]


def named(posting):
    place = f", {posting.location}" if posting.location else ""
    return f"{posting}{place}"


def describe(watch, on):
    """Return what the watch is About, worked out once an edition."""
    known = described()
    if watch.pk not in known:
        know(watch, replay(watch.query, on))
    return known[watch.pk]


def know(watch, filters):
    """Keep what the watch is About, whose query `filters` has read."""
    title = title_of(watch.kind, watch.posting, watch.team, filters)
    answers = urlencode(filters.form.answers_query)
    described()[watch.pk] = About(title, facts_in_words(filters), filters.applicant, answers)


@Derived
def described():
    """Return {watch pk: About} of this edition."""
    return {}
