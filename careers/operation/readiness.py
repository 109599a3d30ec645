"""Whether the site can do its work, and what an operator should look at. No address, name or setting is told."""

import shutil
from datetime import timedelta
from functools import cache

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from careers.lib.switches import is_read_only

from . import mail
from .models import Backup

LEAST_FREE = 200 * 1024 * 1024
# A day and some hours, for a timer that runs daily.
LONGEST_WITHOUT_BACKUP = timedelta(hours=26)
# Without these no page can be served or written; what else is wrong must not take the site away from students.
NEEDED = ("database", "migrations", "disk")


def readiness(on=None):
    """Return {"ready": …, "read_only": …, "checks": {name: {"ok": …}}}; None where it could not be found out."""
    on = on or timezone.now()
    checks = {name: looked_at(check, on) for name, check in CHECKS.items()}
    if checks["database"]["ok"]:
        checks |= {name: looked_at(check, on) for name, check in DATABASE_CHECKS.items()}
    else:  # to ask on would take seconds for each
        checks |= {name: {"ok": None} for name in DATABASE_CHECKS}
    ready = all(checks[name]["ok"] for name in NEEDED)
    return {"ready": ready, "read_only": is_read_only(), "checks": checks}


def looked_at(check, on):
    try:
        return check(on)
    except (DatabaseError, InterfaceError, OSError) as error:
        return {"ok": False, "error": type(error).__name__}


def database(on):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True}


def migrations(on):
    """An older release beside a newer database is ready: that is how a deploy goes."""
    missing = len(known_migrations() - MigrationRecorder(connection).applied_migrations().keys())
    return {"ok": not missing, "missing": missing}


@cache
def known_migrations():
    return frozenset(MigrationLoader(None).disk_migrations)


def disk(on):
    free = shutil.disk_usage(settings.DATA_DIR).free
    return {"ok": free >= LEAST_FREE, "free_mb": free // 1024**2}


def backup(on):
    """A new site has a day to make its first one."""
    last = Backup.objects.last_good()
    since = last.made_at if last else installed_at()
    made_at = last.made_at.isoformat(timespec="seconds") if last else None
    return {"ok": since is not None and on - since <= LONGEST_WITHOUT_BACKUP, "made_at": made_at}


def installed_at():
    """Return when the first migration was applied, or None."""
    return MigrationRecorder(connection).migration_qs.order_by("applied").values_list("applied", flat=True).first()


def digest(on):
    late, sent_at = mail.late(on), mail.last_digest()
    return {"ok": not late, "late": late, "sent_at": sent_at.isoformat(timespec="seconds") if sent_at else None}


CHECKS = {"database": database, "disk": disk}
DATABASE_CHECKS = {"migrations": migrations, "backup": backup, "digest": digest}
