import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from careers.importer.advert import demand_advert, parse
from careers.importer.record import as_record
from careers.importer.sections.decoding import LIMIT, NotAnAdvert, decode


class Command(BaseCommand):
    help = "Print what adverts say as JSON, one object a line. Writes nothing and needs no database."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, files, **options):
        failed = [path for path in files if not self.printed(path)]
        if failed:
            raise CommandError(f"Not read: {', '.join(map(str, failed))}")

    def printed(self, path):
        try:
            advert = parse(decode(read_bytes(path)))
            demand_advert(advert)
        except (NotAnAdvert, OSError) as error:
            self.stderr.write(f"{path}: {error}")
            return False
        # ASCII, so that no terminal's encoding and no file's name can stop the others.
        self.stdout.write(json.dumps(as_record(str(path), advert)))
        return True


def read_bytes(path):
    """Return a file's bytes, only one more than an advert may have: a file of gigabytes is not read whole."""
    with path.open("rb") as file:
        return file.read(2 * LIMIT + 3)
