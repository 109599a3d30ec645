"""The kinds of mail in the outbox: what each is about, how it is written, and what its outcome means."""

from careers.lib.limits import takes_slot

from . import emails
from .digests import gather
from .models import Digest, LinkRequest, SignUp, State, Subscriber, Tally
from .post import Outcome

A_DAY = 24 * 60 * 60
# Of sign-up and link mails to one address a day: more would let anybody fill a stranger's inbox.
MOST_A_DAY = 3
STATES = {
    Outcome.SENT: State.SENT,
    Outcome.REFUSED: State.FAILED,
    Outcome.NO_SUCH_ADDRESS: State.FAILED,
    Outcome.UNKNOWN: State.UNKNOWN,
}


class Queue:
    """`prepare` runs in the transaction of the claim and returns what the mail is about, None for no mail at all."""

    model = None
    is_tallied = False
    # What is written to a row with its last state.
    last_words = {}

    @property
    def name(self):
        return self.model._meta.verbose_name

    def prepare(self, row, on):
        raise NotImplementedError

    def write(self, row, subject):
        raise NotImplementedError

    def settle(self, row, outcome, on):
        if outcome is Outcome.LATER:
            row.put_back(on)
        else:
            row.write(state=STATES[outcome], **self.last_words)


class SignUps(Queue):
    model = SignUp

    def prepare(self, row, on):
        return row if row.attempts > 1 or takes_slot("mail", row.email, MOST_A_DAY, A_DAY) else None

    def write(self, row, subject):
        return emails.confirmation(row)


class LinkRequests(Queue):
    """Nothing goes to an address that is not a subscriber's: the page has said so to everyone alike."""

    model = LinkRequest

    def prepare(self, row, on):
        known = Subscriber.objects.filter(email=row.email).first()
        return known if known and (row.attempts > 1 or takes_slot("mail", row.email, MOST_A_DAY, A_DAY)) else None

    def write(self, row, subject):
        return emails.management(subject)

    def settle(self, row, outcome, on):
        if outcome is Outcome.LATER:
            row.put_back(on)
        else:
            row.delete()


class Digests(Queue):
    model = Digest
    is_tallied = True
    last_words = {"before": {}}

    def prepare(self, row, on):
        contents = gather(row.subscriber, on)
        if contents:
            row.note_told(contents.subscriptions, contents.last, on)
        return contents

    def write(self, row, subject):
        return emails.digest(row, subject)

    def settle(self, row, outcome, on):
        if outcome is Outcome.LATER:
            row.forget_told()
        if outcome is Outcome.NO_SUCH_ADDRESS:
            row.subscriber.suppress(on)
        super().settle(row, outcome, on)
        if row.state != State.WAITING:
            Tally.objects.add(Tally.What(row.state), on)


OF_PEOPLE = (SignUps(), LinkRequests())
ALL = (*OF_PEOPLE, Digests())
