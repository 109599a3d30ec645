"""Who may do what."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from careers.postings.choices import Status
from careers.recruiting.steps import PUBLISH, STEPS
from tests.factories import make_organisation, make_posting, make_publishable, make_team
from tests.recruiting.posting_form import save

ROLES = ["recruiter", "publisher"]
FOR_PUBLISHERS = [step.noun for step in STEPS if step.permission == PUBLISH]


@pytest.mark.parametrize("role", ROLES)
def test_role_writes_postings_and_shared_wording(as_role, role):
    client, posting, team = as_role(role), make_posting(status=Status.DRAFT), make_team()

    save(client, posting, title="New title")

    posting.refresh_from_db()
    assert posting.title == "New title"
    assert client.get(reverse("admin:postings_team_change", args=[team.pk])).status_code == 200


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", ["auth_user", "recruiting_invitation", "recruiting_journalentry"])
def test_people_are_the_superusers_business(as_role, role, page):
    assert as_role(role).get(reverse(f"admin:{page}_changelist")).status_code == 403


@pytest.mark.parametrize("noun", FOR_PUBLISHERS)
def test_recruiter_does_not_publish(as_role, noun):
    posting = make_posting(status=Status.IN_REVIEW)

    response = as_role("recruiter").post(reverse(f"admin:postings_posting_{noun}", args=[posting.pk]))

    posting.refresh_from_db()
    assert response.status_code == 403
    assert posting.status == Status.IN_REVIEW


def test_recruiter_submits_and_publisher_publishes(as_role):
    posting = make_publishable(status=Status.DRAFT)

    as_role("recruiter").post(reverse("admin:postings_posting_submission", args=[posting.pk]))
    as_role("publisher").post(reverse("admin:postings_posting_publication", args=[posting.pk]))

    posting.refresh_from_db()
    assert posting.is_open()


def test_recruiter_is_not_offered_what_only_publishers_do(as_role):
    make_posting(status=Status.IN_REVIEW)

    html = as_role("recruiter").get(reverse("admin:postings_posting_changelist")).content.decode()

    assert 'value="submit"' in html
    assert 'value="publish"' not in html


def test_publisher_does_not_lift_the_second_person_rule(as_role):
    make_organisation(second_person_approves=True)
    page = reverse("admin:postings_organisation_change", args=[1])

    assert 'name="second_person_approves"' not in as_role("publisher").get(page).content.decode()


def test_account_without_staff_rights_does_not_enter(client, db):
    client.force_login(User.objects.create_user("sam"))

    assert client.get(reverse("admin:index"), follow=True).status_code == 403
