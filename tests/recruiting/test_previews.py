"""A posting shown before students see it, by a link, and what its reader answers."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from careers.postings.choices import Status
from careers.recruiting.models import PreviewAnswer, PreviewLink
from tests.factories import make_posting, make_publishable
from tests.recruiting.conftest import make_user
from tests.recruiting.posting_form import change_url, save

pytestmark = pytest.mark.django_db


def make_link(posting=None, **facts):
    return PreviewLink.objects.create(posting=posting or make_publishable(status=Status.DRAFT), **facts)


def answer(client, link, said, **headers):
    return client.post(f"{link.get_absolute_url()}answers/", said, headers=headers)


@pytest.mark.parametrize("status", Status.values)
def test_preview_shows_the_posting_at_any_state(client, status):
    link = make_link(make_publishable(status=status, title="Gardener Intern"))

    response = client.get(link.get_absolute_url())

    assert response.status_code == 200
    assert "Build the tools that keep the service running" in response.content.decode()


def test_preview_is_kept_and_indexed_by_nobody_and_sets_no_cookie(client):
    response = client.get(make_link().get_absolute_url())

    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex' in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response["Vary"]


@pytest.mark.parametrize("role", [(), ("recruiter",)])
def test_desk_tells_no_account_the_link_of_a_row(client, role):
    link = make_link()
    client.force_login(make_user(*role))

    for row in (link, link.posting):
        kind = ContentType.objects.get_for_model(row)
        assert client.get(reverse("admin:view_on_site", args=[kind.pk, row.pk])).status_code == 404


def test_draft_is_seen_nowhere_else(client):
    link = make_link()
    client.get(link.get_absolute_url())

    assert client.get(link.posting.get_absolute_url()).status_code == 404
    assert str(link.posting) not in client.get(reverse("posting_list")).content.decode()


def test_preview_is_not_counted_and_says_nothing_to_programs(client):
    link = make_link()

    html = client.get(link.get_absolute_url()).content.decode()

    assert "data-count=" not in html
    assert ".json" not in html
    assert "ld+json" not in html
    assert 'rel="canonical"' not in html


@pytest.mark.parametrize(
    "facts", [{"at": timezone.now() - timedelta(days=14, minutes=1)}, {"revoked_at": timezone.now()}]
)
def test_link_that_is_over_opens_nothing_and_names_nothing(client, facts):
    link = make_link(**facts)

    response = client.get(link.get_absolute_url())

    assert response.status_code == answer(client, link, {"verdict": "right"}).status_code == 410
    assert str(link.posting) not in response.content.decode()


@pytest.mark.parametrize("token", ["1", "1:forged", "x" * 3000, "%00"])
def test_forged_link_opens_nothing(client, token):
    make_link()

    assert client.get(f"/previews/{token}/").status_code == 410


def test_answer_is_kept_with_the_edit_that_was_seen(client, desk):
    posting = make_publishable(status=Status.DRAFT)
    save(desk, posting, title="Gardener Intern")
    link = make_link(posting)
    seen = client.get(link.get_absolute_url()).context["form"].initial["seen"]

    response = answer(client, link, {"verdict": "change", "note": "It is five days", "seen": seen})

    kept = PreviewAnswer.objects.get()
    assert (kept.verdict, kept.note, kept.seen_id) == ("change", "It is five days", seen)
    assert "Thank you" in client.get(response.url).content.decode()


def test_form_shows_answers_and_whether_they_are_of_an_earlier_version(desk):
    posting = make_publishable(status=Status.DRAFT)
    link = make_link(posting, reader="Kim")
    PreviewAnswer.objects.create(link=link, verdict="right", note="Good")
    before = desk.get(change_url(posting)).content.decode()

    save(desk, posting, title="Gardener Intern")

    after = desk.get(change_url(posting)).content.decode()
    assert "Looks right" in before
    assert "Kim" in before
    assert ("edited since" in before, "edited since" in after) == (False, True)


@pytest.mark.parametrize("said", [{}, {"verdict": "change"}, {"verdict": "no"}])
def test_answer_that_says_too_little_is_asked_again(client, said):
    response = answer(client, make_link(), {**said, "seen": "x"})

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not PreviewAnswer.objects.exists()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_answer_from_another_site_is_refused(client, headers):
    assert answer(client, make_link(), {"verdict": "right"}, **headers).status_code == 403
    assert not PreviewAnswer.objects.exists()


def test_answers_have_an_end(client):
    link = make_link()
    for _ in range(PreviewAnswer.MOST + 2):
        answer(client, link, {"verdict": "right"})

    assert link.answers.count() == PreviewAnswer.MOST


def test_edit_of_another_posting_is_not_kept_as_seen(client, desk):
    other = make_publishable(status=Status.DRAFT)
    save(desk, other, title="Gardener")
    seen = client.get(make_link(other).get_absolute_url()).context["form"].initial["seen"]

    answer(client, make_link(), {"verdict": "right", "seen": seen})

    assert PreviewAnswer.objects.get().seen is None


def test_recruiter_makes_and_revokes_a_link(as_role, client):
    client, posting = as_role("recruiter"), make_posting(status=Status.DRAFT)

    client.post(reverse("admin:postings_posting_previews", args=[posting.pk]), {"reader": "Kim"})
    link = PreviewLink.objects.get()
    assert link.link in client.get(change_url(posting)).content.decode()
    client.post(reverse("admin:postings_posting_revocation", args=[posting.pk, link.pk]))

    assert client.get(link.get_absolute_url()).status_code == 410
    assert (link.reader, link.by.username) == ("Kim", "recruiter")
