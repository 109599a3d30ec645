"""What is left to do on a new site, worked out from what is there: done things leave the list by being done."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse
from reversion.models import Version

from careers.postings.models import Organisation, Posting, PostingEvent

from . import emails
from .models import Invitation
from .steps import PUBLISH

MAIL = "Set EMAIL_URL where the site is started, as the README says; until then nothing is sent."


@dataclass(frozen=True)
class Task:
    """`address` is where it is done, "" where that is not on the desk and `help` says how."""

    label: str
    is_done: bool
    address: str = ""
    help: str = ""


def tasks_of(user):
    """Return [Task] of what this user can do, in order; empty once all of it is done."""
    tasks = [*(task() for may, task in TASKS if may(user))]
    return tasks if not all(task.is_done for task in tasks) else []


def organisation():
    page = reverse("admin:postings_organisation_changelist")
    return Task("Name your organisation", Organisation.objects.exclude(name="").exists(), page)


def colleague():
    others = User.objects.count() > 1 or Invitation.objects.exists()
    return Task("Invite a colleague", others, reverse("admin:recruiting_invitation_add"))


def posting():
    written = Version.objects.get_for_model(Posting).exists()
    return Task("Write a posting, or import one", written, reverse("admin:postings_posting_add"))


def publication():
    published = PostingEvent.objects.filter(verb__in=["published", "scheduled"]).exists()
    page = reverse("admin:postings_posting_changelist")
    return Task("Publish it", published, page, "The bar on top of its form says what stands in the way.")


def mail():
    return Task("Set up mail", emails.is_set_up(), help=MAIL)


def for_superusers(user):
    return user.is_superuser


TASKS = (
    (for_superusers, organisation),
    (for_superusers, mail),
    (for_superusers, colleague),
    (lambda user: user.has_perm("postings.add_posting"), posting),
    (lambda user: user.has_perm(PUBLISH), publication),
)
