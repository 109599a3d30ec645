import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from careers.find.search import documents
from careers.importer.drafting.importing import Outcome, import_text, look_at
from careers.importer.drafting.known import Known
from careers.importer.drafting.reading_ahead import read_files
from careers.postings.phrases import counted


class Command(BaseCommand):
    help = (
        "Save adverts as draft postings, one a file; nothing is published. Each file is saved or not by itself, and "
        "one that was imported before is left alone: after a crash, run it again."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text, Markdown or HTML")
        parser.add_argument("--dry-run", action="store_true", help="say what would be saved, write nothing")
        parser.add_argument("--json", action="store_true", help="one JSON object a file and line; progress to stderr")

    def handle(self, files, dry_run, **options):
        known, failed, saved = Known(), 0, 0
        for number, (path, found) in enumerate(read_files(files, known.context), 1):
            outcome = outcome_of(found, known, look_at if dry_run else import_text)
            self.say(path, outcome, f"{number}/{len(files)}", dry_run, options["json"])
            failed += bool(outcome.refusal)
            saved += not outcome.refusal and not outcome.before
        while saved and not dry_run and documents.catch_up():
            pass
        self.stderr.write(f"{counted(saved, 'draft')} {'would be saved' if dry_run else 'saved'}, {failed} refused.")
        if failed:
            raise CommandError(f"{failed} of {len(files)} not saved; the reasons stand above.")

    def say(self, path, outcome, count, dry_run, as_json):
        words = f"{count} {path}: {in_words(outcome, dry_run)}"
        if as_json:
            self.stdout.write(json.dumps(record(path, outcome), ensure_ascii=False))
            self.stderr.write(words)
        else:
            self.stdout.write("\n    ".join([words, *outcome.remarks]))


def outcome_of(found, known, take):
    """Return what comes of an advert that was read, or of the error in its place."""
    if isinstance(found, Exception):
        return Outcome(refusal=str(found))
    return take(found.source_text, known, reading=found)


def in_words(outcome, dry_run):
    if outcome.refusal:
        return f"not saved. {outcome.refusal}"
    if outcome.before:
        return f"imported before, as posting {outcome.posting.pk}, “{outcome.posting}”"
    title = outcome.draft.facts.get("title", "Untitled posting")
    return f"would be saved as “{title}”" if dry_run else f"saved as draft {outcome.posting.pk}, “{title}”"


def record(path, outcome):
    return {
        "file": str(path),
        "saved": bool(outcome.posting) and not outcome.before,
        "posting": outcome.posting.pk if outcome.posting else None,
        "title": outcome.draft.facts.get("title") if outcome.draft else None,
        "imported_before": outcome.before,
        "refusal": outcome.refusal or None,
        "remarks": outcome.remarks,
        "unread": list(outcome.unread),
    }
