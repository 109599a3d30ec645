from pathlib import Path

from django.core.management import BaseCommand, CommandError

from careers.operation import backups


class Command(BaseCommand):
    help = "Make a new data folder (and fill an empty PostgreSQL database) from a backup. Overwrites nothing."

    def add_arguments(self, parser):
        parser.add_argument("backup", nargs="?", default="", help="name or path; the newest if not given")
        parser.add_argument("--from", dest="place", type=Path, help="folder of backups; DATA_DIR/backups if not given")
        parser.add_argument("--into", type=Path, required=True, help="the new data folder")
        parser.add_argument("--database", default="", help="postgres://… of an empty database, for that engine")

    def handle(self, **options):
        folder = backups.chosen(options["backup"], options["place"] or backups.default_place())
        into = options["into"].resolve()
        if wrong := backups.restore(folder, into, options["database"]):
            raise CommandError("\n".join(["What was restored is NOT as it was:", *wrong]))
        self.stdout.write(f"Restored {folder.name}, every table compared. Start the site with DATA_DIR={into}")
        self.stdout.write("(on PostgreSQL with that DATABASE_URL too); on a newer release, `manage.py migrate` first.")
