"""Adverts as drafts, for tests: what one text becomes, and what a posting holds beside another."""

import os
from pathlib import Path

from careers.importer.drafting.draft import read_draft
from careers.importer.drafting.known import Known
from careers.importer.drafting.saving import save
from careers.importer.sections.decoding import decode
from careers.postings.models import Posting

ADVERTS = Path(__file__).parent / "adverts"
# The five renditions, and the five source texts where a folder of them is named.
FOLDERS = [(ADVERTS, "rendition_*.txt")]
if os.environ.get("ADVERTS"):
    FOLDERS.append((Path(os.environ["ADVERTS"]), "*.txt"))
# What stands in no text: titles that the source does not state, and a team.
NOT_IN_TEXT = {0: {"title"}, 1: {"title"}, 3: {"title", "team"}}
# What a posting gets in its life, not from a text.
LIFE = {
    "id", "slug", "status", "date_posted", "closed_at", "closed_reason", "next_posting", "version", "language",
    "source_text", "source_url", "source_hash",
}  # fmt: skip


def texts(folder):
    where, pattern = folder
    return [decode(path.read_bytes()) for path in sorted(where.glob(pattern))]


def draft(text):
    return read_draft(text, Known())


def imported(text):
    """Save the text and return the posting as the database has it."""
    known = Known()
    return Posting.objects.get(pk=save(read_draft(text, known), known).pk)


def cells(posting):
    """Return all facts of a posting, rows by name and sets in order."""
    plain = {field.name: getattr(posting, field.name) for field in Posting._meta.fields if field.name not in LIFE}
    several = ("fields_of_study", "benefits")
    return plain | {name: sorted(str(each) for each in getattr(posting, name).all()) for name in several}


def demands(posting):
    """Return [(kind, skills, rule)] in order, with the rule of items that name a skill."""
    items = ((each, sorted(skill.slug for skill in each.skills.all())) for each in posting.qualifications.all())
    return [(each.kind, skills, each.skills_rule if skills else "") for each, skills in items]
