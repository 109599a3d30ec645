import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careers.settings")

django = get_wsgi_application()
SCHEME = settings.SITE_URL.partition(":")[0]


def application(environ, start_response):
    """Answer as the configured public address, whatever scheme the proxy's connection has."""
    environ["wsgi.url_scheme"] = SCHEME
    return django(environ, start_response)
