"""The site's addresses and /errors/<status>/: the error pages, raised as a fault raises them."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import Http404
from django.urls import include, path

from careers import urls

FAULTS = {400: BadRequest, 403: PermissionDenied, 404: Http404, 500: RuntimeError, 503: OperationalError}

vars().update({name: handler for name, handler in vars(urls).items() if name.startswith("handler")})


def fail(request, status):
    raise FAULTS[status]("as a test asked for")


urlpatterns = [path("errors/<int:status>/", fail), path("", include(urls.urlpatterns))]
