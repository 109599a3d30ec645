from django.core.management import BaseCommand, call_command
from django.db import transaction

from careers.lib.revisions import recorded
from careers.postings.models import Organisation, Posting

# In the order of their dependencies.
FIXTURES = ("organisation", "teams", "locations", "skills", "benefits", "boilerplate", "postings", "waivers")


class Command(BaseCommand):
    help = "Load the sample content into a database that holds no organisation and no posting yet."

    @transaction.atomic
    def handle(self, **options):
        if Organisation.objects.exists() or Posting.objects.exists():
            self.stdout.write("There is content already: the sample was not loaded.")
            return
        with recorded("Loaded with the sample"):
            call_command("loaddata", *FIXTURES, verbosity=0)
        self.stdout.write(f"The sample is loaded: {Posting.objects.count()} postings of {Organisation.objects.get()}.")
