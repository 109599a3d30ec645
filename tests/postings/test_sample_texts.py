"""The wording of the sample: shared texts and where they show, perks by name, spelling, and loading it again."""

import json
import re
from datetime import date

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command

from careers.postings.choices import BoilerplateKey
from careers.postings.models import (
    Benefit,
    Boilerplate,
    Edition,
    FieldOfStudy,
    Organisation,
    Posting,
    Qualification,
    Responsibility,
    Skill,
    Team,
    Term,
)
from tests.conftest import ROOT, SAMPLE

pytestmark = [pytest.mark.usefixtures("loaded_once"), pytest.mark.django_db]

TEXTS = {
    "programme": ("The programme", {"home", "posting"}, None),
    "about": ("About TikTok", {"posting", "about"}, None),
    "why_join": ("Why join", {"posting", "about"}, None),
    "diversity": ("Diversity and inclusion", {"posting", "about"}, None),
    "acknowledgment": ("Acknowledgment of Country", {"posting", "footer"}, ("AU",)),
    "privacy": ("Privacy", {"posting", "privacy"}, None),
    "student_visa": ("Working on a student visa", {"posting"}, ("AU",)),
}
# The category stands behind its perks.
PERKS = (
    ("Health Insurance", "Dental Insurance", "Vision Insurance", "HSA", "Life Insurance", "Fitness Subsidies",
     "Short-Term Disability", "Long-Term Disability", "On-Site Gym", "Mental Health Benefits",
     "Virtual Fitness Classes", "health-and-wellness"),
    ("Fertility Benefits", "Adoption Assistance Program", "Family Support Resources", "parental-benefits"),
    ("Flexible Work Hours", "Hybrid Work Opportunities", "work-flexibility"),
    ("Casual Dress", "Snacks", "Pet-friendly Office", "Happy Hours", "Some Meals Provided", "Company Outings",
     "On-Site Cafeteria", "Holiday Events", "office-life-and-perks"),
    ("Paid Vacation", "Paid Holidays", "Personal/Sick Days", "Leave of Absence", "vacation-and-time-off"),
    ("401(K) With Company Matching", "Performance Bonus", "Company Equity", "financial-and-retirement"),
    ("Promote From Within", "Access to Online Courses", "Leadership Training Program",
     "Associate or Rotational Training Program", "Mentor Program", "professional-development"),
    ("Diversity, Equity, and Inclusion Program", "Employee Resource Groups (ERG)", "diversity-and-inclusion"),
)  # fmt: skip
# What each item names besides its skills, by posting and kind.
NAMED = {
    ("live-streaming", "duty"): (
        ("global scale", "several regions"), ("video delivery", "live scheduling", "persistence layer"),
        ("networks", "distributed systems"), ("testing frameworks", "automated tests"), ("design and code reviews",),
    ),
    ("platform-engineering", "duty"): (
        ("large-scale", "multimedia", "billions of videos a day"), ("VoD strategy", "transcoding", "storage", "cost"),
        ("distributed systems", "workflow orchestration", "tasks", "just-in-time", "data analysis"),
    ),
    ("ai-llm", "duty"): (
        ("big data", "LLMs", "knowledge questions", "analysing data"),
        ("indicators", "bills", "cost", "governance of quality", "architecture", "strategy", "resource capacity"),
    ),
    ("edge-computing", "duty"): (
        ("business scenarios", "technical solutions"), ("guidance", "research", "forward-looking", "new technology"),
        ("PaaS", "international", "edge resources"),
    ),
    ("site-reliability", "minimum"): (("software",), ("design patterns", "coding principles"), ("Coding",)),
    ("platform-engineering", "minimum"): (
        ("software",), ("design patterns", "coding principles"), ("learn", "research", "communication", "teamwork"),
    ),
    ("edge-computing", "minimum"): (
        ("programming", "solving problems"), ("positive", "optimistic", "responsibility", "communicating", "team"),
    ),
    ("edge-computing", "preferred"): (
        ("passion", "learn", "curiosity", "enterprising"), ("new technologies",), ("concepts",), ("edge computing",),
    ),
}  # fmt: skip
PROSE = {
    Organisation: ("headline", "introduction"),
    Team: ("summary", "introduction"),
    Boilerplate: ("heading", "body"),
    Responsibility: ("text",),
    Qualification: ("text",),
    Term: ("explanation",),
    Skill: ("name",),
    FieldOfStudy: ("name",),
}
AMERICAN = re.compile(
    r"\b(\w+(iz(e|es|ed|ing|ation)|yz(e|es|ed|ing))|colors?|centers?|behaviors?|enroll(ment|s)?|modeling|labor)\b",
    re.IGNORECASE,
)
SPELT_SO = {"size"}


def prose():
    """Yield every sentence or name of the sample with where it stands."""
    for model, fields in PROSE.items():
        for row in model.objects.all():
            yield from ((f"{model.__name__} {row.natural_key()} {field}", getattr(row, field)) for field in fields)


def content():
    models = [model for model in apps.get_app_config("postings").get_models() if model is not Edition]
    return {model.__name__: serializers.serialize("json", model.objects.order_by("pk")) for model in models}


def test_every_key_of_shared_wording_has_its_row():
    assert set(Boilerplate.objects.values_list("key", flat=True)) == set(BoilerplateKey.values)


@pytest.mark.parametrize("key", TEXTS)
def test_shared_text_shows_where_it_belongs(key):
    text, (heading, places, countries) = Boilerplate.objects.get(key=key), TEXTS[key]

    assert (text.heading, set(text.places), text.countries) == (heading, places, countries)
    assert all(text.shows(place, "AU") for place in places)


@pytest.mark.parametrize("key", sorted(set(BoilerplateKey.values) - set(TEXTS)))
def test_what_no_advert_states_has_no_text(key):
    text = Boilerplate.objects.get(key=key)

    assert text.body == ""
    assert not text.shows("posting", "AU")
    assert "posting" in text.places


def test_shared_texts_hold_no_rule_that_postings_have_fields_for():
    bodies = " ".join(Boilerplate.objects.exclude(key="student_visa").values_list("body", flat=True))

    assert not re.search(r"\b(week|month|days|202\d|enrolled|graduat)", bodies)


def test_consent_leads_to_the_policy():
    assert "https://careers.tiktok.com/legal/privacy" in Boilerplate.objects.get(key="privacy").body


def test_student_visa_limit_names_its_source_and_review():
    text = Boilerplate.objects.get(key="student_visa")

    assert "48 hours a fortnight" in text.body
    assert text.source_url in text.body
    assert text.source_url.startswith("https://immi.homeaffairs.gov.au/")
    assert text.last_reviewed == date(2026, 11, 20)


def test_key_phrases_are_short():
    phrases = [line for text in Boilerplate.objects.all() for line in text.key_phrases.splitlines()]

    assert len(phrases) >= 15
    assert [phrase for phrase in phrases if len(phrase.split()) >= 9] == []


@pytest.mark.parametrize("listed", PERKS, ids=lambda listed: listed[-1])
def test_perks_are_listed_by_name_in_the_adverts_order(listed):
    *perks, category = listed

    assert list(Benefit.objects.filter(category__slug=category).values_list("name", flat=True)) == perks


def test_every_skill_is_named_in_its_qualification():
    terms = {term.text.lower(): term.synonyms for term in Term.objects.all()}

    def spellings(name):
        return [name, name.removesuffix("s"), *terms.get(name.lower(), terms.get(name.lower().removesuffix("s"), []))]

    for item in Qualification.objects.prefetch_related("skills"):
        text = item.text.lower()
        unnamed = [s.name for s in item.skills.all() if not any(word.lower() in text for word in spellings(s.name))]
        assert unnamed == [], item.text


@pytest.mark.parametrize(("part", "kind"), NAMED)
def test_items_keep_what_their_adverts_name(part, kind):
    posting = Posting.objects.get(slug__contains=part)
    items = posting.responsibilities.all() if kind == "duty" else posting.qualifications.filter(kind=kind)

    for item, words in zip(items, NAMED[part, kind], strict=True):
        assert [word for word in words if word not in item.text] == [], item.text


def test_no_skill_or_field_is_left_over():
    assert not Skill.objects.filter(qualifications=None).exists()
    assert not FieldOfStudy.objects.filter(postings=None).exists()


def test_spelling_is_australian_and_clean():
    for where, text in prose():
        american = [found.group() for found in AMERICAN.finditer(text) if found.group().lower() not in SPELT_SO]
        assert american == [], where
        assert text == text.strip(), where
        assert not re.search(r"  |\t| ,|\.\.|@|\bi\.e\b|\be\.g\b", text), where


def test_items_and_explanations_are_sentences():
    texts = [
        *Responsibility.objects.values_list("text", flat=True),
        *Qualification.objects.values_list("text", flat=True),
    ]

    for text in [*texts, *Term.objects.values_list("explanation", flat=True)]:
        assert re.fullmatch(r"[A-Z].{15,300}\.", text), text


def test_addresses_are_those_the_record_would_give():
    assert all(posting.slug == posting.free_slug() for posting in Posting.objects.all())


def test_every_row_passes_its_own_validation():
    for model in apps.get_app_config("postings").get_models():
        for row in model.objects.all():
            row.full_clean()


def test_loading_again_makes_no_duplicates_and_changes_nothing():
    before = content()

    call_command("loaddata", *SAMPLE, verbosity=0)

    assert content() == before


@pytest.mark.parametrize("name", SAMPLE)
def test_fixtures_hold_names_and_no_numbers_of_rows(name):
    rows = json.loads((ROOT / "fixtures" / f"{name}.json").read_text(encoding="utf-8"))

    assert all(set(row) == {"model", "fields"} for row in rows)
