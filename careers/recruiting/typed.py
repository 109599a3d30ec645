"""A form that is sent without a sign-in or a second factor comes back with all that was typed, to be sent again."""

from django.conf import settings
from django.shortcuts import render
from django.views.csrf import csrf_failure as plain_failure

from careers.recruiting import second_factor
from careers.recruiting.middleware import is_desk, must_show_factor

# Never put into a page again; the token is to be a new one.
LEFT_OUT = ("csrfmiddlewaretoken", "password")


def keep_what_was_typed(get_response):
    """Middleware: answer what somebody sends to the desk who may not yet with a page that can send it again."""

    def middleware(request):
        if request.method != "POST" or not is_desk(request.path) or not is_ours(request):
            return get_response(request)
        if not request.user.is_authenticated:
            return page(request)
        if must_show_factor(request):
            return page(request, second_factor.url_to_show_one(request.user))
        return get_response(request)

    return middleware


def csrf_failure(request, reason=""):
    """Whoever has signed in anew holds a new token: let them send the old form with it."""
    if is_desk(request.path) and request.user.is_authenticated and is_ours(request):
        return page(request)
    return plain_failure(request, reason)


def is_ours(request):
    """Return whether a page of this site sent it: another site's form is not offered for sending again."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    return origin in {settings.SITE_URL, f"{request.scheme}://{request.get_host()}"}


def page(request, factor_page=""):
    """Return the page that can send it again; `factor_page` names where a missing second factor is shown."""
    typed = [(name, values) for name, values in request.POST.lists() if not name.startswith(LEFT_OUT)]
    return render(request, "admin/recruiting/send_again.html", {"typed": typed, "factor_page": factor_page}, status=403)
