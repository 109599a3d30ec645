from django.core.management import CommandError
from django.utils import timezone

from careers.alerts import outbox
from careers.lib.commands import ByTheClock
from careers.recruiting import emails, notices
from careers.recruiting.models import JournalEntry


class Command(ByTheClock):
    help = (
        "Mail staff about what the clock did to their postings, send what waits, and forget old journal entries. Run it"
        " every few minutes: it may be started twice at once and killed at any point, and no mail is sent twice."
    )

    def handle(self, **options):
        on = timezone.now()
        forgotten = JournalEntry.objects.forget(on) + notices.forget(on)
        if not emails.is_set_up():
            return self.stdout.write(f"Mail is not set up: nothing is sent. {forgotten} old rows forgotten.")
        lost = outbox.give_up_lost(notices.QUEUES, on)
        notices.by_the_clock(on)
        run = outbox.Run(notices.QUEUES)
        is_up = run.send_all()
        told = ", ".join(f"{number} {outcome.value}" for outcome, number in run.counts.items()) or "nothing to send"
        self.stdout.write(f"{told}; {lost} lost before; {forgotten} old rows forgotten.")
        if not is_up:
            raise CommandError("The mail server takes no mail now. What waits goes with the next run.")
