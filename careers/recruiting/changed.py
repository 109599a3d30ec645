"""What students read otherwise after an edit of a live posting."""

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from careers.postings.choices import QualificationKind
from careers.postings.factsheet import factsheet
from careers.postings.models import Posting

LONGEST = 160
NOTHING = "not stated"
ITEMS = {
    "What you would do": lambda posting: [each.text for each in posting.responsibilities.all()],
    "What you need": lambda posting: texts_of(posting, QualificationKind.MINIMUM),
    "What helps": lambda posting: texts_of(posting, QualificationKind.PREFERRED),
    "Benefits": lambda posting: [str(each) for each in posting.benefits.all()],
}


def shown_facts(pk):
    """Return {label: what students read, a text or a list of items}, as the database has it now."""
    posting = Posting.objects.select_related("team", "location").get(pk=pk)
    facts = {
        "Title": posting.title,
        "Team": str(posting.team or ""),
        **{fact.label: fact.text for fact in factsheet(posting, timezone.now())},
        "Apply at": posting.apply_url or "",
        "Contact": posting.contact_email or "",
        "Address": posting.slug,
    }
    return facts | {label: items_of(posting) for label, items_of in ITEMS.items()}


def texts_of(posting, kind):
    return [each.text for each in posting.qualifications.all() if each.kind == kind]


def changes(before, after):
    """Return [(label, old, new)] of what differs; of items, only those that went and those that came."""
    pairs = [(label, before[label], after[label]) for label in after if before[label] != after[label]]
    return [(label, *told(old, new)) for label, old, new in pairs]


def told(old, new):
    if isinstance(new, str):
        return short(old), short(new)
    gone, come = [text for text in old if text not in new], [text for text in new if text not in old]
    if not gone and not come:
        return "in another order", "as they stand now"
    return short("; ".join(gone)), short("; ".join(come))


def short(text):
    return Truncator(text).chars(LONGEST) or NOTHING


def as_message(told_changes):
    """Return "Students read this now" with every change, as HTML."""
    if not told_changes:
        return "Nothing that students read has changed."
    rows = format_html_join("", "<br>{}: {} → <strong>{}</strong>", told_changes)
    return format_html("Students read this from now on:{}", rows)
