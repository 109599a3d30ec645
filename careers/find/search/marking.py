"""The words of a query, found again in what people read."""

from django.utils.html import format_html, format_html_join

from .words import words


def mark(text, query):
    """Return `text` as HTML with what the query found in <mark>."""
    pairs, end = [], 0
    for start, stop in spans(text, query):
        pairs.append((text[end:start], text[start:stop]))
        end = stop
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pairs), text[end:])


def best_line(lines, query):
    """Return the first of `lines` that holds something the query looks for, None where none does."""
    return next((line for line in lines if spans(line, query)), None)


def spans(text, query):
    """Return where the query's words and their synonyms stand: (start, end) pairs in order, none overlapping."""
    found = words(text) if query else []
    spans = sorted({span for part in query.parts for span in part_spans(found, part)})
    merged = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def part_spans(found, part):
    """Yield the spans of every phrase that says this part, and of words that begin with its beginning."""
    stems = [word.stem for word in found]
    for phrase in part.phrases:
        for place in places(stems, phrase):
            yield found[place].start, found[place + len(phrase) - 1].end
    if part.beginning:
        yield from ((word.start, word.end) for word in found if word.form.startswith(part.beginning))


def places(stems, phrase):
    """Return where a phrase begins in a list of stems."""
    return [place for place, stem in enumerate(stems) if stem == phrase[0] and starts(stems, place, phrase)]


def starts(stems, place, phrase):
    return tuple(stems[place : place + len(phrase)]) == phrase
