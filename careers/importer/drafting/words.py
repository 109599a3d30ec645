"""Fields of a posting, in a recruiter's words."""

from careers.postings.models import Posting


def label_of(name):
    """Return the field's name as the form shows it, in small."""
    return Posting._meta.get_field(name).verbose_name


def labels(names):
    """Return the fields of these names in words, parted by commas."""
    return ", ".join(dict.fromkeys(label_of(name) for name in names))


def entered_in_words(names):
    """Return the mark that facts were put in by a person and do not stand in the text; empty where there are none."""
    return f"Entered, not read: {labels(names)}." if names else ""
