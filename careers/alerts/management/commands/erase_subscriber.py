from django.core.management import BaseCommand, CommandError

from careers.alerts.retention import erase


class Command(BaseCommand):
    help = "Erase all that is kept about an address. What has been counted stays counted, without it."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, email, **options):
        if not erase(email):
            raise CommandError("Nothing is kept about this address.")
        self.stdout.write("Erased.")
