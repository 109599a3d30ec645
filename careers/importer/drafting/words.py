"""Fields of a posting, in a recruiter's words."""

from careers.postings.models import Posting


def label_of(name):
    """Return the field's name as the form shows it, in small."""
    return Posting._meta.get_field(name).verbose_name


def entered_in_words(names):
    """Return the mark that a fact was put in by a person and does not stand in the text; empty where there is none."""
    labels = list(dict.fromkeys(label_of(name) for name in names))
    return f"Entered, not read: {', '.join(labels)}." if labels else ""
