"""For those who watch the site, and what it says when it cannot do its work."""

import logging
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseServerError, JsonResponse
from django.template import loader
from django.views.decorators.http import require_safe

from .faults import passes
from .readiness import readiness

log = logging.getLogger(__name__)
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@require_safe
def healthz(request):
    """Say that this process answers. No database: one that is away is no reason to restart us."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
def readyz(request):
    facts = readiness()
    return JsonResponse(facts, status=200 if facts["ready"] else 503)


def bad_request(request, exception):
    """Handler of requests that cannot be read: 413 for forms that are too large, with what to do about it."""
    if isinstance(exception, TOO_MUCH) and request.method == "POST":
        return HttpResponse(loader.render_to_string("413.html"), status=413)
    return HttpResponseBadRequest(loader.render_to_string("400.html"))


def server_error(request):
    """Handler of uncaught errors: 503 for what passes, such as a full disk or a database that restarts, else 500."""
    error = sys.exc_info()[1]
    if error is not None and passes(error):
        log.warning("Answered 503: %s: %s", type(error).__name__, error)
        return unavailable("503.html", seconds=30)
    return HttpResponseServerError(loader.render_to_string("500.html"))


def unavailable(template, seconds):
    response = HttpResponse(loader.render_to_string(template), status=503)
    response["Retry-After"] = str(seconds)
    return response
