from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from careers.recruiting.models import Invitation, JournalEntry
from careers.recruiting.models.journal import What

pytestmark = pytest.mark.django_db


def ago(days):
    return timezone.now() - timedelta(days=days)


@pytest.mark.parametrize(("days", "left"), [(179, 1), (181, 0)])
def test_what_has_had_its_time_goes(days, left):
    JournalEntry.objects.record(What.REFUSED, on=ago(days))
    Invitation.objects.create(email="ada@example.org", roles=["recruiter"], sent_at=ago(days))

    call_command("tidy")

    assert (JournalEntry.objects.count(), Invitation.objects.count()) == (left, left)


def test_sessions_that_ran_out_go():
    Session.objects.create(session_key="old", session_data="", expire_date=ago(1))
    Session.objects.create(session_key="new", session_data="", expire_date=ago(-1))

    call_command("tidy")

    assert [session.pk for session in Session.objects.all()] == ["new"]
