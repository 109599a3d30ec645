from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from careers.recruiting import second_factor


def require_second_factor(get_response):
    """Where the site is public, let nobody into the desk on a password alone.

    It looks at nobody outside the desk: a page that asks who is there is no longer the same for everyone.
    """

    def middleware(request):
        if must_show_factor(request):
            page = reverse(second_factor.url_to_show_one(request.user))
            return HttpResponseRedirect(f"{page}?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}")
        return get_response(request)

    return middleware


def must_show_factor(request):
    return settings.SECOND_FACTOR_REQUIRED and is_desk(request.path) and needs_factor(request)


def is_desk(path):
    return path.startswith(reverse("admin:index")) and path != reverse("admin:logout")


def needs_factor(request):
    return request.user.is_authenticated and not second_factor.was_shown(request)
