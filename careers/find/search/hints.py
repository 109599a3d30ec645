"""What else to try: a near spelling, and words that are a filter's value."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import TextField
from django.db.models.functions import Cast

from careers.postings.choices import DegreeLevel, EmploymentType
from careers.postings.models import FieldOfStudy, Location, Skill, Team, Term

from .marking import places
from .matching import holding
from .query import MOST_WORDS, STOP_WORDS
from .words import stem, stems, words

# Titles, skills, teams, fields, places and terms; comparing more takes longer than a page may.
MOST_NAMES = 2_000
# In difflib's measure: "pyhton" and "kubernets" are near, "java" and "jira" are not.
NEARNESS = 0.75
MOST_MENDED = 3


@dataclass(frozen=True)
class Offer:
    """A value of a facet that stands in the words, and the words without it."""

    facet: str
    value: str
    label: str
    rest: str
    start: int
    end: int


def spelling(query, postings, read):
    """Return the query's text with words nobody wrote mended to near ones, None unless that finds some of `postings`.

    `read` turns a text into a Query.
    """
    known = names_of(postings)
    mended = mend(query.text, known) if known else query.text
    return mended if mended != query.text and holding(postings, read(mended)).exists() else None


def mend(text, known):
    """Return `text` with its unknown words replaced; `known` is {form: word as it is written}.

    A word found by its stem alone asks for no mending but is mended with others: "enginer" has the stem of "engine".
    """
    stems_known = {stem(form) for form in known}
    unknown = [word for word in words(text)[:MOST_WORDS] if word.form not in STOP_WORDS | known.keys()]
    if all(word.stem in stems_known for word in unknown):
        return text
    for word in reversed(unknown[:MOST_MENDED]):
        if near := nearest(word.form, known):
            text = text[: word.start] + known[near] + text[word.end :]
    return text


def nearest(form, known):
    similar = [each for each in known if abs(len(each) - len(form)) <= 2]
    return next(iter(get_close_matches(form, similar, n=1, cutoff=NEARNESS)), None)


def names_of(postings):
    """Return {form: word as it is written} of the names that lists show, in one query."""
    titles = postings.order_by().values_list(Cast("title", TextField())).distinct()
    models = (Skill, Team, FieldOfStudy, Location)
    names = [model.objects.order_by().values_list(Cast("name", TextField())) for model in models]
    rows = titles.union(*names, Term.objects.order_by().values_list(Cast("text", TextField())))[:MOST_NAMES]
    said = [*DegreeLevel.labels, *EmploymentType.labels, *(name for (name,) in rows)]
    return {word.form: name[word.start : word.end] for name in said for word in words(name)}


def offers(query, known, same):
    """Return an Offer for each value of `known`, {facet: {value: label}}, that the query's words name.

    A name inside a longer one of the same facet is left out: "Linux networking" is not "Linux".
    """
    found = words(query.text)[:MOST_WORDS]
    named = [
        Offer(facet, value, label, rest(query.text, start, end), start, end)
        for facet, values in known.items()
        for value, label in values.items()
        for start, end in spans_of(label, found, same)
    ]
    return [offer for offer in named if not any(is_inside(offer, other) for other in named)]


def spans_of(label, found, same):
    """Return the place where a label or one of its other spellings stands, as a list of one or none."""
    phrase = stems(label)
    line = [word.stem for word in found]
    spellings = same.get(phrase, [phrase] if phrase and not STOP_WORDS.issuperset(phrase) else [])
    spans = [
        (found[place].start, found[place + len(each) - 1].end) for each in spellings for place in places(line, each)
    ]
    return [max(spans, key=lambda span: span[1] - span[0])] if spans else []


def is_inside(offer, other):
    inside = other.start <= offer.start and offer.end <= other.end
    return offer.facet == other.facet and inside and (other.start, other.end) != (offer.start, offer.end)


def rest(text, start, end):
    return " ".join(f"{text[:start]} {text[end:]}".split())
