"""Which errors say that the store is away or full for now, and not that the site is wrong."""

import errno

from django.db import DatabaseError, InterfaceError, OperationalError

# SQLite's primary codes: busy, locked, read-only, input or output failed, full, cannot open.
SQLITE_CODES = {5, 6, 8, 10, 13, 14}
READ_ONLY_TRANSACTION = "25006"
DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


def passes(error):
    """Return whether the same request may succeed later, when an operator or the machine has mended something."""
    if isinstance(error, DatabaseError | InterfaceError):
        return database_is_away(error)
    return isinstance(error, OSError) and error.errno in DISK


def database_is_away(error):
    """Return whether the database cannot be reached or written; a missing table, say, is a fault of ours."""
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in SQLITE_CODES
    refused = getattr(error.__cause__, "sqlstate", None) == READ_ONLY_TRANSACTION
    return refused or isinstance(error, OperationalError | InterfaceError)
