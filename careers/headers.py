"""Headers that no library sets: who may embed our answers, and who may keep them."""

from functools import cache

from django.conf import settings
from django.utils import timezone
from django.utils.cache import patch_vary_headers, set_response_etag

from careers.postings.derived import next_change
from careers.urls import APPLICANT_FACTS, PUBLIC_PAGES

LONGEST = 60


def resource_policy(get_response):
    """Say on every answer that other sites may not embed it."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware


def cache_policy(get_response):
    """Set Cache-Control: public for the pages that urls.py names, private with an applicant's facts, else no-store."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", policy(request, response))
        # GZipMiddleware says so only on what it compresses, hence not on a 304.
        patch_vary_headers(response, ["Accept-Encoding"])
        return response if "no-store" in response["Cache-Control"] else with_etag(response)

    return middleware


def with_etag(response):
    """Return the response with one ETag for plain and compressed bytes, hence a weak one."""
    set_response_etag(response)
    if "ETag" in response:  # what has no body, such as a redirect, gets none
        response["ETag"] = f"W/{response['ETag']}"
    return response


def policy(request, response):
    match = request.resolver_match
    if not is_public(match) or request.method not in {"GET", "HEAD"} or response.status_code >= 500:
        return "no-store"
    if APPLICANT_FACTS & request.GET.keys() or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return "private, no-cache"
    on = timezone.now()
    change = next_change(on)
    return public((change - on).total_seconds() if change else None)


def public(seconds):
    """Return the Cache-Control of a page for everyone; in `seconds` a posting opens or has closed (None: never).

    Nobody keeps it for longer than LONGEST, and nobody shows it past that moment, not even while asking for a new one.
    """
    return policies(2 * LONGEST if seconds is None else min(2 * LONGEST, int(seconds)))


@cache
def policies(seconds):
    fresh = min(LONGEST, seconds)
    return f"public, max-age={fresh}, s-maxage={fresh}, stale-while-revalidate={seconds - fresh}"


def is_public(match):
    return match is not None and match.url_name in PUBLIC_PAGES
