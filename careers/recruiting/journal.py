"""Sign-ins, refusals and sign-outs, kept as they happen, whichever page they come from."""

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Q
from django.dispatch import receiver

from .models.journal import JournalEntry, What


@receiver(user_logged_in)
def signed_in(user, **rest):
    JournalEntry.objects.record(What.SIGNED_IN, user)


@receiver(user_logged_out)
def signed_out(user, **rest):
    if user:
        JournalEntry.objects.record(What.SIGNED_OUT, user)


@receiver(user_login_failed)
def refused(credentials, **rest):
    """Keep whose account it was about. A name that nobody has may be a password in the wrong box: it is not kept."""
    name = credentials.get("username") or credentials.get("email") or ""
    known = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name)).first()
    about = known.get_username() if known else "a name that nobody has"
    JournalEntry.objects.record(What.REFUSED, about=about)
