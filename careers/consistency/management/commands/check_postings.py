import json
import sys
from datetime import date

from django.core.management import BaseCommand

from careers.consistency import report
from careers.consistency.rules import Level


class Command(BaseCommand):
    help = "List what is wrong with postings and shared texts; exit with 1 where an error has no waiver."

    def add_arguments(self, parser):
        parser.add_argument("--level", choices=[*Level], default=Level.INFO, help="the least grave level to list")
        parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="as if it were this day: 2026-01-01")
        parser.add_argument("--json", action="store_true", help="print a JSON list instead of lines")

    def handle(self, level, on, json, **options):
        found = report.of_all(on)
        shown = [row(marked) for marked in found if marked.finding.level.reaches(Level(level))]
        self.stdout.write(as_json(shown) if json else as_lines(shown))
        if any(marked.stops for marked in found):
            sys.exit(1)


def row(marked):
    finding = marked.finding
    return {
        "posting": marked.posting.slug if marked.posting else None,
        "id": finding.id,
        "level": finding.level,
        "field": finding.field,
        "message": finding.message,
        "hint": finding.hint,
        "waived": marked.waiver is not None,
    }


def as_json(rows):
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_lines(rows):
    return "\n".join(line(**each) for each in rows) or "Nothing found."


def line(posting, id, level, field, message, hint, waived):  # noqa: A002
    mark = " (waived)" if waived else ""
    return f"{level}{mark} {id} {posting or 'shared texts'} {field}: {message} {hint}"
