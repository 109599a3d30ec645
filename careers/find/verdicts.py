"""Which postings an applicant meets: the pure rules, put to rows."""

from collections import defaultdict

from careers.postings.models import Posting

from .eligibility import Stated, Verdict, assess, latest_start, too_late_words
from .eligibility.dates import window

VERDICTS = {
    Verdict.MEETS: "You meet everything stated",
    Verdict.CANNOT_TELL: "They don’t say enough",
    Verdict.DOES_NOT: "They rule you out",
}


def assess_all(postings, applicant, on):
    """Return {pk: Assessment} for `postings`, rows with their location at hand, in one further query."""
    known = {}
    return {pk: assess_once(known, stated, applicant, stated.today(on)) for pk, stated in stated_by(postings)}


def stated_by(postings):
    """Yield (pk, Stated) of `postings`, rows with their location at hand, in one further query."""
    fields = fields_of([posting.pk for posting in postings])
    return ((posting.pk, Stated.of(posting, fields[posting.pk])) for posting in postings)


def give_answers(postings, applicant, on):
    """Put to each row its assessment, where the applicant said something; return {pk: Assessment}."""
    if applicant is None:
        return {}
    rows = list(postings)
    answers = assess_all(rows, applicant, on)
    for posting in rows:
        posting.assessment = answers[posting.pk]
    return answers


def grouped(rows, by_verdict):
    """Return [(verdict, words, number of postings, rows)] of what has postings; `rows` are assessed, some of each."""
    return [
        (verdict, words, number, [row for row in rows if row.assessment.verdict == verdict])
        for verdict, words in VERDICTS.items()
        if (number := by_verdict[verdict].bit_count())
    ]


def assess_once(known, stated, applicant, today):
    """Return the answer, worked out once for postings that state the same."""
    if (stated, today) not in known:
        known[stated, today] = assess(stated, applicant, today)
    return known[stated, today]


def fields_of(pks):
    """Return {pk: [(slug, name), …]}."""
    links = Posting.fields_of_study.through.objects.filter(posting__in=pks).order_by("fieldofstudy__name")
    fields = defaultdict(list)
    for pk, slug, name in links.values_list("posting", "fieldofstudy__slug", "fieldofstudy__name"):
        fields[pk].append((slug, name))
    return fields


def warning(posting, on):
    """Return what the posting's own dates mean for everyone: nobody fits, or it is too late to start; else ""."""
    return warning_of(Stated.of(posting, ()), on)


def warning_of(stated, on):
    if reason := window(stated):
        return reason.text
    latest = latest_start(stated)
    return too_late_words(latest) if latest and stated.today(on) > latest else ""
