"""Looking back and going back, with the lists inside a posting and without changing its life."""

import reversion
from django.core.management import call_command
from django.urls import reverse
from reversion.models import Revision, Version

from careers.lib.revisions import recorded
from careers.postings.choices import Status
from careers.postings.models import FieldOfStudy, Organisation, Posting, Team
from careers.recruiting.saying import say
from tests.factories import (
    make_organisation,
    make_posting,
    make_publishable,
    make_qualification,
    make_responsibility,
    make_team,
)
from tests.recruiting.posting_form import edit, save


def page(row, name, *args):
    return reverse(f"admin:postings_{row._meta.model_name}_{name}", args=[row.pk, *args])


def oldest(row):
    return Version.objects.get_for_object(row).last()


def go_back(client, row, version=None, **typed):
    """Press the button on the page of a version; return the response."""
    address = page(row, "revision", (version or oldest(row)).pk)
    latest = client.get(address).context["latest"]
    return client.post(address, {"latest": latest, **typed}, follow=True)


def words(response):
    """Return {label: what reads "gone|new"} of the differences on a page."""
    return {each.label: "|".join(f"{kind}: {text}" for kind, text in each.parts) for each in response.context["found"]}


def deleted(client, posting):
    """Delete a draft that was saved; return the address that restores it."""
    save(client, posting)
    client.post(page(posting, "delete"), {"post": "yes"})
    return reverse("admin:postings_posting_recover", args=[Version.objects.get_deleted(Posting).get().pk])


def test_going_back_brings_text_and_items(desk):
    posting = make_posting(title="Good", status=Status.DRAFT)
    make_responsibility(posting, "Duty")
    make_qualification(posting, skills=["Python"])
    save(desk, posting)
    save(desk, posting, title="Bad", **{"responsibilities-0-DELETE": "on", "qualifications-0-skills": []})

    go_back(desk, posting, why="Too hasty")

    posting.refresh_from_db()
    assert (posting.title, posting.responsibilities.get().text) == ("Good", "Duty")
    assert posting.qualifications.get().skills.get().name == "Python"
    assert "Too hasty" in Revision.objects.first().comment


def test_going_back_takes_away_items_added_since(desk):
    posting = make_posting(status=Status.DRAFT)
    save(desk, posting)
    save(desk, posting, **{"responsibilities-0-text": "Added"})

    go_back(desk, posting)

    assert not posting.responsibilities.exists()


def test_going_back_can_be_undone_itself(desk):
    posting = make_posting(title="One", status=Status.DRAFT)
    save(desk, posting)
    save(desk, posting, title="Two")
    second = Version.objects.get_for_object(posting).first()
    go_back(desk, posting)

    go_back(desk, posting, second)

    posting.refresh_from_db()
    assert posting.title == "Two"


def test_going_back_neither_publishes_nor_moves(desk):
    posting = make_posting(slug="first")
    save(desk, posting, title="One")
    save(desk, posting, slug="second")
    posting.refresh_from_db()
    posting.close()

    go_back(desk, posting)

    posting.refresh_from_db()
    assert (posting.status, posting.slug) == (Status.CLOSED, "second")


def test_going_back_raises_the_version(desk):
    posting = make_posting()
    save(desk, posting)

    save(desk, posting, title="Two")
    go_back(desk, posting)

    posting.refresh_from_db()
    assert posting.version == 3


def test_going_back_does_not_bring_an_error_before_students(desk):
    posting = make_posting(status=Status.DRAFT, title="Draft")
    save(desk, posting)
    make_responsibility(posting, "Build the tools that keep the service running")
    make_qualification(posting, "Experience with Python")
    Posting.objects.filter(pk=posting.pk).update(status=Status.PUBLISHED)

    response = go_back(desk, posting)

    assert posting.responsibilities.exists()
    assert "It stays as it is. Students would read this" in response.content.decode()


def test_going_back_is_refused_where_somebody_saved_meanwhile(desk):
    posting = make_posting(title="One")
    save(desk, posting)
    save(desk, posting, title="Two")

    response = go_back(desk, posting, latest="0-0")

    posting.refresh_from_db()
    assert posting.title == "Two"
    assert "Somebody has changed it meanwhile" in response.content.decode()


def test_going_back_concerns_one_record_of_a_revision_of_many(desk):
    one, other = make_posting(title="One"), make_posting(title="Other")
    with recorded("Both"):
        one.save()
        other.save()
    Posting.objects.update(title="Changed")

    go_back(desk, one)

    assert [*Posting.objects.order_by("pk").values_list("title", flat=True)] == ["One", "Changed"]


def test_team_that_is_gone_stops_going_back_with_a_reason(desk):
    old = make_team("Gone")
    posting = make_posting(team=old)
    save(desk, posting)
    Posting.objects.update(team=make_team("Here"))
    old.delete()

    response = go_back(desk, posting)

    assert "It stays as it is" in response.content.decode()
    assert Posting.objects.get().team.name == "Here"


def test_publisher_does_not_lift_the_second_look_by_going_back(as_role):
    make_organisation(second_person_approves=False)
    row = Organisation.objects.get()
    with recorded("First"):
        row.save()
    Organisation.objects.update(second_person_approves=True, mission="New")

    go_back(as_role("publisher"), row)

    row.refresh_from_db()
    assert (row.second_person_approves, row.mission) == (True, "")


def test_looking_at_a_version_changes_nothing(desk):
    posting = make_posting(title="Good")
    save(desk, posting)
    save(desk, posting, title="Better")

    response = desk.get(page(posting, "revision", oldest(posting).pk))

    posting.refresh_from_db()
    assert posting.title == "Better"
    assert words(response) == {"Title": "gone: Better|new: Good"}


def test_history_offers_what_the_last_save_has_changed(desk):
    posting = make_posting(title="Good")
    save(desk, posting)
    save(desk, posting, title="Better")
    _, before = Version.objects.get_for_object(posting)

    text = desk.get(page(posting, "history")).text

    offered = [line for line in text.splitlines() if 'name="before"' in line and " checked" in line]
    assert len(offered) == 1
    assert f'value="{before.pk}"' in offered[0]


def test_trail_of_a_deletion_leads_through_the_list_once(desk):
    posting = make_posting(status=Status.DRAFT)

    trail = desk.get(page(posting, "delete")).text.partition('class="breadcrumbs"')[2].partition("</div>")[0]

    assert trail.count("Postings</a>") == 1


def test_deletion_names_what_goes_and_where_it_can_be_restored(desk):
    posting = make_posting(status=Status.DRAFT)
    make_qualification(posting, skills=["Python"])

    text = desk.get(page(posting, "delete")).text

    assert "Qualifications: 1" in text
    assert "relationship" not in text
    assert reverse("admin:postings_posting_recoverlist") in text


def test_two_versions_are_compared_field_by_field(desk):
    posting = make_posting(status=Status.DRAFT, title="Gardener Intern", team=make_team("Roses"))
    make_responsibility(posting, "Water the roses")
    save(desk, posting)
    save(desk, posting, team=make_team("Lawn").pk, work_mode="remote", **{"responsibilities-0-text": "Water the lawn"})
    new, old = Version.objects.get_for_object(posting)

    response = desk.get(page(posting, "differences"), {"before": old.pk, "after": new.pk})

    found = words(response)
    assert found["Team"] == "gone: Roses|new: Lawn"
    assert found["Work mode"] == "new: Remote"
    assert found["Responsibility"].startswith("same: Water the |gone: roses\n|new: lawn")


def test_what_a_record_is_tied_to_is_told_in_one_order():
    field = Posting._meta.get_field("fields_of_study")
    names = {(FieldOfStudy, 1): "Law", (FieldOfStudy, 2): "Art"}

    assert say(field, [1, 2], names) == say(field, [2, 1], names) == "Art, Law"


def test_history_says_who_and_why(desk):
    posting = make_posting()
    save(desk, posting, title="New", why="Renamed by the team")

    html = desk.get(page(posting, "history")).content.decode()

    assert "rae" in html
    assert "Changed Title. Renamed by the team" in html


def test_line_ends_of_a_browser_are_no_change_in_the_history(desk):
    posting = make_posting(source_text="Gardener\n\nWater the roses\n")
    save(desk, posting, title="New", source_text="Gardener\r\n\r\nWater the roses\r\n")

    html = desk.get(page(posting, "history")).content.decode()

    assert "Changed Title." in html
    posting.refresh_from_db()
    assert posting.source_text == "Gardener\n\nWater the roses\n"


def test_version_of_another_record_is_not_found(desk):
    posting, other = make_posting(), make_posting()
    save(desk, other)

    assert desk.get(page(posting, "revision", oldest(other).pk)).status_code == 404
    assert desk.get(page(posting, "differences"), {"before": "9" * 40, "after": "now"}).status_code == 404


def test_deleted_draft_comes_back_as_a_draft(desk):
    posting = make_posting(status=Status.IN_REVIEW, title="Lost")
    make_responsibility(posting, "Duty")
    address = deleted(desk, posting)

    desk.get(address)
    desk.post(address)

    back = Posting.objects.get(title="Lost")
    assert (back.status, back.responsibilities.get().text) == (Status.DRAFT, "Duty")


def test_deleted_draft_whose_address_is_taken_gets_another(desk):
    address = deleted(desk, make_posting(status=Status.DRAFT, slug="mine", title="Lost"))
    make_posting(slug="mine")

    desk.post(address)

    assert Posting.objects.get(title="Lost").slug != "mine"


def test_reading_writes_no_revision(desk):
    posting = make_posting()

    desk.get(reverse("admin:postings_posting_changelist"))
    desk.get(page(posting, "change"))

    assert not reversion.models.Revision.objects.exists()


def test_recruiter_sees_the_organisation_but_does_not_take_it_back(as_role):
    row = make_organisation()
    with recorded("First"):
        row.save()
    client = as_role("recruiter")

    assert client.get(page(row, "revision", oldest(row).pk)).status_code == 200
    assert client.post(page(row, "revision", oldest(row).pk)).status_code == 403


def test_shared_text_goes_back(desk):
    team = make_team(introduction="Good")
    edit(desk, team, summary="First", _confirmed="1")
    edit(desk, team, introduction="Bad", _confirmed="1")

    go_back(desk, team)

    assert Team.objects.get().introduction == "Good"


def test_sample_starts_with_a_revision(db):
    call_command("load_sample")

    posting = Posting.objects.first()
    assert oldest(posting).revision.comment == "Loaded with the sample"


def test_live_posting_without_errors_goes_back(desk):
    posting = make_publishable(title="Good")
    save(desk, posting)
    save(desk, posting, title="Better")

    go_back(desk, posting)

    posting.refresh_from_db()
    assert posting.title == "Good"
