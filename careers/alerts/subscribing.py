"""From a sign-up to a subscription, and to its end."""

from dataclasses import dataclass

from django.db import transaction

from . import consent
from .looking import State, look
from .models import SignUp, Subscriber, Subscription, Tally
from .wanted import read_address

# Of one address: its mail has to stay readable, and one address must not cost as much as a thousand.
MOST = 20


@dataclass(frozen=True)
class Confirmed:
    """`left_out` counts alerts beyond the most that one address may have."""

    subscriber: Subscriber
    subscriptions: list[Subscription]
    left_out: int


def ask(email, wanted, frequency, on):
    """Put a sign-up into the outbox: the same for every address, known or not."""
    facts = {"query": wanted.address, "frequency": frequency, "consent": consent.current()}
    SignUp.objects.create(email=email, at=on, try_after=on, **facts)
    Tally.objects.add(Tally.What.SIGNED_UP, on)


@transaction.atomic
def confirm(pk, on):
    """Return what a sign-up became, or None where it has been used up or erased."""
    sign_up = SignUp.objects.select_for_update().filter(pk=pk).first()
    if sign_up is None:
        return None
    subscriber, _ = Subscriber.objects.get_or_create(email=sign_up.email, defaults={"since": on})
    Subscriber.objects.filter(pk=subscriber.pk).update(suppressed_at=None)
    watches = read_address(sign_up.query, on).watches()
    going = set(subscriber.subscriptions.going().values_list("watch", flat=True))
    new = [watch for watch in watches if watch.pk not in going]
    room = max(0, MOST - len(going))
    kept = [watch for watch in watches if watch.pk in going] + new[:room]
    # A look locks its watch, and a run of looks goes by their numbers too.
    kept.sort(key=lambda watch: watch.pk)
    subscriptions = [subscribe(subscriber, watch, sign_up, on) for watch in kept]
    Tally.objects.add(Tally.What.CONFIRMED, on, len(new[:room]))
    sign_up.delete()
    return Confirmed(subscriber, subscriptions, len(new[room:]))


def subscribe(subscriber, watch, sign_up, on):
    """Begin, or go on, with what matches from now on: what matches now has been shown."""
    look([watch], State.now(on))
    facts = {
        "frequency": sign_up.frequency,
        "consent": sign_up.consent,
        "consented_at": sign_up.at,
        "confirmed_at": on,
        "paused_at": None,
        "ended_at": None,
    }
    begins = {**facts, "told": watch.last_notice()}
    subscription = Subscription.objects.filter(subscriber=subscriber, watch=watch).first()
    if subscription is None:
        return Subscription.objects.create(subscriber=subscriber, watch=watch, **begins)
    is_going = subscription.ended_at is None and subscription.paused_at is None
    Subscription.objects.filter(pk=subscription.pk).update(**(facts if is_going else begins))
    return subscription


@transaction.atomic
def end(subscriptions, on):
    """End these, a queryset; return how many were going until now."""
    number = subscriptions.going().update(ended_at=on)
    if number:
        Tally.objects.add(Tally.What.ENDED, on, number)
    return number


@transaction.atomic
def resume(subscription, on):
    """Go on from here: what has happened during the pause is not told."""
    look([subscription.watch], State.now(on))
    subscription.resume()
