"""Backups: folders that hold a copy of the database, the uploaded files, and a manifest of what is in them.

A folder gets its name when it is whole. It holds password digests and addresses: its files are the owner's alone.
"""

import json
import re
import shutil
from hashlib import file_digest
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError
from django.db import connection
from django.utils import timezone

from careers.operation.databases import another
from careers.operation.models import Backup
from careers.operation.tables import counted, differences

from .engines import ENGINES

NAME = re.compile(r"\d{8}T\d{12}Z")
MANIFEST = "manifest.json"
FORMAT = 1


def default_place():
    return settings.DATA_DIR / "backups"


def media():
    """Return the folder of uploaded files; it need not be there."""
    return settings.DATA_DIR / "media"


def make(place):
    """Make a backup in the folder `place`; return its folder and its manifest."""
    now = timezone.now()
    final = place / f"{now:%Y%m%dT%H%M%S%f}Z"
    partial = final.with_suffix(".partial")
    partial.mkdir(parents=True, mode=0o700)
    try:
        manifest = fill(partial, now)
        partial.rename(final)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    note(final, manifest, now)
    return final, manifest


def fill(folder, now):
    engine = ENGINES[connection.vendor]
    tables = engine.dump(folder / engine.dump_name)
    if media().exists():
        shutil.copytree(media(), folder / "media")
    facts = {"format": FORMAT, "engine": connection.vendor, "made_at": now.isoformat(), "tables": tables}
    manifest = {**facts, "files": digests(folder)}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1))
    return manifest


def note(folder, manifest, now):
    """Remember the backup where every host and the desk see it."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    Backup.objects.create(made_at=now, name=folder.name, rows=total(manifest), size=size)


def total(manifest):
    return sum(table["rows"] for table in manifest["tables"].values())


def digests(folder):
    """Return {path in the folder: SHA-256} of every file but the manifest."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {str(path.relative_to(folder)): digest(path) for path in files}


def digest(path):
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


def verify(folder):
    """Return what differs between the manifest and a database made anew from the backup; nothing if all is well."""
    manifest = read(folder)
    if changed := changed_files(folder, manifest):
        return changed
    engine = ENGINES[manifest["engine"]]
    with engine.restored(folder / engine.dump_name) as copy:
        return engine.faults(copy) + differences(manifest["tables"], counted(copy))


def changed_files(folder, manifest):
    found, noted = digests(folder), manifest["files"]
    return [f"{name}: changed or missing" for name in sorted(found | noted) if found.get(name) != noted.get(name)]


def restore(folder, into, url=""):
    """Make a new data folder and a database from a backup; return what differs afterwards.

    `into` must not hold anything yet, the database at `url` (PostgreSQL only) no table.
    """
    manifest = read(folder)
    if changed := changed_files(folder, manifest):
        raise CommandError(f"This backup is not whole. {changed[0]}. Nothing was restored.")
    if into.exists() and any(into.iterdir()):
        raise CommandError(f"{into} is not empty. Nothing was restored: name a new folder.")
    engine = ENGINES[manifest["engine"]]
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = engine.target(into, url)
    engine.restore(folder / engine.dump_name, target)
    if (folder / "media").exists():
        shutil.copytree(folder / "media", into / "media")
    with another(target) as restored:
        return engine.faults(restored) + differences(manifest["tables"], counted(restored))


def read(folder):
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError):
        raise CommandError(f"{folder} is no backup: its {MANIFEST} is missing or broken.") from None
    if manifest["engine"] != connection.vendor:
        raise CommandError(f"That backup is of {manifest['engine']}: set DATABASE_URL to that engine.")
    return manifest


def all_in(place):
    """Return the folders of whole backups, oldest first."""
    return sorted(path for path in place.iterdir() if NAME.fullmatch(path.name)) if place.is_dir() else []


def chosen(text, place):
    """Return the folder that a person means: a path, a name, or nothing for the newest."""
    if text:
        return Path(text) if Path(text).is_dir() else place / text
    if not (found := all_in(place)):
        raise CommandError(f"There is no backup in {place}. Make one: manage.py backup")
    return found[-1]


def prune(place, keep):
    """Remove all but the newest `keep`; return how many."""
    old = all_in(place)[:-keep]
    for folder in old:
        shutil.rmtree(folder)
    Backup.objects.filter(name__in=[folder.name for folder in old]).delete()
    return len(old)
