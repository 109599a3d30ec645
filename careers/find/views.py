from django.core.paginator import Paginator
from django.http import Http404
from django.views.generic import TemplateView
from django_filters.views import FilterView

from careers.postings.models import Posting, Team
from careers.postings.views import PublicPage
from careers.postings.wording import wording

from .filters import SORTS, PostingFilterSet
from .panel import chips, panels
from .questions import questions


class HomeView(PublicPage, TemplateView):
    template_name = "find/home.html"
    most = 6

    def get_context_data(self, **kwargs):
        texts = wording(self.request)["wording"]
        rows = PostingFilterSet({}, on=self.on).qs
        postings = rows.with_team().prefetch_related("responsibilities")[: self.most]
        asked = questions(Posting.objects.open(self.on), texts.organisation.application_limit)
        teams = Team.objects.filter(postings__in=Posting.objects.open(self.on)).distinct()
        return super().get_context_data(
            postings=postings, total=rows.count(), questions=asked, teams=teams, texts=texts.at("home"), **kwargs
        )


class PostingListView(PublicPage, FilterView):
    filterset_class = PostingFilterSet
    template_name = "find/posting_list.html"
    context_object_name = "postings"
    strict = False
    paginate_by = 25

    def get_filterset_kwargs(self, filterset_class):
        return {"data": self.request.GET, "on": self.on}

    def paginate_queryset(self, queryset, page_size):
        rows = queryset.with_team().prefetch_related("responsibilities")
        paginator = Paginator(rows, page_size)
        given = self.request.GET.get("page", "1")
        if not paginator.num_pages >= page_number(given) >= 1:
            raise Http404("There is no such page.")
        page = paginator.page(page_number(given))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        filterset = self.filterset
        return super().get_context_data(
            panels=panels(filterset), chips=chips(filterset), sorts=SORTS, on=self.on, **kwargs
        )


def page_number(text):
    """Return the number in `text`, far past every end for one with too many digits, 1 for what is none."""
    if not text.isascii() or not text.isdigit():
        return 1
    return int(text) if len(text) < 10 else 10**10
