"""Every verb of a posting's life: from which state it may be taken, what it leaves behind, and who took it when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from careers.postings.choices import ClosedReason, Status
from careers.postings.models import Posting, PostingEvent
from tests.factories import make_posting

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 22, tzinfo=UTC)
DAY = timedelta(days=1)
STATES = {
    "draft": {"status": Status.DRAFT},
    "in_review": {"status": Status.IN_REVIEW},
    "scheduled": {"opens_at": NOW + DAY},
    "open": {"opens_at": NOW - DAY},
    "expired": {"valid_through": NOW - DAY},
    "closed": {"status": Status.CLOSED, "closed_at": NOW - DAY, "closed_reason": ClosedReason.FILLED},
    "archived": {"status": Status.ARCHIVED, "closed_at": NOW - DAY, "closed_reason": ClosedReason.FILLED},
    "cancelled": {"status": Status.CLOSED, "closed_at": NOW - DAY, "opens_at": NOW + DAY},
}
WAITING = {"draft", "in_review", "scheduled"}
ENDED = {"expired", "closed", "cancelled"}
ALLOWED = {
    "submit": {"draft"},
    "send_back": {"in_review"},
    "publish": WAITING,
    "schedule": WAITING,
    "extend": {"scheduled", "open"},
    "close": {"scheduled", "open", "expired"},
    "withdraw": {"scheduled", "open", "archived", *ENDED},
    "reopen": {"archived", *ENDED},
    "archive": ENDED,
}
PAST = {
    "submit": "submitted", "send_back": "sent_back", "publish": "published", "schedule": "scheduled",
    "extend": "extended", "close": "closed", "reopen": "reopened", "archive": "archived",
}  # fmt: skip
ASKED = {"schedule": {"opens_at": NOW + 2 * DAY}, "extend": {"valid_through": NOW + 3 * DAY}}
STALE = [
    ("publish", "draft"), ("schedule", "draft"), ("schedule", "scheduled"),
    ("close", "open"), ("reopen", "closed"), ("archive", "expired"),
]  # fmt: skip
CASES = [(verb, state) for verb in ALLOWED for state in STATES]


def take(posting, verb, **more):
    getattr(posting, verb)(**ASKED.get(verb, {}), on=NOW, **more)


def stored(posting):
    return Posting.objects.filter(pk=posting.pk).values().get()


@pytest.mark.parametrize(("verb", "state"), [case for case in CASES if case[1] in ALLOWED[case[0]]])
def test_verb_moves_the_posting_and_says_who_and_when(verb, state):
    posting, rita = make_posting(**STATES[state]), get_user_model().objects.create(username="rita")

    take(posting, verb, by=rita, note="As agreed")

    event = PostingEvent.objects.get()
    assert (event.posting, event.by, event.at, event.note) == (posting, rita, NOW, "As agreed")
    assert event.verb == PAST.get(verb, event.verb)
    assert stored(posting)["version"] == posting.version == 1


@pytest.mark.parametrize(("verb", "state"), [case for case in CASES if case[1] not in ALLOWED[case[0]]])
def test_verb_is_refused_and_changes_nothing(verb, state):
    posting = make_posting(**STATES[state])
    before, as_read = stored(posting), dict(vars(posting))

    with pytest.raises(ValidationError) as refusal:
        take(posting, verb)

    assert refusal.value.code == "not_now"
    assert stored(posting) == before
    assert {**vars(posting), "_state": None} == {**as_read, "_state": None}
    assert not PostingEvent.objects.exists()


@pytest.mark.parametrize(("verb", "state"), STALE)
def test_second_writer_with_a_stale_copy_is_refused(verb, state):
    mine = make_posting(**STATES[state])
    theirs = Posting.objects.get(pk=mine.pk)
    take(mine, verb)
    after, as_read = stored(mine), dict(vars(theirs))

    with pytest.raises(ValidationError):
        take(theirs, verb)

    assert stored(mine) == after
    assert {**vars(theirs), "_state": None} == {**as_read, "_state": None}
    assert PostingEvent.objects.count() == 1


def test_second_edit_of_a_stale_copy_is_refused():
    mine = make_posting()
    theirs = Posting.objects.get(pk=mine.pk)
    mine.take_turn()

    with pytest.raises(ValidationError):
        theirs.take_turn()


def test_draft_goes_to_review_and_back():
    posting = make_posting(status=Status.DRAFT)

    posting.submit()
    assert posting.status == Status.IN_REVIEW
    posting.send_back(note="Say how long it takes")

    assert posting.status == Status.DRAFT
    assert [event.verb for event in posting.events.all()] == ["submitted", "sent_back"]


def test_publishing_opens_it_now_and_dates_it_by_its_citys_calendar():
    posting = make_posting(status=Status.DRAFT)

    posting.publish(on=NOW)

    posting.refresh_from_db()
    assert (posting.status, posting.opens_at, posting.date_posted) == (Status.PUBLISHED, NOW, date(2026, 6, 2))
    assert posting.is_open(NOW)


def test_scheduling_opens_it_then():
    posting = make_posting(status=Status.IN_REVIEW)

    posting.schedule(NOW + DAY, on=NOW)

    posting.refresh_from_db()
    assert posting.date_posted == date(2026, 6, 3)
    assert (posting.is_open(NOW), posting.is_scheduled(NOW), posting.is_open(NOW + DAY)) == (False, True, True)


@pytest.mark.parametrize("opens_at", [NOW, NOW - DAY])
def test_scheduling_into_the_past_is_refused(opens_at):
    with pytest.raises(ValidationError, match="future"):
        make_posting(status=Status.DRAFT).schedule(opens_at, on=NOW)


@pytest.mark.parametrize(("facts", "message"), [({"title": " "}, "title"), ({"valid_through": NOW}, "closing date")])
def test_publishing_names_what_is_in_the_way(facts, message):
    with pytest.raises(ValidationError, match=message):
        make_posting(status=Status.DRAFT, **facts).publish(on=NOW)


def test_schedule_may_set_the_closing():
    posting = make_posting(status=Status.DRAFT)

    posting.schedule(NOW + DAY, on=NOW, valid_through=NOW + 2 * DAY)

    posting.refresh_from_db()
    assert (posting.valid_through, posting.events.get().moment) == (NOW + 2 * DAY, NOW + DAY)


@pytest.mark.parametrize("closes", [NOW - DAY, NOW, NOW + DAY])
def test_closing_is_not_moved_before_it_opens(closes):
    with pytest.raises(ValidationError, match="passed"):
        make_posting(opens_at=NOW + DAY).extend(closes, on=NOW)


@pytest.mark.parametrize(("verb", "state"), [case for case in CASES if case[1] in ALLOWED[case[0]]])
def test_rehearsal_leaves_what_the_verb_leaves_and_writes_nothing(verb, state):
    posting = make_posting(**STATES[state])
    before = stored(posting)

    after = posting.rehearse(verb, **ASKED.get(verb, {}), on=NOW)

    assert stored(posting) == before
    assert not PostingEvent.objects.exists()
    take(posting, verb)
    assert {**stored(posting), "version": 0} == {name: getattr(after, name) for name in before}


def test_closing_keeps_reason_and_moment():
    posting = make_posting()

    posting.close(on=NOW)

    posting.refresh_from_db()
    assert (posting.status, posting.closed_reason, posting.ended()) == (Status.CLOSED, ClosedReason.FILLED, NOW)
    assert (posting.is_open(NOW), posting.was_public(NOW)) == (False, True)


def test_closing_after_the_closing_date_keeps_that_date():
    posting = make_posting(valid_through=NOW - DAY)

    posting.close(on=NOW)

    assert posting.closed_at == NOW - DAY


def test_withdrawing_a_closed_posting_changes_the_reason_only():
    posting = make_posting(**STATES["closed"])

    posting.withdraw(on=NOW)

    posting.refresh_from_db()
    assert (posting.status, posting.closed_at) == (Status.CLOSED, NOW - DAY)
    assert posting.reason_for_closing() == ClosedReason.WITHDRAWN


def test_reopened_posting_is_open_until_its_new_date():
    posting = make_posting(**STATES["archived"])

    posting.reopen(valid_through=NOW + DAY, on=NOW)

    posting.refresh_from_db()
    assert (posting.closed_at, posting.closed_reason, posting.ended()) == (None, None, NOW + DAY)
    assert (posting.is_open(NOW + DAY), posting.is_open(NOW + 2 * DAY)) == (True, False)


@pytest.mark.parametrize(("state", "closes"), [("closed", NOW), ("expired", NOW - DAY), ("cancelled", NOW + DAY)])
def test_reopening_until_a_date_that_will_have_passed_is_refused(state, closes):
    with pytest.raises(ValidationError, match="passed"):
        make_posting(**STATES[state]).reopen(valid_through=closes, on=NOW)


def test_posting_closed_before_it_opened_waits_again_when_reopened():
    posting = make_posting(opens_at=NOW + DAY)
    posting.close(on=NOW)
    assert not posting.was_public(NOW + 2 * DAY)

    posting.reopen(on=NOW)

    assert posting.is_scheduled(NOW)


def test_archived_posting_keeps_its_address_and_its_end():
    posting = make_posting(valid_through=NOW - DAY)

    posting.archive(on=NOW)

    posting.refresh_from_db()
    assert (posting.status, posting.ended(), posting.was_public(NOW)) == (Status.ARCHIVED, NOW - DAY, True)
    assert posting.reason_for_closing() == ClosedReason.EXPIRED


def test_event_outlives_the_account_of_who_took_the_step():
    posting, rita = make_posting(), get_user_model().objects.create(username="rita")
    posting.close(by=rita, on=NOW)

    rita.delete()

    assert posting.events.get().by is None
