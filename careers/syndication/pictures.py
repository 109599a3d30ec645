"""Cards and icons by their addresses."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import View

from careers.postings.factsheet import factsheet
from careers.postings.models import Posting
from careers.postings.views import PublicPage
from careers.postings.wording import texts

from .card import card, icon
from .sharing import TOLD

MOST = 4
# The sizes that systems ask for, and how much of the width they may cut away.
ICONS = {180: 0.0, 192: 0.0, 512: 0.0}
MASKABLE = 0.1


class Picture(PublicPage, View):
    """A PNG that pages of other sites may show."""

    def get(self, request, **kwargs):
        headers = {"Cross-Origin-Resource-Policy": "cross-origin"}
        return HttpResponse(self.png(**kwargs), content_type="image/png", headers=headers)


class PostingCard(Picture):
    def png(self, slug):
        rows = Posting.objects.open(self.on).with_team().prefetch_related("fields_of_study")
        posting = get_object_or_404(rows, slug=slug)
        facts = {fact.name: f"{fact.label}: {fact.text}" for fact in factsheet(posting, self.on) if fact.is_stated}
        return card(texts()[0].site_name, str(posting), [facts[name] for name in TOLD if name in facts][:MOST])


class SiteCard(Picture):
    def png(self):
        organisation = texts()[0]
        return card(organisation.site_name, organisation.headline or organisation.site_name)


class Icon(Picture):
    def png(self, size):
        if size not in ICONS:
            raise Http404
        return icon(size)


class MaskableIcon(Picture):
    """For systems that cut icons into shapes of their own."""

    def png(self):
        return icon(512, MASKABLE)
