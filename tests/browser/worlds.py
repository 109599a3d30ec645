"""What stands in the database while states of pages are looked at."""

from datetime import UTC, date, datetime
from io import BytesIO

from django.contrib.auth.models import User
from PIL import Image

from careers.postings.changes import noting_changes
from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Organisation, Picture, Posting, Rendition, Team
from careers.postings.pictures import make
from tests.factories import make_posting

LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänskajüten-Infrastructure and Telecommunications Reliability "
    "Engineering Intern, Observability, Continuous Delivery and Internationalisation"
)
PASSWORD = "correct horse battery staple"
BEFORE, AFTER = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC)


def full():
    """The sample with all that a page may have to bear beside it."""
    Organisation.objects.update(postal_address="1 Harbour Street\nSydney NSW 2000")
    make_posting(title=LONG, slug="long")
    make_posting(title="Bare Intern", slug="bare", team=None, location=None)
    make_posting(title="Closing Intern", slug="closing", valid_through=datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC))
    for slug, reason in (("filled", ClosedReason.FILLED), ("withdrawn", ClosedReason.WITHDRAWN)):
        ended = {"opens_at": BEFORE, "closed_at": AFTER, "closed_reason": reason}
        make_posting(title="Search Engineer Intern", slug=slug, status=Status.CLOSED, **ended)
    change(Posting.objects.filter(slug__startswith="site-reliability"))
    hang(Team.objects.get(slug="edge-computing-platform"))


def empty():
    Posting.objects.all().delete()


def desk():
    full()
    User.objects.create_superuser("rae", "rae@example.org", PASSWORD)


def change(postings):
    with noting_changes(postings):
        postings.update(weeks_min=10, graduation_by=date(2027, 6, 1))


def hang(team):
    """Give the team a picture."""
    target = BytesIO()
    Image.linear_gradient("L").resize((1440, 720)).convert("RGB").save(target, "JPEG")
    made = make(target.getvalue())
    facts = {"digest": made.digest, "width": made.width, "height": made.height, "caption": "Where the team works"}
    picture = Picture.objects.create(team=team, alt="A wall in grey", **facts)
    for width, content in made.renditions.items():
        Rendition.objects.create(picture=picture, width=width, content=content)
