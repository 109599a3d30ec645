from functools import partial

from django.core.paginator import InvalidPage
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.views.generic import TemplateView, View
from django_filters.views import FilterView

from careers.postings.models import Posting, Team
from careers.postings.views import PublicPage
from careers.postings.wording import Wording

from .applicant_form import ApplicantForm
from .eligibility import obstacle
from .filters import PostingFilterSet
from .hints import hints
from .keeping import current
from .marks import mark_words
from .paging import PostingPaginator, in_order
from .panel import chips, panels, panels_key, told
from .questions import questions
from .verdicts import give_answers, grouped


class HomeView(PublicPage, TemplateView):
    template_name = "find/home.html"
    most = 6

    def get_context_data(self, **kwargs):
        texts = Wording()
        filters = PostingFilterSet(on=self.on)
        postings = in_order(Posting.objects.for_cards(), filters.pks(0, self.most))
        asked = questions(filters.index, texts.organisation.application_limit)
        teams = Team.objects.filter(slug__in=filters.offered()["team"])
        return super().get_context_data(
            form=ApplicantForm(),
            postings=postings,
            total=filters.totals()[0],
            questions=asked,
            teams=teams,
            texts=texts.at("home"),
            **kwargs,
        )


class PostingListView(PublicPage, FilterView):
    filterset_class = PostingFilterSet
    template_name = "find/posting_list.html"
    context_object_name = "postings"
    strict = False
    paginate_by = 25

    def get(self, request):
        self.filterset = self.get_filterset(self.filterset_class)
        self.object_list = self.rows()
        context = self.get_context_data(filter=self.filterset, object_list=self.object_list)
        return self.render_to_response(context)

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        response["Speculation-Rules"] = f'"{reverse("prefetch")}"'
        return response

    def get_filterset_kwargs(self, filterset_class):
        return {"data": self.request.GET, "on": self.on}

    def rows(self):
        """Return all postings: which of them a page shows, and in which order, the index says."""
        return Posting.objects.with_intake_over(self.on)

    def paginate_queryset(self, queryset, page_size):
        paginator = PostingPaginator(self.filterset, queryset.for_cards(), page_size)
        try:
            page = paginator.page(self.filterset.page_number)
        except InvalidPage as error:
            raise Http404 from error
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        filters = self.filterset
        shown = {"panels": partial(panels, filters), "panels_key": panels_key(filters), "panels_told": told(filters)}
        context = super().get_context_data(answers=filters.form.answers_query, chips=chips(filters), **shown, **kwargs)
        give_answers(context["postings"], filters.applicant, self.on)
        mark_words(context["postings"], filters.words)
        sorts = context["paginator"].sorts
        return {**context, **hints(filters, context["paginator"].count), "sorts": sorts}


class PrefetchView(PublicPage, View):
    """What browsers may fetch ahead from a list: the posting that somebody is about to choose."""

    rules = {"prefetch": [{"where": {"selector_matches": ".card__title a"}, "eagerness": "moderate"}]}

    def get(self, request):
        return JsonResponse(self.rules, content_type="application/speculationrules+json")


class EligibilityView(PublicPage, TemplateView):
    """One form, all open postings answered at once; the answers live in the address."""

    template_name = "find/eligibility.html"
    most = 10

    def get_context_data(self, **kwargs):
        form = ApplicantForm(self.request.GET)
        form.full_clean()
        texts = Wording().at("posting")
        context = super().get_context_data(form=form, answers=form.answers_query, texts=texts, **kwargs)
        return {**context, **self.results(form.applicant)} if form.applicant else context

    def results(self, applicant):
        """Return the first postings under each verdict, and what stands in the way of most."""
        index = current(self.on)
        answers = index.answers(applicant)
        pks = [pk for places in answers.by_verdict.values() for pk in index.pks([places], 0, self.most)]
        rows = list(in_order(Posting.objects.with_team(), pks))
        give_answers(rows, applicant, self.on)
        return {
            "postings": rows,
            "groups": grouped(rows, answers.by_verdict),
            "obstacle": obstacle(answers.ruled_out),
            "total": len(index.keys),
        }
