"""From rows to the values that rules take."""

from collections import defaultdict
from dataclasses import replace

from careers.postings.derived import Derived
from careers.postings.models import Boilerplate, Organisation, Posting, Qualification, Responsibility, Term
from careers.postings.models.lifecycle import ENDED

from .rules import Company, Family, Item, Perk, Shared, Subject

RELATED = ("qualifications__skills", "responsibilities", "benefits", "fields_of_study")
SAME_NAME = (
    "slug", "title", "employment_type", "intake_year", "job_start_date", "weeks_min", "months_min", "may_be_extended",
    "days_per_week_min", "on_site_days_min", "hours_per_week", "work_mode", "pay_min", "pay_max", "pay_super",
    "degree_levels", "graduation_from", "graduation_by", "must_be_studying", "must_stay_enrolled",
    "graduates_eligible", "work_rights", "sponsorship_offered", "apply_url", "contact_email", "adjustments_contact",
    "status", "valid_through", "language", "source_text", "source_url",
)  # fmt: skip


def under_care():
    """Return the postings whose findings somebody can still mend: all but the closed and the archived."""
    return Posting.objects.exclude(status__in=ENDED).select_related("team", "location").order_by("pk")


def subject_of(posting, company):
    """Read a posting; fetches what is not at hand."""
    return replace(
        sibling_of(posting, items_of(posting)),
        fields_of_study=tuple(field.name for field in posting.fields_of_study.all()),
        benefits=tuple(Perk(each.name, each.countries) for each in posting.benefits.all()),
        company=company,
    )


def sibling_of(posting, items):
    """Read a posting as far as its siblings' rules look at it."""
    place, team = posting.location, posting.team
    return Subject(
        **{name: getattr(posting, name) for name in SAME_NAME},
        team=team.name if team else None,
        introduction=team.introduction if team else "",
        location=place.name if place else None,
        country=place.country if place else None,
        zone=place.zone if place else None,
        items=items,
    )


def items_of(posting):
    duties = (Item("duty", each.text) for each in posting.responsibilities.all())
    demands = (
        Item(each.kind, each.text, tuple((skill.slug, skill.name) for skill in each.skills.all()), each.skills_rule)
        for each in posting.qualifications.all()
    )
    return (*duties, *demands)


def shared_of(text):
    phrases = tuple(line.strip() for line in text.key_phrases.splitlines() if line.strip())
    return Shared(text.key, text.heading, text.body, tuple(text.places or ()), phrases, text.last_reviewed)


def company_of(organisation, terms):
    lines = f"{organisation.headquarters}\n{organisation.offices}".splitlines()
    cities = tuple(line.strip() for line in lines if line.strip())
    glossary = frozenset(name.lower() for term in terms for name in (term.text, *term.synonyms))
    return Company(organisation.name, cities, organisation.application_limit, glossary)


@Derived
def company():
    return company_of(Organisation.objects.first() or Organisation(), Term.objects.all())


@Derived
def shared():
    """Return [(row, its values)] of all shared texts."""
    return [(text, shared_of(text)) for text in Boilerplate.objects.all()]


@Derived
def family():
    """Return all postings under care as siblings of each other, as of this edition."""
    return family_of(under_care())


def family_of(postings):
    texts = texts_by_posting()
    siblings = (sibling_of(posting, tuple(texts[posting.pk])) for posting in postings)
    return Family.of(siblings, [values for _, values in shared()])


def texts_by_posting():
    """Return {posting's pk: its items without their skills}, in two queries that build no rows."""
    texts = defaultdict(list)
    for posting, text in Responsibility.objects.values_list("posting", "text"):
        texts[posting].append(Item("duty", text))
    for posting, kind, text in Qualification.objects.values_list("posting", "kind", "text"):
        texts[posting].append(Item(kind, text))
    return texts
