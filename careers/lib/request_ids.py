"""One id for every request: in its log lines, on its error page and in its answer."""

import re
import secrets
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any

# Neither a mail address nor an IP address fits, so none gets into a log this way.
WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}")
HEADER = "X-Request-ID"
current: ContextVar[str] = ContextVar("request_id", default="")


class RequestIds:
    """WSGI: take the id the proxy sent if it is well-formed, else make one, and send it back.

    It stays until the thread's next request: the server writes its access line after the answer.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        number = taken(environ.get("HTTP_X_REQUEST_ID", ""))
        current.set(number)

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            return start_response(status, [*headers, (HEADER, number)], *error)

        return self.application(environ, start)


def taken(given: str) -> str:
    return given if WELL_FORMED.fullmatch(given) else secrets.token_hex(16)
