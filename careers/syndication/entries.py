"""A page of postings as feeds tell it, whatever their format."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from django.template.loader import render_to_string

from careers.postings.changes import changes_of
from careers.postings.choices import QualificationKind
from careers.postings.factsheet import factsheet, missing, place
from careers.postings.letters import reference
from careers.postings.wording import texts

from .addresses import address_of
from .parts import parts_of
from .updates import published, tag, updated
from .words import JOB_TYPES, REMOTE_TYPES, education, plain_title

# Atom demands a date; this one says that there is none.
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


class Entry:
    """One posting; needs team, location, fields_of_study, changes and with_updates() at hand."""

    def __init__(self, posting, parts, on):
        self.posting, self.parts, self.on = posting, parts, on
        self.id = tag(f"posting/{posting.pk}")
        self.url = address_of(posting)
        self.title = reference(posting)
        self.published, self.updated = published(posting), updated(posting)

    @cached_property
    def factsheet(self):
        return factsheet(self.posting, self.on)

    @property
    def facts(self):
        return [fact for fact in self.factsheet if fact.is_stated]

    @cached_property
    def fact(self):
        """Return {name: text} of what is stated."""
        return {fact.name: fact.text for fact in self.facts}

    @property
    def summary(self):
        return " ".join(f"{fact.label}: {fact.text}." for fact in self.facts)

    @property
    def html(self):
        needs = [(each["kind"], each["text"]) for each in self.parts.qualifications]
        changes = changes_of(self.posting, self.on)
        return content(self.posting, self.parts.responsibilities, needs, self.factsheet, changes)

    @property
    def plain_title(self):
        return plain_title(self.posting)

    @property
    def education(self):
        return education(self.fact)

    @property
    def job_type(self):
        return JOB_TYPES.get(self.posting.employment_type, "")

    @property
    def remote_type(self):
        return REMOTE_TYPES.get(self.posting.work_mode, "")

    @property
    def tags(self):
        known = self.posting.team, place(self.posting), self.posting.intake_year, self.fact.get("employment")
        return [str(each) for each in known if each]


@dataclass(frozen=True)
class Feed:
    """A page of a list: `links` holds {relation: address} of this page, the others and the list they make up."""

    id: str
    title: str
    links: dict[str, str]
    entries: list[Entry]

    @property
    def updated(self):
        return max((entry.updated for entry in self.entries if entry.updated), default=UNKNOWN)

    @property
    def organisation(self):
        """Return who speaks: the organisation, or the site where it has no name yet."""
        known = texts()[0]
        return known.name or known.site_name


def entries_of(postings, on):
    """Return an Entry for each row of a queryset, in three further queries."""
    rows = list(postings.prefetch_related(None).prefetch_related("fields_of_study", "changes"))
    parts = parts_of([row.pk for row in rows])
    return [Entry(row, parts[row.pk], on) for row in rows]


def content(posting, duties, needs, facts, changes=()):
    """Return what the posting's page says of it alone, as HTML without the wording that all postings share.

    `needs` are (kind, text), `facts` those of the fact sheet to be told, stated or not.
    """
    minimum = [text for kind, text in needs if kind == QualificationKind.MINIMUM]
    preferred = [text for kind, text in needs if kind == QualificationKind.PREFERRED]
    said = {"duties": duties, "minimum": minimum, "preferred": preferred, "posting": posting, "changes": changes}
    said |= {"facts": [fact for fact in facts if fact.is_stated], "missing": missing(facts)}
    return render_to_string("syndication/content.html", said)
