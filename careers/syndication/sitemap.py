"""sitemap.xml: what a search engine should read, with the date of the last change where one is known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Max, Q
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.generic import View

from careers.postings.models import Posting, Team
from careers.postings.views import PublicPage

from .addresses import absolute, address, address_of
from .updates import updated
from .xml import legal

# So that each answer stays under 300 KB; the standard's own limit is 50,000.
MOST = 1000
PAGES = (
    "home",
    "posting_list",
    "eligibility",
    "team_list",
    "benefit_list",
    "glossary",
    "about",
    "privacy",
    "developers",
)
LISTS = {"home", "posting_list"}


@dataclass(frozen=True)
class Place:
    """`changed` is a moment, a day where no more is known, or None."""

    address: str
    changed: datetime | date | None = None


class Places:
    """Some places and one for each of many postings, of which only those asked for are read."""

    def __init__(self, places, postings):
        self.places, self.postings = places, postings

    def __len__(self):
        return len(self.places) + self.postings.count()

    def __getitem__(self, part):
        start, stop = (max(0, end - len(self.places)) for end in (part.start, part.stop))
        rows = self.postings[start:stop] if stop else ()
        return [*self.places[part], *(Place(address_of(posting), updated(posting)) for posting in rows)]


class SitemapView(PublicPage, View):
    """One list of addresses; where they are too many, an index of its pages."""

    def get(self, request):
        pages = Paginator(self.places(), MOST)
        number = request.GET.get("page", "")
        if pages.num_pages > 1 and not number:
            maps = [absolute(f"{request.path}?page={each}") for each in pages.page_range]
            return xml("syndication/sitemap_index.xml", {"maps": maps})
        return xml("syndication/sitemap.xml", {"places": self.page(pages, number or "1")})

    def page(self, pages, number):
        try:
            return pages.page(int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0)
        except InvalidPage as error:
            raise Http404 from error

    def places(self):
        changed = last_changes(self.on)
        newest = max(filter(None, changed.values()), default=None)
        pages = [Place(address(name), newest if name in LISTS else None) for name in PAGES]
        teams = [Place(address_of(team), changed.get(team.pk)) for team in Team.objects.order_by("pk")]
        postings = Posting.objects.open(self.on).with_team().with_updates().order_by("pk")
        return Places([*pages, *teams], postings)


def last_changes(on):
    """Return {team's pk: the day on which a posting of it last opened, changed or ended}."""
    ends = {"ended": Max("closed_at"), "expired": Max("valid_through", filter=Q(valid_through__lt=on))}
    begins = {"opened": Max("opens_at"), "posted": Max("date_posted"), "changed": Max("changes__at")}
    again = Max("events__at", filter=Q(events__verb="reopened"))
    rows = Posting.objects.once_public(on).order_by().values("team").annotate(**ends, **begins, again=again)
    return {row.pop("team"): max((day(value) for value in row.values() if value), default=None) for row in rows}


def day(value):
    return value.astimezone(UTC).date() if isinstance(value, datetime) else value


def xml(template, context):
    return HttpResponse(legal(render_to_string(template, context)), content_type="application/xml; charset=utf-8")
