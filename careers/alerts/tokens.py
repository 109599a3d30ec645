"""What a link in a mail may do: each purpose signed with a salt of its own, each for its own time."""

from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

CONFIRM, MANAGE, END = "alerts.confirmation", "alerts.management", "alerts.ending"
LASTS = {CONFIRM: timedelta(days=7), MANAGE: timedelta(hours=24), END: timedelta(days=730)}
PAGES = {CONFIRM: "alerts_confirmation", MANAGE: "alerts_management", END: "alerts_ending"}
OPENED = "alerts.form"
# The page with the form may come out of a cache.
OPENED_LASTS = timedelta(days=30)


def token_for(purpose, subject):
    """Return a token for a sign-up's number or a subscriber's key."""
    return signing.dumps(str(subject), salt=purpose)


def subject_of(purpose, token):
    """Return what token_for was given, or None for a token that is forged, of another purpose or out of its time."""
    try:
        return signing.loads(token, salt=purpose, max_age=LASTS[purpose])
    except signing.BadSignature:
        return None


def link(purpose, subject):
    """Return an absolute address. The token stands in the query, which no log holds."""
    return f"{settings.SITE_URL}{reverse(PAGES[purpose])}?token={token_for(purpose, subject)}"


def opened(day):
    """Return a token that says on which day a form was shown: the same for everyone who sees it that day."""
    return signing.Signer(salt=OPENED).sign(day.isoformat())


def was_opened_lately(token, day):
    """Return whether the form was shown by us, and not too long ago."""
    try:
        shown = date.fromisoformat(signing.Signer(salt=OPENED).unsign(token))
    except (signing.BadSignature, ValueError):
        return False
    return shown <= day <= shown + OPENED_LASTS
