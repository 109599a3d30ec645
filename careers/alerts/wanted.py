"""What an address of the sign-up page asks to be told of."""

import hashlib
import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.http import QueryDict
from django.utils.http import urlencode

from careers.find.facets import BY_NAME
from careers.postings.models import Posting, Team

from .models import Kind, Watch
from .replay import canonical, replay
from .rows import candidates

MOST_POSTINGS = 20
# More than the canonical form of any search takes.
LONGEST_QUERY = 16_000


@dataclass(frozen=True)
class Wanted:
    """`query` narrows all kinds; `postings` are the chosen ones or the one role, `team` the team."""

    kind: Kind
    query: str
    postings: tuple[Posting, ...] = ()
    team: Team | None = None

    @property
    def is_known(self):
        """Return whether the record knows what it is about; a search is always about something."""
        return self.kind == Kind.SEARCH or bool(self.postings or self.team)

    @property
    def address(self):
        """Return the query string that reads as this again."""
        names = {Kind.ROLE: "next_role", Kind.POSTING: "posting"}
        pairs = [(names[self.kind], posting.slug) for posting in self.postings]
        pairs += [("next_team", self.team.slug)] if self.team else []
        return "&".join(filter(None, [urlencode(pairs), self.query]))

    def watches(self):
        """Return the Watch rows that stand for it, made where nobody else watches the same."""
        if self.kind == Kind.POSTING:
            return [watch_for(self.kind, "", posting) for posting in self.postings]
        return [watch_for(self.kind, self.query, next(iter(self.postings), None), self.team)]

    def found(self, on):
        """Return what it finds now."""
        if self.kind == Kind.POSTING:
            return Posting.objects.open(on).filter(pk__in=[posting.pk for posting in self.postings])
        posting = next(iter(self.postings), None)
        return replay(self.query, on, candidates(self.kind, posting, self.team, on)).rows()

    def filters(self, on):
        return replay(self.query, on)


def read(data, on, keep_answers=True):
    """Return what `data`, a QueryDict, asks for; the kinds do not mix, the narrowest one counts."""
    if any(data.getlist("posting")):
        slugs = named(data, "posting")
        rows = Posting.objects.once_public(on).filter(slug__in=slugs).select_related("team", "location")
        return Wanted(Kind.POSTING, "", tuple(rows[:MOST_POSTINGS]))
    query = canonical(data, on, keep_answers)
    if any(data.getlist("next_role")):
        slugs = named(data, "next_role")[:1]
        rows = Posting.objects.once_public(on).filter(slug__in=slugs).select_related("team", "location")
        return Wanted(Kind.ROLE, answers_only(query), tuple(rows))
    if any(data.getlist("next_team")):
        slugs = named(data, "next_team")[:1]
        return Wanted(Kind.TEAM, answers_only(query), team=Team.objects.filter(slug__in=slugs).first())
    return Wanted(Kind.SEARCH, query)


def read_address(address, on, keep_answers=True):
    return read(QueryDict(address[:LONGEST_QUERY]), on, keep_answers)


def named(data, name):
    return [slug for slug in dict.fromkeys(data.getlist(name)) if slug and slug.isprintable()][:MOST_POSTINGS]


def answers_only(query):
    """Return the part of a canonical query that is about the student: a role or a team is narrow by itself."""
    return urlencode([(name, value) for name, value in parse_qsl(query) if name not in {"q", *BY_NAME}])


def words_only(query):
    """Return the other part: what narrows the list."""
    return urlencode([(name, value) for name, value in parse_qsl(query) if name in {"q", *BY_NAME}])


def watch_for(kind, query, posting=None, team=None):
    """Return the one Watch of this definition."""
    definition = json.dumps([kind, query, posting and posting.pk, team and team.pk])
    facts = {"kind": kind, "query": query, "posting": posting, "team": team}
    return Watch.objects.get_or_create(key=hashlib.sha256(definition.encode()).hexdigest(), defaults=facts)[0]
