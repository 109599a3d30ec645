"""A door of one's own in front of Django, and how a gunicorn worker asks it."""

from io import BytesIO
from types import SimpleNamespace

from careers.caching import Door
from careers.wsgi import django


class Counted:
    """Django, and how often it was asked for each path."""

    def __init__(self):
        self.asked = []

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        return django(environ, start_response)


def new_door(**options):
    return Door(Counted(), **options)


def ask(door, address, method="GET", **headers):
    """Return status, headers and body of an answer."""
    answer = SimpleNamespace()

    def start_response(status, headers, exc_info=None):
        answer.status, answer.headers = int(status[:3]), dict(headers)

    parts = door(asking(address, method, headers), start_response)
    answer.body = b"".join(parts)
    getattr(parts, "close", lambda: None)()
    return answer


def asking(address, method, headers):
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1:8000",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
