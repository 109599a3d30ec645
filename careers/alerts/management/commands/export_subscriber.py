import json

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from careers.alerts.retention import export


class Command(BaseCommand):
    help = "Print all that is kept about an address, as JSON."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, email, **options):
        found = export(email, timezone.now())
        if found is None:
            raise CommandError("Nothing is kept about this address.")
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
