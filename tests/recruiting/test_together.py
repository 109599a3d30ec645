"""Two people at one record: the second save is refused and shows both versions, and nothing typed is lost."""

import pytest
from django.urls import reverse
from reversion.models import Version

from careers.postings.choices import Status
from careers.postings.models import Boilerplate, Qualification
from tests.factories import make_posting, make_qualification, make_responsibility, make_team
from tests.recruiting.conftest import make_user
from tests.recruiting.posting_form import change_url, save, sent_by, shown

TITLE, TEXT = "title", "responsibilities-0-text"


def opened(client, posting, **typed):
    """Return what would be sent by somebody who opens the form now and types."""
    return {**shown(client, change_url(posting)), **typed}


def send(client, posting, data):
    return client.post(change_url(posting), {**data, "_continue": "1"})


def again(response, **typed):
    """Return what the refused form would send."""
    return {**sent_by(response), **typed}


def contested(response):
    return {row.label: (row.mine, row.theirs) for row in response.context["clash"]["contested"]}


def test_second_save_is_refused_and_shows_both(desk):
    posting = make_posting(title="First")
    mine = opened(desk, posting, title="Mine")
    save(desk, posting, title="Theirs")

    response = send(desk, posting, mine)

    posting.refresh_from_db()
    assert posting.title == "Theirs"
    assert contested(response) == {"Title": ("Mine", "Theirs")}
    assert again(response)["title"] == ["Mine"]


def test_saving_again_after_the_warning_saves_mine(desk):
    posting = make_posting(title="First")
    mine = opened(desk, posting, title="Mine")
    save(desk, posting, title="Theirs", requisition_id="R7")

    send(desk, posting, again(send(desk, posting, mine)))

    posting.refresh_from_db()
    assert (posting.title, posting.requisition_id) == ("Mine", "R7")


def test_theirs_is_taken_where_chosen(desk):
    posting = make_posting(title="First", places=1)
    mine = opened(desk, posting, title="Mine", places="3")
    save(desk, posting, title="Theirs", places="2")

    send(desk, posting, again(send(desk, posting, mine), take=["//title"]))

    posting.refresh_from_db()
    assert (posting.title, posting.places) == ("Theirs", 3)


def test_one_person_with_two_tabs_is_not_told_of_somebody_else(desk, client):
    posting = make_posting(title="First")
    mine = opened(desk, posting, title="Mine")
    save(desk, posting, title="Theirs")

    assert "You have saved this in another tab" in send(desk, posting, mine).text

    client.force_login(make_user(name="ria", is_superuser=True))
    assert "Somebody else has saved this" in send(client, posting, mine).text


def test_third_save_meanwhile_is_refused_again(desk):
    posting = make_posting(title="First")
    mine = opened(desk, posting, title="Mine")
    save(desk, posting, title="Theirs")
    refused = again(send(desk, posting, mine))
    save(desk, posting, title="Others")

    response = send(desk, posting, refused)

    assert contested(response) == {"Title": ("Mine", "Others")}


def test_step_taken_meanwhile_refuses_too(desk):
    posting = make_posting()
    mine = opened(desk, posting, title="Mine")
    posting.close()

    response = send(desk, posting, mine)

    posting.refresh_from_db()
    assert posting.status == Status.CLOSED
    assert "Nothing you typed is lost" in response.content.decode()


def test_items_of_both_are_kept(desk):
    posting = make_posting()
    make_responsibility(posting, "Plan")
    mine = opened(desk, posting, **{"responsibilities-1-text": "Mine"})
    save(desk, posting, **{"responsibilities-1-text": "Theirs", TEXT: "Plan well"})

    response = send(desk, posting, mine)
    send(desk, posting, again(response))

    assert contested(response) == {}
    assert sorted(posting.responsibilities.values_list("text", flat=True)) == ["Mine", "Plan well", "Theirs"]


def test_item_that_both_changed_is_contested(desk):
    posting = make_posting()
    make_qualification(posting, "Python", skills=["Python"])
    mine = opened(desk, posting, **{"qualifications-0-text": "Mine"})
    save(desk, posting, **{"qualifications-0-text": "Theirs", "qualifications-0-skills": []})

    response = send(desk, posting, mine)
    send(desk, posting, again(response))

    assert contested(response) == {"What you need, item 1: text": ("Mine", "Theirs")}
    item = Qualification.objects.get()
    assert (item.text, item.skills.count()) == ("Mine", 0)


def test_item_that_they_deleted_and_i_changed_is_kept_as_a_new_one(desk):
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, "Plan")
    mine = opened(desk, posting, **{TEXT: "Mine"})
    save(desk, posting, **{"responsibilities-0-DELETE": "on"})

    response = send(desk, posting, mine)
    send(desk, posting, again(response))

    assert contested(response) == {"What you would do, an item": ("Mine", "Not there.")}
    assert posting.responsibilities.get().text == "Mine"


def test_item_that_they_deleted_is_left_out_where_chosen(desk):
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, "Plan")
    mine = opened(desk, posting, **{TEXT: "Mine"})
    save(desk, posting, **{"responsibilities-0-DELETE": "on"})

    response = send(desk, posting, mine)
    key = response.context["clash"]["contested"][0].key
    send(desk, posting, again(response, take=[key]))

    assert not posting.responsibilities.exists()


def test_item_that_i_deleted_and_they_changed_is_contested(desk):
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, "Plan")
    mine = opened(desk, posting, **{"responsibilities-0-DELETE": "on"})
    save(desk, posting, **{TEXT: "Theirs"})

    response = send(desk, posting, mine)
    send(desk, posting, again(response, take=[response.context["clash"]["contested"][0].key]))

    assert posting.responsibilities.get().text == "Theirs"


def test_form_that_does_not_say_what_it_was_opened_at_is_refused(desk):
    posting = make_posting(title="First")

    response = send(desk, posting, opened(desk, posting, title="Mine", opened="forged"))

    posting.refresh_from_db()
    assert posting.title == "First"
    assert contested(response) == {"Title": ("Mine", "First")}


def test_refused_save_leaves_no_revision(desk):
    posting = make_posting(title="First")
    mine = opened(desk, posting, title="Mine")
    save(desk, posting, title="Theirs")

    send(desk, posting, mine)

    assert Version.objects.get_for_object(posting).count() == 1


def test_every_save_raises_the_version(desk):
    posting = make_posting()

    save(desk, posting)
    save(desk, posting)

    posting.refresh_from_db()
    assert posting.version == 2


@pytest.mark.parametrize(
    ("make", "name", "field"),
    [
        (lambda: Boilerplate.objects.create(key="about", heading="A", body="B"), "boilerplate", "body"),
        (lambda: make_team(introduction="A"), "team", "introduction"),
    ],
    ids=["boilerplate", "team"],
)
def test_shared_text_is_not_overwritten_unseen(desk, make, name, field):
    row = make()
    url = reverse(f"admin:postings_{name}_change", args=[row.pk])
    mine = shown(desk, url, form=f"{name}_form")
    type(row).objects.filter(pk=row.pk).update(**{field: "Theirs"})

    response = desk.post(url, {**mine, field: "Mine"})

    row.refresh_from_db()
    assert getattr(row, field) == "Theirs"
    assert [each.theirs for each in response.context["clash"]["contested"]] == ["Theirs"]
