import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from careers.importer.advert import parse
from careers.importer.record import as_record
from careers.importer.sections.decoding import NotAnAdvert, decode


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
            record = as_record(str(path), parse(decode(path.read_bytes())))
        except (NotAnAdvert, OSError) as error:
            self.stderr.write(f"{path}: {error}")
            return False
        self.stdout.write(json.dumps(record, ensure_ascii=False))
        return True
