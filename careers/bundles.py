"""One site.css and one site.js, joined from the small files of static/ without a toolchain."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SOURCES = settings.BASE_DIR / "static"
JOINED = settings.DATA_DIR / "bundles"
CSS_ORDER = ("layers", "tokens", "reset", "base", "layout")


class BundleFinder(BaseFinder):
    """Join css/*.css and js/*.js afresh whenever one of them is newer than the joined file."""

    def find(self, path, find_all=False, **kwargs):
        found = [str(join(name)) for name in BUNDLES if name == path]
        return found if find_all else next(iter(found), [])

    def list(self, ignore_patterns):
        for name in BUNDLES:
            join(name)
            yield name, FileSystemStorage(location=JOINED)


class HashedWhenCollected(CompressedManifestStaticFilesStorage):
    """Hashed names once collectstatic has run; plain ones before, for `runserver` and `pytest` on a bare checkout."""

    def stored_name(self, name):
        return super().stored_name(name) if self.hashed_files else name


def join(name):
    """Return the path of the joined file, written again if it is missing or stale."""
    target, text = JOINED / name, BUNDLES[name]()
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return target


def css():
    """Return the stylesheet: the layers in their order, then one component after another."""
    first = [SOURCES / "css" / f"{name}.css" for name in CSS_ORDER]
    parts = [*first, *sorted((SOURCES / "css" / "components").glob("*.css")), SOURCES / "css" / "utilities.css"]
    return "\n".join(read(part) for part in parts if part.exists())


def js():
    """Return the script: each module in a block of its own, so that names do not meet."""
    return "\n".join(f"{{\n{read(part)}}}" for part in sorted((SOURCES / "js").glob("*.js")))


def read(path: Path):
    return path.read_text(encoding="utf-8")


BUNDLES = {"css/site.css": css, "js/site.js": js}
