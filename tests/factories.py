"""Rows for tests: valid and plain, so that a test names only what it is about."""

from itertools import count

from django.utils.text import slugify

from careers.postings.choices import Status
from careers.postings.models import Location, Organisation, Posting, Qualification, Responsibility, Skill, Team

numbers = count(1)


def make_location(name="Sydney", **facts):
    defaults = {"name": name, "country": "AU", "time_zone": "Australia/Sydney"}
    return Location.objects.get_or_create(slug=slugify(name), defaults={**defaults, **facts})[0]


def make_team(name="Platform", **facts):
    return Team.objects.get_or_create(slug=slugify(name), defaults={"name": name, **facts})[0]


def make_skill(name):
    return Skill.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0]


def make_posting(**facts):
    """Return a saved posting, open to students unless `status` says otherwise."""
    number = next(numbers)
    facts = {
        "title": f"Engineer Intern {number}",
        "slug": f"engineer-intern-{number}",
        "status": Status.PUBLISHED,
        **facts,
    }
    facts.setdefault("team", make_team())
    facts.setdefault("location", make_location())
    return Posting.objects.create(**facts)


def make_publishable(**facts):
    """Return a posting in which the rules find no error."""
    posting = make_posting(**facts)
    make_responsibility(posting, "Build the tools that keep the service running")
    make_qualification(posting, "Experience with Python", skills=["Python"])
    return posting


def make_responsibility(posting, text="Build things", **facts):
    return Responsibility.objects.create(posting=posting, text=text, **facts)


def make_qualification(posting, text="Knows things", skills=(), **facts):
    item = Qualification.objects.create(posting=posting, text=text, **facts)
    item.skills.set(make_skill(name) for name in skills)
    return item


def make_organisation(**facts):
    defaults = {"name": "Acme", "site_name": "Acme careers", "copyright_holder": "Acme"}
    return Organisation.objects.update_or_create(pk=1, defaults={**defaults, **facts})[0]
