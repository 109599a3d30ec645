"""What is kept about people, for how long, and all of it on request."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from .models import Digest, Kind, LinkRequest, Notice, SignUp, State, Subscriber, Subscription, Watch
from .subscribing import end
from .words import describe

UNCONFIRMED = timedelta(days=7)
# After the last alert of an address has ended or its server has refused mail.
AFTERWARDS = timedelta(days=30)
LEDGER = timedelta(days=90)


def keep_no_longer(on):
    """End and erase what has had its time."""
    end(Subscription.objects.over_age(on), on)
    end(Subscription.objects.filter(watch__in=over_reminders(on)), on)
    SignUp.objects.filter(at__lt=on - UNCONFIRMED).delete()
    LinkRequest.objects.filter(try_after__lt=on - UNCONFIRMED).delete()
    Subscriber.objects.filter(pk__in=without_use(on)).delete()
    Digest.objects.filter(day__lt=on - LEDGER).exclude(state=State.WAITING).delete()
    Notice.objects.filter(at__lt=on - LEDGER).delete()
    Watch.objects.filter(~Exists(Subscription.objects.filter(watch=OuterRef("pk")))).delete()


def over_reminders(on):
    """Return the watches of chosen postings that ended long ago."""
    limit = on - AFTERWARDS
    ended = Q(posting=None) | Q(posting__closed_at__lt=limit) | Q(posting__valid_through__lt=limit)
    return Watch.objects.filter(ended, kind=Kind.POSTING)


def without_use(on):
    """Return the subscribers who get nothing any more, and have not for a while."""
    late = Subscription.objects.filter(subscriber=OuterRef("pk")).filter(
        Q(ended_at=None) | Q(ended_at__gte=on - AFTERWARDS)
    )
    return Subscriber.objects.filter(~Exists(late) | Q(suppressed_at__lt=on - AFTERWARDS))


def export(email, on):
    """Return all that is kept about an address, as plain values for JSON; None where that is nothing."""
    subscriber = Subscriber.objects.filter(email=normal(email)).first()
    sign_ups = SignUp.objects.filter(email=normal(email)).select_related("consent")
    found = {"unconfirmed": [sign_up_row(each) for each in sign_ups]}
    if subscriber:
        subscriptions = subscriber.subscriptions.select_related("watch__posting", "watch__team", "consent")
        found |= {
            "email": subscriber.email,
            "since": said(subscriber.since),
            "mail_refused": said(subscriber.suppressed_at),
            "alerts": [alert_row(each, on) for each in subscriptions.order_by("pk")],
            "mails": [mail_row(each) for each in subscriber.digests.order_by("day")],
        }
    return found if subscriber or found["unconfirmed"] else None


def sign_up_row(sign_up):
    return {
        "query": sign_up.query,
        "frequency": sign_up.frequency,
        "asked": said(sign_up.at),
        "consent": sign_up.consent.text,
    }


def alert_row(subscription, on):
    about = describe(subscription.watch, on)
    moments = ("consented_at", "confirmed_at", "mailed_at", "paused_at", "ended_at")
    return {
        "about": about.title,
        "answers": about.facts,
        "query": subscription.watch.query,
        "frequency": subscription.frequency,
        "consent": subscription.consent.text,
        "consent_version": subscription.consent_id,
        **{name: said(getattr(subscription, name)) for name in moments},
    }


def mail_row(digest):
    return {"day": digest.day.isoformat(), "state": digest.state}


def said(moment):
    return moment.isoformat() if moment else None


@transaction.atomic
def erase(email):
    """Erase all that is kept about an address; return whether there was anything."""
    tables = (Subscriber, SignUp, LinkRequest)
    return sum(model.objects.filter(email=normal(email)).delete()[0] for model in tables) > 0


def normal(email):
    """Return an address as it is kept: programs that tell capitals apart in it are not met in the wild."""
    return email.strip().lower()
