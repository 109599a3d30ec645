"""What commands share that timers start."""

from typing import Any

from django.core.management import BaseCommand

from .switches import is_read_only

READ_ONLY = "The site is read-only: nothing was done. What waits goes with the next run."


class ByTheClock(BaseCommand):
    """Does nothing while the site is read-only: a database that is being moved would not know what it sent."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        if is_read_only():
            self.stdout.write(READ_ONLY)
            return None
        return super().execute(*args, **options)
