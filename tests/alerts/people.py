"""Subscribers for tests, made the way the pages make them, and a run of the sender."""

from datetime import timedelta
from io import StringIO

import time_machine
from django.core.management import call_command
from django.http import QueryDict
from django.utils import timezone

from careers.alerts.models import Digest, SignUp, State
from careers.alerts.subscribing import ask, confirm
from careers.alerts.wanted import read

SEARCH = "location=sydney&intake=2027&graduation=2027-11"


def subscribe(email="ada@example.org", query=SEARCH, frequency="weekly", on=None):
    """Return the subscription that a confirmed sign-up becomes."""
    on = on or timezone.now()
    ask(email, read(QueryDict(query), on), frequency, on)
    return confirm(SignUp.objects.latest("pk").pk, on).subscriptions[0]


def run(later=timedelta(0), **options):
    """Run the sender as if `later`; return what it says."""
    said = StringIO()
    with time_machine.travel(timezone.now() + later, tick=True):
        call_command("send_alerts", per_second=0, stdout=said, **options)
    return said.getvalue()


def states():
    return sorted(Digest.objects.values_list("state", flat=True))


SENT, FAILED, WAITING, UNKNOWN = (str(state) for state in (State.SENT, State.FAILED, State.WAITING, State.UNKNOWN))
