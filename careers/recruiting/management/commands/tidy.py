from django.core.management import call_command
from django.utils import timezone

from careers.alerts.retention import keep_no_longer
from careers.lib.commands import ByTheClock
from careers.recruiting.models import Invitation, JournalEntry


class Command(ByTheClock):
    help = "Delete what has had its time: sessions, the journal, invitations, and what alerts keep. Run it daily."

    def handle(self, **options):
        on = timezone.now()
        call_command("clearsessions")
        journal = JournalEntry.objects.forget(on)
        limit = on - JournalEntry.KEPT
        invitations, _ = Invitation.objects.filter(sent_at__lt=limit).delete()
        keep_no_longer(on)
        self.stdout.write(f"{journal} journal entries, {invitations} invitations, old sessions and alerts deleted.")
