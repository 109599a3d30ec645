"""Every role at every address of the desk, with every verb: who gets in, and no way up."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from careers.postings.models import Posting, Term
from careers.recruiting.models import Invitation, JournalEntry
from tests.factories import make_location, make_organisation, make_publishable, make_skill
from tests.recruiting.conftest import make_user

pytestmark = pytest.mark.django_db
ROLES = ("recruiter", "publisher", "superuser")
# Names of addresses by the lowest role that may enter; what stands in none is open to every role.
SUPERUSERS = re.compile(r"auth_user|recruiting_(invitation|journalentry)|postings_edition|tally_requests")
PUBLISHING = re.compile(
    r"postings_posting_(bulk_)?(return|publication|schedule|extension|closure|withdrawal|reopening|archival)$"
)
# Pages that send people on, one that answers questions about fields, and one that is not there.
SENT_ON = {"login", "logout", "jsi18n", "view_on_site", "autocomplete"}
# What nobody does: rows that the site writes itself, and accounts and texts that are kept.
NOBODYS = re.compile(
    r"(oldslug|postingchange|postingevent|edition|journalentry|tally)_(add|delete)|(user|organisation)_(add|delete)"
    r"|invitation_delete"
)
# What is refused for its row alone (a posting that was public, the one organisation) or needs leave to add or delete.
ROWS_OWN = re.compile(r"_(delete|recover|recoverlist)$|organisation_change$")


@pytest.fixture
def rows():
    """One row of every kind, so that every address has something to lead to."""
    make_organisation()
    posting = make_publishable(location=make_location())
    posting.events.create(verb="submitted", at="2026-01-01T00:00Z")
    make_skill("Go")
    Term.objects.create(text="SRE")
    Invitation.objects.create(email="pat@example.org", roles=["recruiter"])
    JournalEntry.objects.record("joined")
    return posting


def names():
    found = {pattern.name for pattern in walk(admin.site.urls[0])}
    return sorted(name for name in found if name and name not in SENT_ON)


def walk(patterns):
    for pattern in patterns:
        yield from walk(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]


def address(name, pk):
    """Return an address of that name, whatever it takes; None where no row is its."""
    for given in ([], [pk], [str(pk)], [pk, 1], ["postings"]):
        try:
            return reverse(f"admin:{name}", args=given)
        except NoReverseMatch:
            continue
    return None


def pk_for(name):
    """Return the pk of a row of the kind that `name` is about, else 1."""
    for model in admin.site._registry:
        if name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_"):
            row = model._default_manager.order_by("pk").first()
            return row.pk if row else 1
    return 1


def statuses(client, verb):
    """Return {name: status} of every address of the desk."""
    pages = {name: address(name, pk_for(name)) for name in names()}
    return {name: getattr(client, verb)(page).status_code for name, page in pages.items() if page}


def signed_in(role):
    client = Client()
    client.force_login(make_user(*{role} - {"superuser"}, name=role, is_superuser=role == "superuser"))
    return client


def shut(role):
    return {
        "recruiter": lambda name: SUPERUSERS.search(name) or PUBLISHING.search(name),
        "publisher": SUPERUSERS.search,
        "superuser": lambda name: False,
    }[role]


def test_the_walk_reaches_the_desk():
    assert len(names()) > 90
    assert all(re.search(pattern, " ".join(names())) for pattern in ("auth_user_deactivation", "bulk_schedule"))


@pytest.mark.parametrize("verb", ["get", "post"])
def test_nobody_is_sent_to_sign_in_from_everywhere(rows, verb):
    answers = statuses(Client(), verb)

    assert {name for name, status in answers.items() if status != 302} == set()


@pytest.mark.parametrize("role", ROLES)
def test_role_sees_what_is_its_own_and_looking_changes_nothing(rows, role):
    client, before = signed_in(role), state()

    answers = statuses(client, "get")

    entered = {name: status for name, status in answers.items() if shut(role)(name) and status not in {403, 405}}
    assert entered == {}
    mine = {name: status for name, status in answers.items() if not shut(role)(name) and not NOBODYS.search(name)}
    assert {name for name, status in mine.items() if status >= 500} == set()
    assert {name for name, status in mine.items() if status == 403 and not ROWS_OWN.search(name)} == set()
    assert state() == before


@pytest.mark.parametrize("role", ROLES)
def test_role_does_what_is_its_own_and_nothing_breaks(rows, role):
    answers = statuses(signed_in(role), "post")

    entered = {name: status for name, status in answers.items() if shut(role)(name) and status not in {403, 405}}
    assert entered == {}
    assert {name for name, status in answers.items() if status >= 500} == set()
    assert {answers[name] for name in answers if NOBODYS.search(name)} == {403}


def state():
    return (
        list(Posting.objects.values()),
        list(User.objects.values("username", "is_active")),
        JournalEntry.objects.count(),
    )


@pytest.mark.parametrize("role", ["recruiter", "publisher"])
def test_no_way_up(rows, role):
    """Even a permission on accounts, handed out by mistake, opens none."""
    client = signed_in(role)
    me = User.objects.get(username=role)
    me.user_permissions.set(me.user_permissions.model.objects.filter(content_type__app_label="auth"))

    page = reverse("admin:auth_user_change", args=[me.pk])
    answer = client.post(page, {"username": role, "is_superuser": "on", "groups": [1, 2]})

    me.refresh_from_db()
    assert answer.status_code == 403
    assert (me.is_superuser, [group.name for group in me.groups.all()]) == (False, [role])
