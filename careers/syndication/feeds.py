"""The list as feed readers, aggregators and calendars subscribe to it: the same postings, page by page."""

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.http import urlencode

from careers.find.panel import chips
from careers.find.views import PostingListView
from careers.postings.wording import texts

from .addresses import address, query_of
from .entries import Feed, entries_of
from .programs import ForPrograms
from .updates import tag
from .xml import legal


class FeedView(ForPrograms, PostingListView):
    """One page of the list; unlike the page, it refuses what it does not understand: no one would read a message."""

    url_name = content_type = None

    def get(self, request):
        self.filterset = self.get_filterset(self.filterset_class)
        if self.filterset.form.errors:
            return self.failure(400, refusal(self.filterset))
        _, page, postings, _ = self.paginate_queryset(self.rows(), self.paginate_by)
        links = self.links(page)
        feed = Feed(self.id, title(self.filterset), links, entries_of(postings, self.on))
        response = HttpResponse(self.write(feed), content_type=self.content_type)
        response["Link"] = ", ".join(f'<{links[name]}>; rel="{name}"' for name in links)
        return response

    def rows(self):
        return super().rows().with_updates()

    def links(self, page):
        """Return {relation: address}: this page, the list as people read it, and by RFC 5005 the other pages."""
        numbers = {"self": page.number, "first": 1, "last": page.paginator.num_pages}
        numbers |= {"previous": page.number - 1} if page.has_previous() else {}
        numbers |= {"next": page.number + 1} if page.has_next() else {}
        links = {relation: self.address_of_page(number) for relation, number in numbers.items()}
        return {**links, "alternate": address("posting_list", query_of(self.filterset))}

    def address_of_page(self, number):
        query = query_of(self.filterset)
        return address(self.url_name, query if number == 1 else {**query, "page": number})

    @property
    def id(self):
        query = urlencode(query_of(self.filterset), doseq=True)
        return tag(f"postings?{query}" if query else "postings")


class AtomView(FeedView):
    """RFC 4287."""

    url_name, content_type = "posting_list_atom", "application/atom+xml; charset=utf-8"

    def write(self, feed):
        return legal(render_to_string("syndication/postings.atom.xml", {"feed": feed}))


class AggregatorView(FeedView):
    """The XML that aggregators read; its element names are theirs."""

    url_name, content_type = "posting_list_xml", "application/xml; charset=utf-8"

    def write(self, feed):
        return legal(render_to_string("syndication/postings.aggregator.xml", {"feed": feed, "home": address("home")}))


class JsonFeedView(FeedView):
    """https://www.jsonfeed.org/version/1.1/"""

    url_name, content_type = "posting_list_feed", "application/feed+json; charset=utf-8"

    def write(self, feed):
        known = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.links["alternate"],
            "feed_url": feed.links["self"],
            "next_url": feed.links.get("next"),
            "language": "en-AU",
            "authors": [{"name": feed.organisation, "url": address("home")}],
        }
        answer = {name: value for name, value in known.items() if value}
        return JsonResponse({**answer, "items": [item(entry) for entry in feed.entries]}).content


def item(entry):
    known = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "date_published": entry.published and entry.published.isoformat(timespec="seconds"),
        "date_modified": entry.updated and entry.updated.isoformat(timespec="seconds"),
        "tags": entry.tags,
        "language": entry.posting.language,
    }
    return {name: value for name, value in known.items() if value}


def title(filterset):
    """Return the site's name and what narrows the list: "Acme careers: Bachelor, Sydney"."""
    chosen = ", ".join(chip.text for chip in chips(filterset))
    name = texts()[0].site_name
    return f"{name}: {chosen}" if chosen else name


def refusal(filterset):
    """Return what was not understood; the list says beside the field why."""
    given = filterset.form.data
    lines = [f"{name}={', '.join(given.getlist(name))[:80]}" for name in filterset.form.errors]
    return "\n".join([f"This is no feed; {address('posting_list')} says what was not understood:", *lines])
