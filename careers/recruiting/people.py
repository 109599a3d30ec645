"""What a superuser does with an account, each act kept in the journal."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from .models.journal import JournalEntry, What


@transaction.atomic
def deactivate(person, by):
    """Keep the account and shut it out, at its next request too; refuse to lock out oneself."""
    if person == by:
        raise ValidationError("This is you: have another superuser do it.", code="oneself")
    set_active(person, False)
    JournalEntry.objects.record(What.DEACTIVATED, by, person)


@transaction.atomic
def reactivate(person, by):
    set_active(person, True)
    JournalEntry.objects.record(What.REACTIVATED, by, person)


@transaction.atomic
def reset_factor(person, by):
    """Delete every second factor with its recovery codes: the password alone then leads to setting up a new one."""
    Authenticator.objects.filter(user=person).delete()
    JournalEntry.objects.record(What.FACTOR_RESET, by, person)


def set_active(person, is_active):
    person.is_active = is_active
    person.save(update_fields=["is_active"])


def is_last_superuser(person):
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=person.pk)
    return person.is_superuser and person.is_active and not others.exists()
