"""Publishing alone: allowed and said, unless the organisation wants a second person."""

from django.urls import reverse

from careers.postings.choices import Status
from tests.factories import make_organisation, make_publishable
from tests.recruiting.posting_form import change_url, save
from tests.recruiting.test_bulk_steps import bulk
from tests.recruiting.test_steps import address


def written_by(client):
    posting = make_publishable(status=Status.DRAFT)
    save(client, posting, title="Gardener Intern")
    return posting


def test_history_says_that_nobody_else_has_looked(desk):
    posting = written_by(desk)

    desk.post(address(posting, "publication"))

    assert posting.events.get().alone
    assert "by rae, without a second person" in desk.get(change_url(posting)).content.decode()


def test_somebody_elses_posting_is_published_with_a_second_person(as_role):
    posting = written_by(as_role("recruiter"))

    as_role("publisher").post(address(posting, "publication"))

    posting.refresh_from_db()
    assert posting.is_open()
    assert not posting.events.get().alone


def test_own_posting_is_refused_where_a_second_person_is_demanded(as_role):
    make_organisation(second_person_approves=True)
    client = as_role("publisher")
    posting = written_by(client)

    response = client.post(address(posting, "publication"))

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT
    assert "wants a second person" in response.content.decode()
    assert "wants a second person" in client.get(bulk("publication", posting)).content.decode()
    assert "wants a second person" in client.get(change_url(posting)).content.decode()


def test_handing_it_round_does_not_make_a_second_person(as_role):
    make_organisation(second_person_approves=True)
    client = as_role("publisher")
    posting = written_by(client)

    for noun in ("submission", "publication"):
        client.post(address(posting, noun))

    posting.refresh_from_db()
    assert posting.status == Status.IN_REVIEW


def test_edit_after_a_colleagues_makes_the_editor_the_writer(as_role):
    make_organisation(second_person_approves=True)
    posting = written_by(as_role("recruiter"))
    publisher = as_role("publisher")
    save(publisher, posting, title="Gardener")

    publisher.post(address(posting, "publication"))

    posting.refresh_from_db()
    assert posting.status == Status.DRAFT


def test_submitter_counts_where_no_edit_is_recorded(desk):
    make_organisation(second_person_approves=True)
    posting = make_publishable(status=Status.DRAFT)
    desk.post(address(posting, "submission"))

    response = desk.post(address(posting, "publication"))

    assert "wants a second person" in response.content.decode()


def test_recruiter_does_not_change_what_is_live_where_a_second_person_is_demanded(as_role):
    client, posting = as_role("recruiter"), make_publishable()
    allowed = client.get(change_url(posting)).context["has_change_permission"]

    make_organisation(second_person_approves=True)

    assert (allowed, client.get(change_url(posting)).context["has_change_permission"]) == (True, False)
    assert client.post(change_url(posting), {"title": "Gardener"}).status_code == 403
    facts = f"{reverse('admin:postings_posting_set_fact')}?posting={posting.pk}"
    assert client.get(facts).url == reverse("admin:postings_posting_changelist")
