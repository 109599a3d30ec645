"""Every edit leaves a revision: what, who, when and why. Imports and commands record theirs by this."""

from collections.abc import Iterator
from contextlib import contextmanager

import reversion  # type: ignore[import-untyped]
from django.contrib.auth.models import AbstractBaseUser


@contextmanager
def recorded(why: str, by: AbstractBaseUser | None = None) -> Iterator[None]:
    """Keep all that is saved inside as one revision, in one transaction; `by` is nobody for a command.

    What goes past `save()`, such as `update()` and `bulk_create()`, names its rows by `reversion.add_to_revision(row)`.
    """
    with reversion.create_revision():
        reversion.set_comment(why)
        if by:
            reversion.set_user(by)
        yield
