"""What an edit of shared wording would change: which postings, and which other pages."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from careers.postings.choices import ClosedReason, Place
from careers.postings.models import Benefit, BenefitCategory, Boilerplate, Organisation, Posting, Team

MOST_NAMED = 50
# What stands elsewhere than on every page, and what nobody outside reads.
ABOUT = {"product", "mission", "values", "headquarters", "offices"}
HOME = {"headline", "introduction"}
BENEFITS = ("The page of benefits",)
UNSEEN = {"key_phrases", "second_person_approves"}


@dataclass(frozen=True)
class Impact:
    postings: QuerySet
    pages: tuple[str, ...] = ()

    @cached_property
    def groups(self):
        """Return [(what they are, how many, the first of them)], only what there is."""
        public = self.postings.once_public().exclude(closed_reason=ClosedReason.WITHDRAWN)
        found = {
            "open": self.postings.open(),
            "closed, still readable": public.exclude(pk__in=Posting.objects.open()),
            "not public yet": self.postings.exclude(pk__in=Posting.objects.once_public()),
        }
        counted = [
            (words, rows.count(), list(rows.order_by("title", "pk")[:MOST_NAMED])) for words, rows in found.items()
        ]
        return [group for group in counted if group[1]]

    @property
    def number(self):
        return sum(number for _, number, _ in self.groups)

    @property
    def examples(self):
        return [posting for _, _, rows in self.groups for posting in rows][:MOST_NAMED]

    def __bool__(self):
        return bool(self.pages or self.groups)


def first(rows):
    return list(rows.order_by("title", "pk")[:MOST_NAMED])


def of_edit(before, after, changed):
    """Return the Impact of saving `after`, a row of shared wording; `before` is None for a new one."""
    rows = [row for row in (before, after) if row is not None]
    if not set(changed) - UNSEEN:
        return Impact(Posting.objects.none())
    return BY_MODEL[type(after)](rows, set(changed) - UNSEEN)


def of_boilerplate(rows, changed):
    filled = [row for row in rows if row.body.strip()]
    places = {place for row in filled for place in row.places or ()}
    condition = Q(pk__in=[])
    for row in filled:
        if Place.POSTING in (row.places or ()):
            condition |= Q() if row.countries is None else Q(location=None) | Q(location__country__in=row.countries)
    everywhere = any(Place.POSTING in (row.places or ()) and row.countries is None for row in filled)
    postings = Posting.objects.all() if everywhere else Posting.objects.filter(condition)
    return Impact(postings, tuple(Place(place).label for place in Place.values if place in places - {Place.POSTING}))


def of_team(rows, changed):
    known = [row.pk for row in rows if row.pk]
    return Impact(Posting.objects.filter(team__in=known), ("The page of the team",) if known else ())


def of_benefit(rows, changed):
    known = [row.pk for row in rows if row.pk]
    return Impact(Posting.objects.filter(benefits__in=known).distinct(), BENEFITS if known else ())


def of_category(rows, changed):
    known = [row.pk for row in rows if row.pk]
    return Impact(Posting.objects.filter(benefits__category__in=known).distinct(), BENEFITS if known else ())


def of_organisation(rows, changed):
    pages = [page for fields, page in ((ABOUT, "About page"), (HOME, "Home page")) if changed & fields]
    if changed - ABOUT - HOME:
        return Impact(Posting.objects.all(), ("Every page of the site",))
    return Impact(Posting.objects.none(), tuple(pages))


BY_MODEL = {
    Benefit: of_benefit,
    BenefitCategory: of_category,
    Boilerplate: of_boilerplate,
    Organisation: of_organisation,
    Team: of_team,
}
