"""Every link of the site, followed from the home page, leads somewhere."""

from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

pytestmark = pytest.mark.usefixtures("sample")

ADDRESSES = {"href", "src", "action", "poster", "cite", "formaction", "data-hx-get"}
ENOUGH = 2000


class Page(HTMLParser):
    """The addresses a page links to and the ids it can be entered at."""

    def __init__(self, html):
        super().__init__()
        self.links, self.ids = set(), {"", "top"}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ADDRESSES:
                self.links.add(value or "")
            if name == "id":
                self.ids.add(value)


@pytest.fixture
def site(client):
    """Return {address: Page} of all HTML pages that can be reached, and the addresses that answer with an error."""
    pages, dead, waiting = {}, {}, ["/"]
    while waiting:
        address = waiting.pop()
        response = client.get(address, follow=True)
        if response.status_code != 200:
            dead[address] = response.status_code
            continue
        is_page = response["Content-Type"].startswith("text/html") and not address.startswith("/accounts/")
        pages[address] = Page(response.content.decode() if is_page else "")
        waiting += [link for link in inner(address, pages[address]) if link not in {*pages, *dead, *waiting}]
        assert len(pages) < ENOUGH, "the site has no end: links that grow their own query?"
    return pages, dead


def inner(address, page):
    """Return the links to other pages of ours, without fragments; static files are looked up apart."""
    links = {urljoin(address, link).partition("#")[0] for link in page.links}
    return sorted(link for link in links if not urlsplit(link).scheme and not link.startswith("/static/"))


def test_no_link_is_dead(site):
    pages, dead = site

    assert dead == {}
    assert len(pages) > 10


def test_no_fragment_is_dead(site):
    pages, _ = site
    links = {(address, link) for address, page in pages.items() for link in page.links if "#" in link}

    lost = [(address, link) for address, link in links if not exists(pages, *urljoin(address, link).split("#"))]

    assert not lost


def test_no_static_file_is_missing(site):
    pages, _ = site
    files = {urlsplit(link).path for page in pages.values() for link in page.links if link.startswith("/static/")}

    assert files
    assert not [file for file in files if not finders.find(unquote(file.removeprefix("/static/")))]


def test_links_to_elsewhere_are_https_or_mail(site):
    pages, _ = site
    links = {link for page in pages.values() for link in page.links}
    # The canonical address names the site itself.
    schemes = {urlsplit(link).scheme for link in links if not link.startswith(settings.SITE_URL)}

    assert schemes <= {"", "https", "mailto"}


def exists(pages, address, fragment):
    return address not in pages or unquote(fragment) in pages[address].ids
