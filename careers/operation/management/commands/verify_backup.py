from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from careers.operation import backups
from careers.operation.models import Backup


class Command(BaseCommand):
    help = "Restore a backup into a throwaway place and compare every table and file with its manifest."

    def add_arguments(self, parser):
        parser.add_argument("backup", nargs="?", default="", help="name or path; the newest if not given")
        parser.add_argument("--from", dest="place", type=Path, help="folder of backups; DATA_DIR/backups if not given")

    def handle(self, **options):
        folder = backups.chosen(options["backup"], options["place"] or backups.default_place())
        if wrong := backups.verify(folder):
            raise CommandError("\n".join([f"{folder} is NOT good:", *wrong]))
        Backup.objects.filter(name=folder.name).update(verified_at=timezone.now())
        self.stdout.write(f"{folder} is good: every table and file is as it was.")
