"""sitemap.xml: what a search engine should read, with the date of the last change where one is known."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.generic import View

from careers.find.filters import PostingFilterSet
from careers.postings.models import Team
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


@dataclass(frozen=True)
class Place:
    address: str
    changed: datetime | None = None


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
        rows = PostingFilterSet(on=self.on).queryset.with_team().with_updates().order_by("pk")
        postings = [Place(address_of(posting), updated(posting)) for posting in rows]
        newest = max((place.changed for place in postings if place.changed), default=None)
        lists = {"home", "posting_list"}
        pages = [Place(address(name), newest if name in lists else None) for name in PAGES]
        return [*pages, *(Place(address_of(team)) for team in Team.objects.order_by("pk")), *postings]


def xml(template, context):
    return HttpResponse(legal(render_to_string(template, context)), content_type="application/xml; charset=utf-8")
