"""The list as a calendar: when applications close and, where stated, the month in which the work starts."""

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import View

from careers.lib.periods import days_later, last_day
from careers.postings.models import Posting
from careers.postings.phrases import month
from careers.postings.wording import texts

from .entries import UNKNOWN, entries_of
from .feeds import FeedView
from .ics import Event, calendar
from .programs import ForPrograms
from .updates import uid

# Calendars know no next page, so one holds what fits into 300 KB; `page` gives what is left.
MOST = 100
DATED = Q(valid_through__isnull=False) | Q(job_start_date__isnull=False)


class CalendarView(FeedView):
    url_name, content_type, paginate_by = "posting_list_calendar", "text/calendar; charset=utf-8", MOST

    def rows(self):
        return self.filterset.qs.with_updates().filter(DATED)

    def paginate_queryset(self, queryset, page_size):
        """Page through what has a date, which the list does not count."""
        paginator = Paginator(queryset.with_team(), page_size)
        try:
            page = paginator.page(self.filterset.page_number)
        except InvalidPage as error:
            raise Http404 from error
        return paginator, page, page.object_list, page.has_other_pages()

    def write(self, feed):
        return calendar(feed.title, feed.organisation, [event for entry in feed.entries for event in events(entry)])


class PostingCalendar(ForPrograms, View):
    """The dates of one posting, for whoever means to apply; 410 once it has closed."""

    def get(self, request, slug):
        posting = get_object_or_404(Posting.objects.once_public(self.on), slug=slug)
        if not posting.is_open(self.on):
            return self.failure(410, "This posting has closed.")
        (entry,) = entries_of(Posting.objects.filter(pk=posting.pk).with_team().with_updates(), self.on)
        known = texts()[0]
        written = calendar(entry.title, known.name or known.site_name, list(events(entry)))
        return HttpResponse(written, content_type=CalendarView.content_type)


def events(entry):
    posting = entry.posting
    if posting.valid_through:
        yield event(entry, "closing", "Closes", posting.valid_through, None)
    if start := posting.job_start_date:
        after = days_later(last_day(start), 1)
        yield event(entry, "start", f"Earliest start, {month(start)}", start, after)


def event(entry, kind, words, start, end):
    about = f"{entry.summary}\n\n{entry.url}"
    return Event(
        uid(f"posting-{entry.posting.pk}-{kind}"),
        entry.updated or UNKNOWN,
        start,
        end,
        f"{words}: {entry.title}",
        about,
        entry.url,
    )
