from itertools import chain

from django.core.management import BaseCommand
from django.db import transaction
from django.utils import timezone

from careers.find import made_up
from careers.find.models import Document, Stale
from careers.find.search.documents import document
from careers.postings.models import Posting, Qualification, Responsibility

BATCH = 500


class Command(BaseCommand):
    help = "Add made-up open postings, to see and measure the site with many: varied, and the same at every run."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, help="how many")

    def handle(self, number, **options):
        world = made_up.World()
        first = Posting.objects.filter(apply_url__startswith=made_up.ADDRESS).count()
        for start in range(first, first + number, BATCH):
            add(range(start, min(start + BATCH, first + number)), world)
            if options["verbosity"]:
                self.stdout.write(f"\r{start + BATCH - first:,}", ending="")
        self.stdout.write(f"\n{Posting.objects.open().count():,} postings are open.")


@transaction.atomic
def add(numbers, world):
    today = timezone.localdate()
    postings = Posting.objects.bulk_create([made_up.posting(number, world, today) for number in numbers])
    made = [made_up.items(posting, number, world) for posting, number in zip(postings, numbers, strict=True)]
    for posting, items in zip(postings, made, strict=True):
        put_at_hand(posting, *items)
    Responsibility.objects.bulk_create(chain.from_iterable(duties for duties, _, _ in made))
    demands = [demand for _, demands, _ in made for demand in demands]
    rows = Qualification.objects.bulk_create([row for row, _ in demands])
    link(
        Qualification.skills.through,
        "qualification",
        "skill",
        zip(rows, (chosen for _, chosen in demands), strict=True),
    )
    link(
        Posting.fields_of_study.through,
        "posting",
        "fieldofstudy",
        zip(postings, (fields for _, _, fields in made), strict=True),
    )
    # What the triggers have marked is made here already.
    Document.objects.bulk_create(map(document, postings))
    Stale.objects.all().delete()


def put_at_hand(posting, duties, demands, fields):
    """Let search read what was just made as if it had been fetched: reading it back took a third of the time."""
    at_hand = {"responsibilities": duties, "qualifications": [row for row, _ in demands], "fields_of_study": fields}
    posting._prefetched_objects_cache = at_hand
    for row, chosen in demands:
        row._prefetched_objects_cache = {"skills": sorted(chosen, key=str)}


def link(through, one, other, linked):
    rows = (through(**{f"{one}_id": row.pk, f"{other}_id": each.pk}) for row, others in linked for each in others)
    through.objects.bulk_create(rows)
