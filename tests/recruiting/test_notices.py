"""Mails to staff: about a step at once, about the clock by the command, each once and to those concerned."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from careers.postings.choices import Status
from careers.recruiting.models import Notice, PreviewLink
from careers.recruiting.models.notices import Kind
from tests.factories import make_posting, make_publishable
from tests.recruiting.conftest import make_user
from tests.recruiting.test_bulk_steps import bulk, shown
from tests.recruiting.test_previews import answer
from tests.recruiting.test_steps import address

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)
CHOICES = reverse("notices")


def mails():
    return [(message.to[0].partition("@")[0], message.subject.partition(":")[0]) for message in mail.outbox]


def run():
    mail.outbox.clear()
    call_command("send_notices", verbosity=0)
    return mails()


def submitted_by(name, **facts):
    posting = make_publishable(**facts)
    posting.events.create(verb="submitted", by=make_user("recruiter", name=name), at=NOW - 9 * DAY)
    return posting


def test_submitted_posting_is_told_to_other_publishers(as_role):
    make_user("publisher", name="pat")
    make_user("publisher", name="old", is_active=False)
    posting = make_posting(status=Status.DRAFT)

    as_role("recruiter").post(address(posting, "submission"), {"note": "Please look"})

    assert mails() == [("pat", "In review")]
    assert "Please look" in mail.outbox[0].body
    assert f"/admin/postings/posting/{posting.pk}/change/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("noun", "said", "subject"),
    [("return", {"note": "Too long"}, "Sent back"), ("publication", {}, "Published")],
)
def test_writer_hears_what_became_of_it(as_role, noun, said, subject):
    posting = submitted_by("wil", status=Status.IN_REVIEW)

    as_role("publisher").post(address(posting, noun), said)

    assert mails() == [("wil", subject)]


def test_writer_hears_that_it_could_not_be_published_once_a_day(as_role):
    posting = submitted_by("wil", status=Status.IN_REVIEW)
    posting.responsibilities.all().delete()
    publisher = as_role("publisher")

    for _ in range(3):
        publisher.post(address(posting, "publication"))
    call_command("send_notices", verbosity=0)

    assert mails() == [("wil", "Could not be published")]
    assert "responsibilities" in mail.outbox[0].body


def test_many_steps_at_once_make_one_mail(as_role):
    make_user("publisher", name="pat")
    client = as_role("recruiter")
    page = bulk("submission", *[make_posting(status=Status.DRAFT) for _ in range(12)])

    client.post(page, shown(client.get(page)))

    assert [message.subject for message in mail.outbox] == ["In review: 12 postings"]
    assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}


def test_closing_is_told_seven_days_ahead_and_once(db):
    submitted_by("wil", valid_through=NOW + 6 * DAY)
    submitted_by("wen", valid_through=NOW + 9 * DAY)

    assert run() == [("wil", "Closes soon")]
    assert run() == []


def test_moved_closing_is_told_anew(db):
    posting = submitted_by("wil", valid_through=NOW + 6 * DAY)
    run()
    posting.extend(NOW + 5 * DAY)

    assert run() == [("wil", "Closes soon")]


def test_posting_that_closed_by_itself_is_told(db):
    submitted_by("wil", valid_through=NOW - DAY)
    submitted_by("wen", valid_through=NOW - 30 * DAY)

    assert run() == [("wil", "Closed")]


def test_scheduled_posting_that_has_opened_is_told(db):
    posting = submitted_by("wil", opens_at=NOW - DAY)
    posting.events.create(verb="scheduled", at=NOW - 2 * DAY, moment=posting.opens_at)
    posting.responsibilities.all().delete()

    assert run() == [("wil", "Published")]
    assert "The rules now find: It lists no responsibilities" in mail.outbox[0].body


def test_answer_to_a_preview_is_told_to_who_made_it(client):
    link = PreviewLink.objects.create(posting=make_posting(status=Status.DRAFT), by=make_user(), reader="Kim")

    answer(client, link, {"verdict": "change", "note": "Five days"})

    assert mails() == [("rae", "Preview answered")]
    assert "Kim: Please change: Five days" in mail.outbox[0].body


def test_nobody_gets_what_they_do_not_want(as_role, client):
    client = as_role("publisher")
    client.post(CHOICES, {"wanted": [kind for kind in Kind.values if kind != "closes_soon"]})
    make_publishable(valid_through=NOW + 6 * DAY)

    assert run() == []
    assert 'value="closed" id' in client.get(CHOICES).content.decode()


def test_page_of_choices_is_for_people_with_an_account(client):
    assert client.get(CHOICES).status_code == 302


def test_mail_server_that_is_down_breaks_no_step_and_loses_no_mail(as_role, settings):
    make_user("publisher", name="pat")
    posting, backend = make_posting(status=Status.DRAFT), settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9

    as_role("recruiter").post(address(posting, "submission"))

    posting.refresh_from_db()
    assert posting.status == Status.IN_REVIEW
    settings.EMAIL_BACKEND = backend
    assert run() == [("pat", "In review")]


def test_mail_that_is_not_set_up_is_no_fault(as_role, settings, capsys):
    make_user("publisher", name="pat")
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    as_role("recruiter").post(address(make_posting(status=Status.DRAFT), "submission"))
    call_command("send_notices")

    assert not Notice.objects.exists()
    assert "Mail is not set up" in capsys.readouterr().out


def test_command_says_when_the_server_is_down(db, settings, monkeypatch):
    monkeypatch.setattr("careers.alerts.outbox.PAUSES", ())
    submitted_by("wil", valid_through=NOW - DAY)
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9

    with pytest.raises(CommandError, match="takes no mail now"):
        call_command("send_notices")


def test_claimed_mail_of_a_run_that_died_is_never_sent_again(db):
    submitted_by("wil", valid_through=NOW - DAY)
    run()
    Notice.objects.update(state="claimed", tried_at=NOW - timedelta(hours=1))

    assert run() == []
    assert Notice.objects.get().state == "unknown"
