"""One text from paste to draft, with what came of it: saved, there before, or refused with the reason."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from careers.importer.sections.decoding import NotAnAdvert
from careers.postings.models import Posting
from careers.postings.phrases import counted

from .draft import Draft, draft_of, read_draft, with_entered
from .saving import AlreadyImported, existing, save


@dataclass(frozen=True)
class Outcome:
    """`posting` is the new one or, where `before` is set, the one that the text has had since an earlier import."""

    draft: Draft | None = None
    posting: Posting | None = None
    before: bool = False
    refusal: str = ""
    unread: tuple[str, ...] = ()

    @property
    def remarks(self):
        """Return what a person should look at, in words; nothing where no new draft is made."""
        if not self.draft or self.before:
            return []
        left = [f"{counted(len(self.unread), 'passage')} not read."] if self.unread else []
        return [*self.draft.remarks, *left]


def look_at(text, known, url="", entered=None, wins=False, reading=None):
    """Return what importing the text would come to, and write nothing; `reading` is the text as read before."""
    try:
        draft = draft_of(reading, known, url) if reading else read_draft(text, known, url)
    except NotAnAdvert as refusal:
        return Outcome(refusal=str(refusal))
    found = existing(draft.source_hash)
    draft = with_entered(draft, entered or {}, wins)
    return Outcome(draft, found, bool(found), unread=draft.unread)


def import_text(text, known, by=None, comment="Imported.", **options):
    """Save the text as a draft posting; `options` are those of `look_at`."""
    seen = look_at(text, known, **options)
    if seen.refusal or seen.before:
        return seen
    try:
        return Outcome(seen.draft, save(seen.draft, known, by, comment), unread=seen.unread)
    except AlreadyImported as found:
        return Outcome(seen.draft, found.posting, before=True, unread=seen.unread)
    except ValidationError as refusal:
        return Outcome(seen.draft, refusal=" ".join(in_words(refusal)))
    except DatabaseError as refusal:
        return Outcome(seen.draft, refusal=f"The database refused it: {refusal}")


def in_words(refusal):
    """Yield the messages, each with the field it is about."""
    if not hasattr(refusal, "error_dict"):
        yield from refusal.messages
        return
    for name, messages in refusal.message_dict.items():
        label = "" if name == "__all__" else f"{Posting._meta.get_field(name).verbose_name}: ".capitalize()
        yield from (f"{label}{message}" for message in messages)
