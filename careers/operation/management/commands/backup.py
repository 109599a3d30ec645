from pathlib import Path

from django.core.management import BaseCommand, CommandError

from careers.operation import backups


class Command(BaseCommand):
    help = "Make a backup of database and uploaded files while the site runs."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, help="folder for backups; DATA_DIR/backups if not given")
        parser.add_argument("--keep", type=int, default=14, help="how many to keep there, 14 if not given")

    def handle(self, **options):
        place = options["to"] or backups.default_place()
        if options["keep"] < 1:
            raise CommandError("--keep must be 1 or more.")
        try:
            folder, manifest = backups.make(place)
            removed = backups.prune(place, options["keep"])
        except OSError as error:
            raise CommandError(f"No backup was made: {error.strerror}.") from None
        tables = len(manifest["tables"])
        self.stdout.write(f"{folder}: {tables} tables, {backups.total(manifest)} rows; {removed} old backups removed.")
