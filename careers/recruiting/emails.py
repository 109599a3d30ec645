"""Mails to staff: one function a message, each returning it unsent."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

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
