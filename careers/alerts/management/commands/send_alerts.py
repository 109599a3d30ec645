import sys
import time

from django.core.management import CommandError
from django.db import transaction
from django.utils import timezone

from careers.alerts import consent, outbox, queues
from careers.alerts.digests import plan
from careers.alerts.looking import look_at_all
from careers.alerts.models import Digest, State
from careers.alerts.post import Outcome
from careers.alerts.retention import keep_no_longer
from careers.lib.commands import ByTheClock

# In seconds, between two lines that say how far it is.
EVERY = 5


class Command(ByTheClock):
    help = (
        "Look for news, write digests and send all mail that waits. Run it every few minutes: it may be started twice"
        " at once and killed at any point, and no mail is sent twice."
    )
    said_at = 0.0

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would be sent; write and send nothing")
        parser.add_argument("--per-second", type=float, default=100, help="the most mails a second (100; 0: no limit)")

    def handle(self, dry_run, per_second, **options):
        if not consent.are_on():
            self.stdout.write("Alerts are off: the organisation has no postal address. Fill it in on the desk.")
            return None
        if dry_run:
            return self.say_only()
        on = timezone.now()
        keep_no_longer(on)
        lost = outbox.give_up_lost(queues.ALL, on)
        looked = look_at_all(on, lambda done: self.progress(f"{done} searches looked at"))
        planned = plan(on)
        run = outbox.Run(queues.ALL, per_second, self.count)
        is_up = run.send_all()
        self.stdout.write(f"{looked} searches looked at, {planned} digests planned. {in_words(run.counts)}.")
        if lost or run.counts[Outcome.UNKNOWN]:
            self.stdout.write("Of some mails nobody knows whether they arrived; they are not sent again. See the desk.")
        if not is_up:
            raise CommandError("The mail server takes no mail now. What waits goes with the next run.")
        return None

    def say_only(self):
        with transaction.atomic():
            on = timezone.now()
            looked = look_at_all(on)
            plan(on)
            waits = ", ".join(f"{queue.name}: {queue.model.objects.waiting(on, on).count()}" for queue in queues.ALL)
            transaction.set_rollback(True)
        self.stdout.write(f"{looked} searches looked at. Would send {waits}. Nothing was written or sent.")

    def count(self, counts):
        left = Digest.objects.filter(state=State.WAITING)
        self.progress(lambda: f"{in_words(counts)}, {left.count()} digests wait")

    def progress(self, line):
        if time.monotonic() > self.said_at + EVERY:
            self.said_at = time.monotonic()
            print(line() if callable(line) else line, file=sys.stderr, flush=True)


def in_words(counts):
    """Return "3 sent, 1 later"."""
    return ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome]) or "nothing sent"
