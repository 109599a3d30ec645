"""Values from the environment, each read by a function that raises where the text is not one."""

import os
import re
from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from typing import NoReturn, TypeVar
from urllib.parse import SplitResult, urlsplit

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+:[0-9a-f.:]*")
SWITCH = {"true": True, "1": True, "on": True, "false": False, "0": False, "off": False}
LANGUAGES = {code for code, _ in global_settings.LANGUAGES}
Value = TypeVar("Value")


def stop(name: str, message: str) -> NoReturn:
    raise ImproperlyConfigured(f"{name}: {message}")


def given(name: str, read: Callable[[str], Value], default: str, meant: str) -> Value:
    """Return what `read` makes of the environment's text; stop with the name where it raises."""
    try:
        return read(os.environ.get(name, default))
    except (ValueError, KeyError, OSError, ImproperlyConfigured, ValidationError):
        stop(name, meant)


def switch(text: str) -> bool:
    return SWITCH[text.lower()]


def at_least(minimum: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if int(text) < minimum:
            raise ValueError(text)
        return int(text)

    return read


def folder(text: str) -> Path:
    """Return an absolute path, made if it is missing."""
    path = Path(text).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def site_address(text: str) -> SplitResult:
    """Return the parts of an address that names a scheme, a host and perhaps a port, and nothing else."""
    parts = urlsplit(text.rstrip("/"))
    if parts.scheme not in {"http", "https"} or not HOST_NAME.fullmatch(parts.hostname or ""):
        raise ValueError(text)
    # Reading the port raises where it is none.
    if parts.path or parts.query or parts.fragment or "@" in parts.netloc or parts.port == 0:
        raise ValueError(text)
    return parts


def contact(text: str) -> str:
    """Return an address that one can write to, "" where none is given."""
    if text and not re.fullmatch(r"(mailto:[^@\s]+@|https://)[^@\s]+", text):
        raise ValueError(text)
    return text


def host_name(text: str) -> str:
    if not HOST_NAME.fullmatch(text):
        raise ValueError(text)
    return text


def redis_address(text: str) -> str:
    """Return the address as it is, "" where none is given."""
    parts = urlsplit(text)
    if text and (parts.scheme not in {"redis", "rediss", "unix"} or not (parts.hostname or parts.path)):
        raise ValueError(text)
    if parts.port == 0:
        raise ValueError(text)
    return text


def language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(text)
    return text


def mailbox(text: str) -> str:
    validate_email(parseaddr(text)[1])
    return text
