"""Mails to staff: one function a message, each returning it unsent."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse, reverse_lazy

from .state import state_of

CHOICES = reverse_lazy("notices")
SILENT = ("console.EmailBackend", "dummy.EmailBackend")


def is_set_up():
    """Return whether mail leaves this machine: a local run without EMAIL_URL only prints it."""
    return not settings.EMAIL_BACKEND.endswith(SILENT)


def invitation(invited):
    facts = {"invited": invited, "roles": [label.partition(":")[0].lower() for label in roles_of(invited)]}
    return message("invitation", "You are invited to the recruiters’ desk", invited.email, facts)


def roles_of(invited):
    labels = dict(type(invited)._meta.get_field("roles").flatchoices)
    return [labels[role] for role in invited.roles]


def message(name, subject, to, facts):
    """Return the plain text mail that templates/recruiting/emails/<name>.txt makes of `facts`."""
    body = render_to_string(f"recruiting/emails/{name}.txt", {**facts, "site": settings.SITE_URL})
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(" ".join(subject.split()), body, to=[to], headers=headers)


def submitted(person, notices):
    return about("In review", "Somebody asks you to look at this before students do:", person, notices)


def sent_back(person, notices):
    return about("Sent back", "This is a draft again. What to change:", person, notices)


def published(person, notices):
    return about("Published", "This is before students, or will be:", person, notices)


def could_not(person, notices):
    return about("Could not be published", "Somebody tried to publish this, and it stays as it is:", person, notices)


def answered(person, notices):
    return about("Preview answered", "This was said to a preview you made:", person, notices)


def closes_soon(person, notices):
    return about("Closes soon", "This closes within seven days. You can still move its closing:", person, notices)


def closed(person, notices):
    return about("Closed", "This has closed. Its address says so and what is open instead:", person, notices)


OF_KINDS = {
    "submitted": submitted,
    "sent_back": sent_back,
    "published": published,
    "could_not": could_not,
    "answered": answered,
    "closes_soon": closes_soon,
    "closed": closed,
}


def about(what, says, person, notices):
    """Return a mail about one posting or several; each with its state, who did it and what they said."""
    which = f"“{notices[0].posting}”" if len(notices) == 1 else f"{len(notices)} postings"
    lines = [(each, state_of(each.posting), change_page(each.posting)) for each in notices]
    return message("notice", f"{what}: {which}", person.email, {"says": says, "lines": lines, "choices": CHOICES})


def change_page(posting):
    return settings.SITE_URL + reverse("admin:postings_posting_change", args=[posting.pk])
