"""What templates say about a posting, and the one Markdown filter."""

from django import template
from django.utils import timezone

from careers.lib import markdown
from careers.postings import factsheet, glossary, letters, phrases, timeline
from careers.postings.items import with_items

register = template.Library()


@register.filter(name="markdown")
def markdown_filter(text):
    return markdown.render(text or "")


@register.simple_tag
def deciding_facts(posting):
    """Return the facts that decide, in the order of the posting's own page; needs team and location at hand."""
    return factsheet.deciding(posting, timezone.now())


@register.simple_tag
def words_of(posting):
    """Return the terms of the glossary that stand in its items."""
    return glossary.words_of(with_items(posting))


@register.filter
def with_its_items(posting):
    return with_items(posting)


@register.simple_tag
def timeline_of(posting):
    return timeline.timeline(posting, timezone.now())


@register.filter
def closing(posting):
    return factsheet.closing(posting)


@register.filter
def lines(text):
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


@register.filter
def foreign_to(benefit, country):
    return benefit.is_foreign_to(country)


@register.filter
def subject(posting):
    return f"Application: {letters.reference(posting)}"


@register.simple_tag
def application_link(posting, address):
    return letters.application(posting, address)


@register.simple_tag
def correction_link(posting, address):
    return letters.correction(posting, address)


@register.simple_tag
def question_link(posting, address, missing):
    return letters.question(posting, address, missing)


@register.filter
def also_missing(missing):
    """Return the labels of what the table leaves out, as the middle of a sentence."""
    labels = [fact.label.lower() for fact in missing if fact.name not in factsheet.ALWAYS_SHOWN]
    return phrases.listed(labels, "and")


@register.simple_tag
def ending(posting):
    """Return (reason, when) of a posting that has closed; either may be ""."""
    ended = posting.ended()
    when = phrases.moment(ended, posting.location.zone) if ended and posting.location else ended or ""
    return posting.reason_for_closing().label, when


@register.filter
def local_day(moment, posting):
    """Return the day of a moment as calendars at the posting's place have it."""
    zone = posting.location.zone if posting.location else timezone.get_default_timezone()
    return phrases.day(moment.astimezone(zone))
