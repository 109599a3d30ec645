import os
import subprocess
import sys

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from careers.lib.switches import READ_ONLY_FILE, is_read_only
from careers.operation.databases import another, from_url, registered
from careers.operation.moving import move


class Command(BaseCommand):
    help = "Move all data into an empty PostgreSQL database, equal table by table. The old database stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("--to", required=True, help="postgres://user:password@host:5432/name of an empty database")

    def handle(self, **options):
        config = self.target(options["to"])
        self.manage(options["to"], "migrate", "--verbosity=0")
        with registered(config):
            tables = move()
        self.manage(options["to"], "rebuild_search", "--verbosity=0")
        rows = sum(table["rows"] for table in tables.values())
        self.stdout.write(f"Moved and compared: {len(tables)} tables, {rows} rows; search documents made afresh.")
        self.stdout.write("Set DATABASE_URL to the new database, restart, and remove the read-only switch.")

    def target(self, url):
        """Return the settings of the database to fill, or refuse."""
        if not is_read_only():
            raise CommandError(f"Make the site read-only first: touch {settings.DATA_DIR / READ_ONLY_FILE}")
        config = from_url(url)
        if not config["ENGINE"].endswith("postgresql"):
            raise CommandError("--to must be a postgres:// address.")
        with another(config) as connection:
            if connection.introspection.table_names():
                raise CommandError("That database holds tables already. Nothing was moved: give an empty one.")
        return config

    def manage(self, url, *command):
        """Run a command of ours on the new database, as the site itself will."""
        env = {**os.environ, "DATABASE_URL": url}
        done = subprocess.run(  # noqa: S603
            [sys.executable, settings.BASE_DIR / "manage.py", *command], env=env, capture_output=True, text=True
        )
        if done.returncode:
            raise CommandError(f"manage.py {command[0]} failed: {done.stderr.strip()[-500:]}")
