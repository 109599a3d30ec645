"""Found words, marked where a card shows them."""

from collections import defaultdict

from careers.postings.models import Qualification, Responsibility

from . import search


def mark_words(postings, words):
    """Put to each row its title, team and most telling line as HTML with the found words marked."""
    lines = lines_of([posting.pk for posting in postings]) if words else {}
    for posting in postings if words else ():
        shown = posting.first_duty or (posting.team.summary if posting.team else "")
        posting.marked_title = search.mark(str(posting), words)
        posting.marked_team = search.mark(str(posting.team or ""), words)
        posting.marked_line = search.mark(search.best_line(lines[posting.pk], words) or shown, words)


def lines_of(pks):
    """Return {pk: the lines that words may stand in}, duties first."""
    found = defaultdict(list)
    for model in (Responsibility, Qualification):
        for pk, text in model.objects.filter(posting__in=pks).values_list("posting", "text"):
            found[pk].append(text)
    return found
