"""Every model of the record has its pages at the desk."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from careers.postings.models import (
    Benefit,
    BenefitCategory,
    Boilerplate,
    Edition,
    FieldOfStudy,
    OldSlug,
    Picture,
    Term,
    Video,
)
from careers.recruiting.admin.desk import ReadOnlyAdmin
from tests.factories import make_location, make_organisation, make_posting, make_skill, make_team
from tests.recruiting.posting_form import edit

ITEMS = {"qualification", "rendition", "responsibility"}
REGISTERED = [model._meta.model_name for model in apps.get_app_config("postings").get_models() if
              model._meta.model_name not in ITEMS]  # fmt: skip
READ_ONLY = {"edition", "oldslug", "postingchange", "postingevent"}


def make_benefit():
    category = BenefitCategory.objects.create(name="Health", slug="health")
    return Benefit.objects.create(category=category, name="Gym", countries=["AU"], employment_types=["INTERN"])


MAKE = {
    "benefit": make_benefit,
    "benefitcategory": lambda: make_benefit().category,
    "boilerplate": lambda: Boilerplate.objects.create(key="about", body="Words", places=["about"]),
    "edition": lambda: Edition.objects.get_or_create(pk=1)[0],
    "fieldofstudy": lambda: FieldOfStudy.objects.create(name="Maths", slug="maths"),
    "location": make_location,
    "oldslug": lambda: OldSlug.objects.create(slug="old", posting=make_posting()),
    "organisation": make_organisation,
    "picture": lambda: Picture.objects.create(alt="A desk", digest="0" * 32, width=480, height=320),
    "posting": make_posting,
    "postingchange": lambda: make_posting().changes.create(at="2026-01-01T00:00Z", field="title"),
    "postingevent": lambda: make_posting().events.create(at="2026-01-01T00:00Z", verb="published"),
    "skill": lambda: make_skill("Python"),
    "team": make_team,
    "video": lambda: Video.objects.create(title="A day", url="https://video.example.org/1", transcript="Words"),
    "term": lambda: Term.objects.create(text="Kubernetes", same_as="k8s"),
}


def address(name, page, *args):
    return reverse(f"admin:postings_{name}_{page}", args=args)


@pytest.mark.parametrize("name", REGISTERED)
def test_list_shows(desk, name):
    MAKE[name]()

    response = desk.get(address(name, "changelist"), follow=True)

    assert response.status_code == 200


@pytest.mark.parametrize("name", REGISTERED)
def test_change_page_shows(desk, name):
    row = MAKE[name]()

    response = desk.get(address(name, "change", row.pk))

    assert response.status_code == 200


@pytest.mark.parametrize("name", REGISTERED)
def test_history_shows(desk, name):
    row = MAKE[name]()

    response = desk.get(address(name, "history", row.pk))

    assert response.status_code == 200


@pytest.mark.parametrize("name", sorted(set(REGISTERED) - READ_ONLY))
def test_add_page_shows(desk, name):
    assert desk.get(address(name, "add")).status_code == 200


@pytest.mark.parametrize("name", sorted(READ_ONLY))
def test_what_the_site_writes_is_not_edited(desk, name):
    row = MAKE[name]()

    assert desk.get(address(name, "add")).status_code == 403
    assert desk.post(address(name, "change", row.pk)).status_code == 403
    assert isinstance(admin.site._registry[type(row)], ReadOnlyAdmin)


def test_organisation_is_one_row(desk):
    make_organisation()

    assert desk.get(address("organisation", "add")).status_code == 403
    assert desk.get(address("organisation", "delete", 1)).status_code == 403
    assert desk.get(address("organisation", "changelist")).url == address("organisation", "change", 1)


def test_long_sets_are_a_list_with_a_filter(desk):
    html = desk.get(address("benefit", "add")).content.decode()

    assert '<select name="countries"' in html
    assert html.count('type="checkbox"') < 20


def test_boilerplate_edit_raises_the_edition(desk):
    text = MAKE["boilerplate"]()
    before = Edition.objects.current()

    edit(desk, text, heading="About", body="New", _confirmed="1")

    text.refresh_from_db()
    assert text.body == "New"
    assert Edition.objects.current() > before


def test_nullable_answers_say_not_stated(desk):
    html = desk.get(address("posting", "add")).content.decode()

    assert "Not stated" in html
    assert "Unknown" not in html
