"""Saving a live posting says what students read from now on."""

from careers.postings.choices import Status
from tests.factories import make_posting, make_publishable
from tests.recruiting.posting_form import change_url, save, sent_by
from tests.recruiting.test_steps import said


def test_button_says_that_the_page_is_live(desk):
    live, draft = (
        desk.get(change_url(make_posting(status=status))).content.decode() for status in ("published", "draft")
    )

    assert "Update the live page" in live
    assert "Update the live page" not in draft


def test_every_changed_fact_is_named_old_and_new(desk):
    posting = make_publishable(weeks_min=12)

    response = save(desk, posting, weeks_min="10", title="Gardener Intern", hours_per_week="38")

    [told] = [line for line in said(response) if line.startswith("Students read this")]
    assert "Length: At least 12 weeks → <strong>At least 10 weeks</strong>" in told
    assert f"Title: {posting.title} → <strong>Gardener Intern</strong>" in told
    assert "Hours: not stated → <strong>38 hours a week</strong>" in told
    assert told.count("<br>") == 3


def test_changed_item_is_told_and_escaped(desk):
    posting = make_publishable()

    response = save(desk, posting, **{"responsibilities-0-text": "Mend <b>tools</b>"})

    [told] = [line for line in said(response) if line.startswith("Students read this")]
    assert "Mend &lt;b&gt;tools&lt;/b&gt;" in told


def test_draft_is_saved_without_talk_of_students(desk):
    posting = make_publishable(status=Status.DRAFT)

    assert not [line for line in said(save(desk, posting, title="Gardener")) if "Students read" in line]


def test_save_without_a_change_says_so(desk):
    assert "Nothing that students read has changed." in said(save(desk, make_publishable()))


def test_without_a_script_a_live_page_changes_only_once_the_changes_were_shown(desk):
    posting = make_publishable(weeks_min=12)
    data = sent_by(desk.get(change_url(posting))) | {"weeks_min": "10", "responsibilities-0-text": "Mend tools"}

    first = desk.post(change_url(posting), {**data, "_save": "1"})
    before = posting.__class__.objects.get(pk=posting.pk).weeks_min
    desk.post(change_url(posting), {**sent_by(first), "_save": "1"})

    text = posting.responsibilities.get().text
    assert (before, posting.__class__.objects.get(pk=posting.pk).weeks_min, text) == (12, 10, "Mend tools")
    assert [line[::2] for line in first.context["untold"]] == [
        ("Weeks at least", "10"),
        ("What you would do, item 1: text", "Mend tools"),
    ]


def test_without_a_script_new_and_deleted_items_are_shown_too(desk):
    posting = make_publishable()
    data = sent_by(desk.get(change_url(posting))) | {
        "qualifications-0-DELETE": "on",
        "responsibilities-1-text": "Mend tools",
    }

    response = desk.post(change_url(posting), {**data, "_save": "1"})

    gone, new = response.context["untold"]
    assert (gone[1], gone[2], new[1:]) == (posting.qualifications.get().text, "Deleted.", ("Not there.", "Mend tools"))


def test_without_a_script_a_draft_and_an_untouched_page_are_saved_at_once(desk):
    draft, live = make_publishable(status=Status.DRAFT), make_publishable(title="Gardener Intern")

    answers = [desk.post(change_url(each), sent_by(desk.get(change_url(each)))) for each in (draft, live)]

    assert [answer.status_code for answer in answers] == [302, 302]
