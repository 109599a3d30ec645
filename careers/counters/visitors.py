"""Who is not counted: programs, staff, and those who ask not to be."""

from django.conf import settings

# Words that programs put into User-Agent, after the lists of crawlers-user-agents and isbot (both MIT): the few that
# cover nearly all of either.
PROGRAMS = (
    "bot", "crawl", "spider", "slurp", "preview", "headless", "lighthouse", "scan", "fetch", "monitor", "archiver",
    "curl", "wget", "python", "java/", "go-http", "okhttp", "httpclient", "axios", "facebookexternalhit", "embedly",
)  # fmt: skip


def is_counted(request):
    """Return whether a person who has no account here may be behind it; only staff have a session."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES or request.headers.get("Sec-GPC") == "1":
        return False
    agent = request.headers.get("User-Agent", "").casefold()
    return bool(agent) and not any(word in agent for word in PROGRAMS)
