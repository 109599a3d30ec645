"""What was counted, on the desk: a printable page an intake, and downloads."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.views.generic import TemplateView, View

from careers.postings.models import Posting
from careers.postings.phrases import counted
from careers.recruiting import export, figures
from careers.recruiting.models import JournalEntry
from careers.recruiting.models.journal import What
from careers.recruiting.state import state_of
from careers.recruiting.watch import WATCHED

from .waivers import DeskPage


class WatchedFilter(admin.SimpleListFilter):
    """The list behind each number of the desk's first page."""

    title = "keep an eye on"
    parameter_name = "watch"

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _) in WATCHED.items()]

    def queryset(self, request, queryset):
        chosen = WATCHED.get(self.value())
        return queryset.filter(chosen[1](timezone.now())) if chosen else queryset


class WithFigures:
    """Adds the pages of figures and the downloads to the list of postings."""

    def get_urls(self):
        views = {
            "figures/": (FiguresView, "figures"),
            "figures/<int:year>/": (FiguresView, "figures_year"),
            "figures.csv": (FiguresDownload, "figures_csv"),
        }
        wrap = self.admin_site.admin_view
        return [
            path(address, wrap(view.as_view(desk=self)), name=f"postings_posting_{name}")
            for address, (view, name) in views.items()
        ] + super().get_urls()

    @admin.action(description="Export as CSV", permissions=["view"])
    def export_postings(self, request, queryset):
        JournalEntry.objects.record(What.EXPORTED, request.user, counted(queryset.count(), "posting"))
        return export.postings(queryset)


class ForRecruiters(DeskPage):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("postings.view_posting"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class FiguresView(ForRecruiters, TemplateView):
    """One intake on one page: what is open, read, begun and asked for, and last week beside the week before."""

    template_name = "admin/postings/posting/figures.html"

    def get_context_data(self, year=None, **kwargs):
        years = figures.intakes()
        if year and year not in years:
            raise Http404("No posting names this intake.")
        year = year or next(iter(years), None)
        title = f"Intake {year} in figures" if year else "Figures"
        found = self.found(Posting.objects.filter(intake_year=year)) if year else {}
        return super().get_context_data(title=title, year=year, years=years, **found, **kwargs)

    def found(self, postings):
        today = timezone.localdate()
        rows = list(figures.by_posting(postings.select_related("team", "location")).order_by("title"))
        for posting in rows:
            posting.state = state_of(posting)
        days = figures.by_day(today, postings)
        most = max(views for _, views in days)
        return {
            "postings": rows,
            "open": sum(posting.is_open() for posting in rows),
            "weeks": figures.week(today, postings),
            "days": [(day, views, 100 * views // most) for day, views in days if most],
            "asked": figures.asked_for(),
        }


class FiguresDownload(ForRecruiters, View):
    """POST downloads all days: it leaves a line in the journal."""

    http_method_names = ("post",)

    def post(self, request):
        JournalEntry.objects.record(What.EXPORTED, request.user, "figures")
        return export.days(Posting.objects.all())
