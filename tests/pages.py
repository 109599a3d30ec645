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


def two_postings():
    slugs = Posting.objects.open().order_by("slug").values_list("slug", flat=True)[:2]
    return "/comparison/?" + "&".join(f"posting={slug}" for slug in slugs)


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
    "eligibility": lambda: "/eligibility/",
    "comparison": two_postings,
    "comparison, nothing chosen": lambda: "/comparison/",
    "shortlist": lambda: "/shortlist/",
    "teams": lambda: "/teams/",
    "team": a_team,
    "benefits": lambda: "/benefits/",
    "about": lambda: "/about/",
    "privacy": lambda: "/privacy/",
    "alerts": lambda: "/alerts/",
    "alerts for a search": lambda: "/alerts/?location=sydney&intake=2027&team=gone&q=python",
    "alerts for a role": lambda: f"/alerts/?next_role={a_posting().split('/')[2]}",
    "alerts, check your inbox": lambda: "/alerts/inbox/",
    "developers": lambda: "/developers/",
}
FACTS = "studying=bachelor&field_of_study=computer-science&graduation=2026-12&rights=student-visa"
PERSONAL = {
    "list for an applicant": lambda: f"/postings/?{FACTS}",
    "posting for an applicant": lambda: f"{a_posting()}?{FACTS}",
    "eligibility, answered": lambda: f"/eligibility/?{FACTS}",
    "eligibility, mistyped": lambda: "/eligibility/?graduation=soon&rights=royal",
    "alerts for an applicant": lambda: f"/alerts/?{FACTS}&graduation=soon",
    "comparison for an applicant": lambda: f"{two_postings()}&{FACTS}",
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
ALL = {**PUBLIC, **PERSONAL, **GONE, **ERRORS, **SIGN_IN}
