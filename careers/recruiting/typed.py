"""A form that is sent after the sign-in ran out comes back with all that was typed, instead of a sign-in page."""

from django.conf import settings
from django.shortcuts import render
from django.views.csrf import csrf_failure as plain_failure

from careers.recruiting.middleware import is_desk

# Never put into a page again; the token is to be a new one.
LEFT_OUT = ("csrfmiddlewaretoken", "password")


def keep_what_was_typed(get_response):
    """Middleware: answer what somebody without a session sends to the desk with a page that can send it again."""

    def middleware(request):
        if (
            request.method == "POST"
            and is_desk(request.path)
            and not request.user.is_authenticated
            and is_ours(request)
        ):
            return page(request)
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


def page(request):
    typed = [(name, values) for name, values in request.POST.lists() if not name.startswith(LEFT_OUT)]
    return render(request, "admin/recruiting/send_again.html", {"typed": typed}, status=403)
