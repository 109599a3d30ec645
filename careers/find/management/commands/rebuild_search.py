from django.core.management import BaseCommand, CommandError

from careers.find.models import Document, Stale
from careers.find.search.documents import catch_up


class Command(BaseCommand):
    help = "Make all search documents afresh. Search does so by itself for what changed; this is for a new release."

    def handle(self, **options):
        Stale.objects.create(kind=Stale.Kind.EVERYTHING)
        while catch_up(seconds=1):
            self.stdout.write(f"{Document.objects.count()} documents, {Stale.objects.count()} changes to go …")
        if Stale.objects.exists():
            raise CommandError("The database could not be written: try again when nothing else writes.")
        self.stdout.write(f"Done: {Document.objects.count()} documents.")
