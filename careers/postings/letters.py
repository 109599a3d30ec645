"""Mails that a student may write: addresses with the subject and the questions filled in."""

from urllib.parse import quote, urlencode


def mail_link(address, subject, body=""):
    """Return a mailto address (RFC 6068) with subject and body."""
    fields = {"subject": subject, **({"body": body} if body else {})}
    return f"mailto:{quote(address, safe='@')}?{urlencode(fields, quote_via=quote)}"


def reference(posting):
    """Return what tells one posting from another: "Engineer Intern, Sydney, 2026 (R-17)"."""
    place = posting.location.name if posting.location else ""
    words = ", ".join(filter(None, [str(posting), place, str(posting.intake_year or "")]))
    return f"{words} ({posting.requisition_id})" if posting.requisition_id else words


def application(posting, address):
    return mail_link(address, f"Application: {reference(posting)}")


def correction(posting, address):
    return mail_link(address, f"Something is wrong: {reference(posting)}")


def question(posting, address, missing):
    """Return a mail that asks for every fact in `missing`."""
    asked = "\n".join(f"- {fact.label}" for fact in missing)
    body = f"Hello,\n\nthe posting “{reference(posting)}” does not state these. Could you tell me?\n\n{asked}\n"
    return mail_link(address, f"Question: {reference(posting)}", body)
