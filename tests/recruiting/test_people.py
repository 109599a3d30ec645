"""People: invited, kept out, let in again, and looked after by superusers alone."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers.recruiting.models import Invitation, JournalEntry
from tests.recruiting.conftest import PASSWORD, make_user
from tests.recruiting.test_steps import said

ADD = reverse("admin:recruiting_invitation_add")
PEOPLE = reverse("admin:auth_user_changelist")
ANSWER = {"username": "pat", "password1": "a-long-new-password", "password2": "a-long-new-password"}


def invite(roles=("recruiter",), **facts):
    return Invitation.objects.create(email="pat@example.org", roles=roles, **facts)


def path_of(invited):
    return invited.link.removeprefix(settings.SITE_URL)


def journal():
    return list(JournalEntry.objects.values_list("what", "about"))


def act(client, person, noun):
    return client.post(reverse(f"admin:auth_user_{noun}", args=[person.pk]))


def test_invitation_is_mailed_with_its_link_and_shows_it_for_copying(desk):
    response = desk.post(ADD, {"email": "pat@example.org", "roles": ["recruiter", "publisher"]}, follow=True)

    [message] = mail.outbox
    assert message.to == ["pat@example.org"]
    assert Invitation.objects.get().link in message.body
    assert Invitation.objects.get().link.replace("&", "&amp;") in response.content.decode()
    assert ("invited", "pat@example.org") in journal()


def test_without_mail_the_link_is_there_to_copy(desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    response = desk.post(ADD, {"email": "pat@example.org", "roles": ["recruiter"]}, follow=True)

    assert "Copy the link" in response.content.decode()
    assert Invitation.objects.get().link in response.content.decode()


def test_refused_mail_does_not_lose_the_invitation(desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    response = desk.post(ADD, {"email": "pat@example.org", "roles": ["recruiter"]}, follow=True)

    assert "could not be sent" in response.content.decode()
    assert Invitation.objects.exists()


@pytest.mark.parametrize(
    ("roles", "groups", "is_superuser"),
    [(["recruiter"], {"recruiter"}, False), (["publisher", "superuser"], {"publisher"}, True)],
)
def test_invited_person_chooses_name_and_password(client, db, roles, groups, is_superuser):
    response = client.post(path_of(invite(roles)), ANSWER)

    pat = User.objects.get()
    assert response.url == reverse("account_login")
    assert (pat.email, pat.is_staff, pat.is_superuser) == ("pat@example.org", True, is_superuser)
    assert set(pat.groups.values_list("name", flat=True)) == groups
    assert client.login(username="pat", password=ANSWER["password1"])


def test_get_shows_the_page_and_changes_nothing(client, db):
    response = client.get(path_of(invite()))

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert not User.objects.exists()


def test_link_opens_once(client, db):
    page = path_of(invite())
    client.post(page, ANSWER)

    assert client.get(page).status_code == 410
    assert client.post(page, {**ANSWER, "username": "eve"}).status_code == 410
    assert User.objects.count() == 1


@pytest.mark.parametrize("spoil", ["withdraw", "renew"])
def test_withdrawn_or_replaced_link_opens_nothing(client, db, spoil):
    invited = invite()
    page = path_of(invited)

    getattr(invited, spoil)(by=None)

    assert client.get(page).status_code == 410


def test_link_lasts_seven_days(client, db):
    young, old = (timezone.now() - timedelta(days=7) + timedelta(minutes=minutes) for minutes in (5, -5))

    assert client.get(path_of(invite(sent_at=young))).status_code == 200
    assert client.get(path_of(invite(sent_at=old))).status_code == 410


@pytest.mark.parametrize("token", ["", "1.1", "1.1:forged", "\0", "x" * 5000])
def test_forged_link_opens_nothing(client, db, token):
    invite()

    assert client.get(reverse("invitation"), {"token": token}).status_code == 410


@pytest.mark.parametrize(
    "answer", [{"username": "RAE"}, {"username": "rae@example.org"}, {"password2": "other"}, {"password1": "short"}]
)
def test_bad_answer_is_told_beside_its_field_and_keeps_the_link(client, db, answer):
    make_user()
    page = path_of(invite())

    response = client.post(page, ANSWER | answer)

    assert response.context["form"].errors
    assert client.post(page, ANSWER).status_code == 302


def test_known_address_is_not_invited_twice(desk):
    make_user(name="pat")

    response = desk.post(ADD, {"email": "PAT@example.org", "roles": ["recruiter"]})

    assert "has an account" in response.content.decode()
    assert "recruiter" in response.content.decode()


def test_deactivated_person_is_shut_out_at_once_and_let_in_again(desk):
    pat, other = make_user("recruiter", name="pat"), Client()
    other.login(username="pat", password=PASSWORD)

    act(desk, pat, "deactivation")
    assert other.get(reverse("admin:index")).status_code == 302
    act(desk, pat, "reactivation")

    assert other.login(username="pat", password=PASSWORD)
    assert [what for what, _ in journal()].count("deactivated") == 1


def test_nobody_deactivates_oneself(desk):
    rae = User.objects.get()

    response = act(desk, rae, "deactivation")

    assert User.objects.get().is_active
    assert "have another superuser" in said(response)[0]


def test_second_factor_is_reset(desk):
    pat = make_user("recruiter", name="pat")
    Authenticator.objects.create(user=pat, type="totp", data={})
    Authenticator.objects.create(user=pat, type="recovery_codes", data={})
    assert "Reset second factor" in desk.get(PEOPLE).content.decode()

    act(desk, pat, "factor-reset")

    assert not Authenticator.objects.exists()
    assert ("factor_reset", "pat") in journal()


def change(client, person, **facts):
    page = reverse("admin:auth_user_change", args=[person.pk])
    return client.post(page, {"username": person.username, "email": person.email, **facts})


def test_roles_are_changed_and_the_journal_knows(desk):
    pat = make_user("recruiter", name="pat")
    publisher = pat.groups.model.objects.get(name="publisher")

    change(desk, pat, groups=[publisher.pk])

    assert [group.name for group in pat.groups.all()] == ["publisher"]
    assert ("roles", "pat: publisher") in journal()


def test_last_superuser_stays_one(desk):
    response = change(desk, User.objects.get())

    assert "make another superuser first" in response.content.decode()
    assert User.objects.get().is_superuser


@pytest.mark.parametrize("rows", [2, 30])
def test_list_of_people_asks_no_more_for_many(desk, queries, rows):
    for number in range(rows):
        make_user("recruiter", name=f"pat{number}")
    desk.get(PEOPLE)

    assert len(queries(lambda: desk.get(PEOPLE))) < 12
