"""Found words, marked where a card shows them."""

from . import search


def with_lines(postings, words):
    """Fetch with each row the lines that words may stand in, where there are words."""
    return postings.prefetch_related("responsibilities", "qualifications") if words else postings


def mark_words(postings, words):
    """Put to each row its title, team and most telling line as HTML with the found words marked."""
    for posting in postings if words else ():
        posting.marked_title = search.mark(str(posting), words)
        posting.marked_team = search.mark(str(posting.team or ""), words)
        posting.marked_line = search.mark(telling_line(posting, words), words)


def telling_line(posting, words):
    items = [*posting.responsibilities.all(), *posting.qualifications.all()]
    shown = posting.first_duty or (posting.team.summary if posting.team else "")
    return search.best_line([item.text for item in items], words) or shown
