"""Where a request comes from: another site's page, or which socket."""

from django.conf import settings
from django.http import HttpRequest

OWN_FETCHES = {"same-origin", "none"}


def is_from_our_pages(request: HttpRequest) -> bool:
    """Return whether no page of another site has sent it: by Sec-Fetch-Site, else by Origin.

    For forms without a token on pages that are the same for everyone. A program that says neither is let through:
    it forges nobody's request, since these forms know no one who is signed in.
    """
    origin = request.headers.get("Origin", "").lower()
    if origin == settings.SITE_URL.lower():
        return True
    if fetched := request.headers.get("Sec-Fetch-Site"):
        return fetched in OWN_FETCHES
    return not origin or origin.partition("://")[2] == request.get_host().lower()


def source_of(request: HttpRequest) -> str:
    """Return the address of the socket, or the one that the first of our own proxies saw; "" where there is none."""
    if not settings.TRUSTED_PROXIES:
        return str(request.META.get("REMOTE_ADDR", ""))
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return passed[-settings.TRUSTED_PROXIES] if len(passed) >= settings.TRUSTED_PROXIES else ""
