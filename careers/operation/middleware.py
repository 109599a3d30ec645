from careers.lib.switches import is_read_only

from .views import unavailable

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}


def refuse_writes(get_response):
    """While the site is read-only, answer 503 to everything that might write."""

    def middleware(request):
        if request.method not in SAFE_METHODS and is_read_only():
            return unavailable("read_only.html", seconds=300)
        return get_response(request)

    return middleware
