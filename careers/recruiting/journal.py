"""Sign-ins, refusals and sign-outs, kept as they happen, whichever page they come from."""

from hashlib import sha256

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.cache import cache
from django.db.models import Q
from django.dispatch import receiver

from .models.journal import JournalEntry, What

# Seconds: as long as an account stays throttled.
ONCE_A = 300


@receiver(user_logged_in)
def signed_in(user, **rest):
    JournalEntry.objects.record(What.SIGNED_IN, user)


@receiver(user_logged_out)
def signed_out(user, **rest):
    if user:
        JournalEntry.objects.record(What.SIGNED_OUT, user)


@receiver(user_login_failed)
def refused(credentials, **rest):
    JournalEntry.objects.record(What.REFUSED, about=name_of(credentials))


def throttled(credentials):
    """Note that attempts went on past the limit, once a while for each account: a flood must not fill the journal."""
    name = name_of(credentials)
    if cache.add(f"throttled:{digest(name)}", True, ONCE_A):
        JournalEntry.objects.record(What.REFUSED, about=f"{name}: too many attempts")


def name_of(credentials):
    """Return whose account it was about. A name that nobody has may be a password in the wrong box: it is not kept."""
    name = credentials.get("username") or credentials.get("email") or ""
    known = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name)).first()
    return known.get_username() if known else "a name that nobody has"


def digest(name):
    return sha256(name.encode()).hexdigest()
