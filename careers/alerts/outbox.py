"""Sends what waits in the outbox: claims a row, sends its mail, settles it, and only then claims the next.

Claimed before it is sent, a mail is never sent twice: whoever is killed in between leaves one row whose fate nobody
knows, and that is listed, not sent again. Several processes share the work, since each row has one claimant.
"""

import logging
import time
from collections import Counter
from threading import Lock

from django.db import transaction
from django.utils import timezone

from careers.lib.switches import is_read_only
from careers.postings.derived import one_edition

from .models import State, Tally
from .post import Outcome, Post, ServerTrouble

logger = logging.getLogger(__name__)
# In seconds, between the rounds of one run.
PAUSES = (1, 3, 9)
# One thread of a web process at most waits for the mail server.
busy = Lock()


class Run:
    """`queues` say what each kind of row is: see queues.py. `per_second` limits the rate, `told` hears of progress."""

    def __init__(self, queues, per_second=0, told=lambda counts: None, pauses=None):
        self.queues = queues
        self.gap = 1 / per_second if per_second else 0
        self.told = told
        self.pauses = PAUSES if pauses is None else pauses
        self.counts = Counter()
        self.next_at = 0.0

    def send_all(self):
        """Send what waits, with further rounds for what the server puts off; return False where it takes no mail."""
        with Post() as post:
            for pause in (*self.pauses, None):
                is_up = self.round(post)
                if (is_up and not self.is_left()) or pause is None or is_read_only():
                    return is_up
                time.sleep(pause)

    def is_left(self):
        on = timezone.now()
        return any(queue.model.objects.waiting(on, on).exists() for queue in self.queues)

    def round(self, post):
        since = timezone.now()
        try:
            for queue in self.queues:
                self.drain(queue, post, since)
        except ServerTrouble as trouble:
            logger.warning("The mail server takes no mail now: %s", trouble)
            return False
        return True

    def drain(self, queue, post, since):
        turn = self.next_turn(queue, since)
        while turn:
            row, mail = turn
            outcome = self.attempt(queue, row, mail, post)
            turn = self.next_turn(queue, since, row, outcome)
            self.counts[outcome] += 1
            self.told(self.counts)

    def next_turn(self, queue, since, sent=None, outcome=None):
        """Settle what was `sent`; return (row, mail) of the next one, or None. All from one edition."""
        with one_edition():
            with transaction.atomic():
                if sent:
                    queue.settle(sent, outcome, timezone.now())
                claimed = None if is_read_only() else self.claim(queue, since)
            return claimed and (claimed[0], queue.write(*claimed))

    def claim(self, queue, since):
        """Return (row, what its mail is about) of the next row that has something to say, or None."""
        while row := queue.model.objects.claim(timezone.now(), since):
            if (subject := queue.prepare(row, timezone.now())) is not None:
                row.save()
                return row, subject
            row.delete()
        return None

    def attempt(self, queue, row, mail, post):
        self.keep_the_rate()
        try:
            return post.send(mail)
        except ServerTrouble:
            with transaction.atomic():
                row.attempts -= 1
                queue.settle(row, Outcome.LATER, timezone.now())
                row.write(attempts=row.attempts)
            raise

    def keep_the_rate(self):
        if self.gap:
            time.sleep(max(0.0, self.next_at - time.monotonic()))
            self.next_at = max(self.next_at, time.monotonic()) + self.gap


def give_up_lost(queues, on):
    """Call unknown what somebody claimed who did not live to settle it; return how many there are."""
    lost = 0
    for queue in queues:
        number = queue.model.objects.lost(on).update(state=State.UNKNOWN)
        if number and queue.is_tallied:
            Tally.objects.add(Tally.What.UNKNOWN, on, number)
        lost += number
    return lost


def send_soon(queues):
    """Send what nobody has tried yet, unless a thread of this process is at it; what is left waits for the next run."""
    while any(queue.model.objects.untried().exists() for queue in queues) and busy.acquire(blocking=False):
        try:
            Run(queues, pauses=()).send_all()
        finally:
            busy.release()
