import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from careers.lib.request_ids import RequestIds

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careers.settings")

django = get_wsgi_application()

from careers.caching import Door  # noqa: E402 it needs the apps to be ready

SCHEME = settings.SITE_URL.partition(":")[0]
# Who edits templates wants to see them at once.
door = RequestIds(django if settings.DEBUG else Door(django))


def application(environ, start_response):
    """Answer as the configured public address, whatever scheme the proxy's connection has."""
    environ["wsgi.url_scheme"] = SCHEME
    return door(environ, start_response)
