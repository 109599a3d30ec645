from functools import partial

from django.db.models import Count, Prefetch
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import DetailView, ListView, RedirectView, TemplateView, View

from .alternatives import alternatives
from .changes import changes_of
from .choices import ClosedReason, QualificationKind
from .factsheet import factsheet, missing, shown
from .glossary import glossary
from .items import qualifications
from .models import BenefitCategory, OldSlug, Picture, Posting, Rendition, Team, Video
from .wording import Wording


class PublicPage:
    """A page that changes nothing and is the same for everyone, as of one moment: `self.on`."""

    http_method_names = ("get", "head", "options")

    @classmethod
    def as_view(cls, **initkwargs):
        # A POST is to be told 405, not that a token is missing.
        return csrf_exempt(super().as_view(**initkwargs))

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.on = timezone.now()


class PostingDetailView(PublicPage, DetailView):
    """One posting while it is open; 410 with what is open instead once it has closed."""

    context_object_name = "posting"

    def get(self, request, slug):
        try:
            return super().get(request, slug=slug)
        except Http404:
            moved = get_object_or_404(OldSlug, slug=slug, posting__in=Posting.objects.once_public(self.on))
            query = request.GET.urlencode()
            path = moved.posting.get_absolute_url()
            return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)

    def get_queryset(self):
        return self.visible().with_team().select_related("next_posting").prefetch_related("fields_of_study")

    def visible(self):
        return Posting.objects.once_public(self.on)

    def get_context_data(self, **kwargs):
        posting = self.object
        facts = factsheet(posting, self.on)
        country = posting.location.country if posting.location else None
        texts = Wording().at("posting", country)
        context = super().get_context_data(facts=shown(facts), missing=missing(facts), texts=texts, **kwargs)
        context |= {kind: partial(qualifications, posting, kind) for kind in QualificationKind.values}
        if posting.is_open(self.on):
            context["changes"] = changes_of(posting, self.on)
        else:
            context["alternatives"] = alternatives(posting, self.on)
            context["next_posting"] = public(posting.next_posting, self.on)
        return context

    def render_to_response(self, context):
        is_open = self.object.is_open(self.on)
        return super().render_to_response(context, status=200 if is_open else 410)

    def get_template_names(self):
        if self.object.is_open(self.on):
            return ["postings/posting_detail.html"]
        withdrawn = self.object.closed_reason == ClosedReason.WITHDRAWN
        return [f"postings/posting_{'withdrawn' if withdrawn else 'closed'}.html"]


class FaviconView(PublicPage, RedirectView):
    """Browsers and the admin ask for this address whatever a page says."""

    def get_redirect_url(self, *args, **kwargs):
        return static("img/icon.svg")


class TeamListView(PublicPage, ListView):
    most = 5

    def get_queryset(self):
        rows = Posting.objects.open(self.on).select_related("location").newest_first()[: self.most]
        return Team.objects.prefetch_related(Prefetch("postings", rows, to_attr="open_postings"))

    def get_context_data(self, **kwargs):
        counts = Posting.objects.open(self.on).order_by().values_list("team").annotate(Count("pk"))
        numbers = dict(counts)
        context = super().get_context_data(**kwargs)
        for team in context["team_list"]:
            team.further = max(numbers.get(team.pk, 0) - self.most, 0)
        return context


class TeamDetailView(PublicPage, DetailView):
    model = Team
    most = 25

    def get_context_data(self, **kwargs):
        postings = Posting.objects.open(self.on).filter(team=self.object)
        total = postings.count()
        shown = postings.for_cards().newest_first()[: self.most]
        pics = pictures(self.object)
        return super().get_context_data(postings=shown, total=total, pictures=pics, on=self.on, **kwargs)


class PictureView(PublicPage, View):
    """The bytes of one rendition; its address changes with its content, so it may be kept for good."""

    def get(self, request, digest, width):
        row = get_object_or_404(Rendition.objects.filter(picture__digest=digest, width=width)[:1])
        answer = HttpResponse(bytes(row.content), content_type="image/webp")
        answer["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


class BenefitListView(PublicPage, ListView):
    template_name = "postings/benefit_list.html"

    def get_queryset(self):
        return BenefitCategory.objects.filter(benefits__isnull=False).distinct().prefetch_related("benefits")


class GlossaryView(PublicPage, TemplateView):
    template_name = "postings/glossary.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(terms=glossary().terms, **kwargs)


class AboutView(PublicPage, TemplateView):
    template_name = "postings/about.html"

    def get_context_data(self, **kwargs):
        media = {"pictures": pictures(None), "videos": Video.objects.filter(team=None)}
        return super().get_context_data(texts=Wording().at("about"), **media, **kwargs)


class PrivacyView(PublicPage, TemplateView):
    template_name = "postings/privacy.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(texts=Wording().at("privacy"), **kwargs)


def pictures(team):
    """Return the pictures of `team`, or of the organisation for None, with the widths of their renditions."""
    widths = Prefetch("renditions", Rendition.objects.without_content())
    return Picture.objects.filter(team=team).prefetch_related(widths)


def public(posting, on):
    return posting if posting and posting.was_public(on) else None
