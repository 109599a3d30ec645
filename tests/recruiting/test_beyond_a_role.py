"""What a role may not do, sent by hand: pages hide the button, so the address has to refuse by itself."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from careers.consistency.models import Kind, Waiver
from tests.factories import make_posting
from tests.recruiting.conftest import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "kind", "status"),
    [("recruiter", Kind.WAIVER, 403), ("recruiter", Kind.SET_ASIDE, 302), ("publisher", Kind.WAIVER, 302)],
)
def test_waiver_of_an_error_is_ended_by_publishers_only(as_role, role, kind, status):
    posting = make_posting()
    facts = {"finding": "P001", "fingerprint": "a", "reason": "So.", "kind": kind, "at": timezone.now()}
    given = Waiver.objects.create(posting=posting, **facts)
    address = reverse("admin:postings_posting_waiver_ending", args=[posting.pk, given.pk])

    assert as_role(role).post(address).status_code == status
    assert Waiver.objects.in_force().exists() == (status == 403)


@pytest.mark.parametrize("role", ["recruiter", "publisher"])
@pytest.mark.parametrize("noun", ["deactivation", "factor-reset"])
def test_nobody_but_a_superuser_acts_on_people(as_role, role, noun):
    other = make_user("recruiter", name="pat")

    answer = as_role(role).post(reverse(f"admin:auth_user_{noun}", args=[other.pk]))

    assert answer.status_code == 403
    assert User.objects.get(pk=other.pk).is_active
