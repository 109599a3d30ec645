"""Whether mail goes out: nobody notices by himself that a timer does not run."""

from datetime import timedelta

from careers.alerts.models import Digest, LinkRequest, SignUp, State

# Who asked for a mail waits for it; a digest may wait for the next day's run.
ASKED_FOR = timedelta(hours=2)
PLANNED = timedelta(hours=26)


def late(on):
    """Return how many mails should have gone by now."""
    asked = sum(waiting(model, on - ASKED_FOR) for model in (SignUp, LinkRequest))
    return asked + waiting(Digest, on - PLANNED)


def waiting(model, since):
    return model.objects.filter(state=State.WAITING, try_after__lte=since).count()


def last_digest():
    """Return when a digest was last sent, or None."""
    sent = Digest.objects.filter(state=State.SENT).order_by("tried_at")
    return sent.values_list("tried_at", flat=True).last()
