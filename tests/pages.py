"""One address of every kind of page, for the tests that walk them all. They need the sample loaded."""

from datetime import UTC, datetime

from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Posting, Team
from tests.factories import make_posting

LONG_AGO = datetime(2025, 6, 1, tzinfo=UTC)


def a_posting():
    return Posting.objects.open().order_by("slug").first().get_absolute_url()


def a_team():
    return Team.objects.order_by("slug").first().get_absolute_url()


def ended(reason):
    facts = {"opens_at": datetime(2025, 1, 1, tzinfo=UTC), "closed_at": LONG_AGO, "closed_reason": reason}
    return make_posting(status=Status.CLOSED, **facts).get_absolute_url()


PUBLIC = {
    "home": lambda: "/",
    "list": lambda: "/postings/",
    "list, filtered": lambda: "/postings/?q=engineer&level=bachelor&skill=python&sort=newest",
    "list, nothing found": lambda: "/postings/?q=zebra",
    "list, mistyped": lambda: "/postings/?level=wizard&intake=soon",
    "posting": a_posting,
    "teams": lambda: "/teams/",
    "team": a_team,
    "benefits": lambda: "/benefits/",
    "about": lambda: "/about/",
    "privacy": lambda: "/privacy/",
}
GONE = {
    "closed": lambda: ended(ClosedReason.FILLED),
    "withdrawn": lambda: ended(ClosedReason.WITHDRAWN),
}
ERRORS = {f"error {status}": lambda status=status: f"/errors/{status}/" for status in (400, 403, 404, 500)}
SIGN_IN = {
    "admin login": lambda: "/accounts/login/?next=/admin/",
    "forgot password": lambda: "/accounts/password/reset/",
}
ALL = {**PUBLIC, **GONE, **ERRORS, **SIGN_IN}
