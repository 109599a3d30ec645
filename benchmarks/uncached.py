"""The site without its door: every answer is made anew."""

from careers.wsgi import SCHEME, django


def application(environ, start_response):
    environ["wsgi.url_scheme"] = SCHEME
    return django(environ, start_response)
