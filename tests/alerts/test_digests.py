"""What a mail tells, how often, and what it leaves out."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from careers.alerts.looking import State, look
from careers.alerts.models import Notice, Subscription, Watch
from careers.postings.changes import noting_changes
from careers.postings.models import Edition, Posting
from tests.alerts.people import SEARCH, run, subscribe
from tests.factories import make_posting, make_team

pytestmark = pytest.mark.usefixtures("organisation")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def text():
    return mail.outbox[-1].body


def change(posting, **facts):
    with noting_changes(Posting.objects.filter(pk=posting.pk)):
        Posting.objects.filter(pk=posting.pk).update(**facts)


@pytest.mark.parametrize(("frequency", "mails"), [("weekly", 1), ("daily", 3), ("at_once", 3)])
def test_frequency_is_kept(frequency, mails):
    subscribe(frequency=frequency)
    for day in range(3):
        make_posting(intake_year=2027)
        run(later=day * DAY)
        run(later=day * DAY)

    assert len(mail.outbox) == mails


def test_weekly_mail_tells_all_that_came_meanwhile():
    subscribe()
    make_posting(intake_year=2027)
    run()
    titles = [str(make_posting(intake_year=2027)) for _ in range(2)]
    run(later=WEEK)

    assert mail.outbox[-1].subject == "2 new internships"
    assert all(title in text() for title in titles)


def test_all_alerts_of_an_address_come_in_one_mail_and_each_posting_once():
    subscribe(query="location=sydney")
    subscribe(query=SEARCH)
    posting = make_posting(intake_year=2027)
    run()

    assert len(mail.outbox) == 1
    assert text().count(posting.get_absolute_url()) == 1


def test_what_matched_at_sign_up_is_not_news():
    make_posting(intake_year=2027)
    subscribe()

    run()

    assert mail.outbox == []


def test_posting_that_comes_to_match_by_an_edit_is_news():
    posting = make_posting(intake_year=2026)
    subscribe()
    Posting.objects.filter(pk=posting.pk).update(intake_year=2027)

    run()

    assert str(posting) in text()


def test_scheduled_posting_is_news_once_it_has_opened():
    subscribe()
    make_posting(intake_year=2027, opens_at=timezone.now() + DAY)
    run()
    early = len(mail.outbox)
    run(later=1.1 * DAY)

    assert (early, len(mail.outbox)) == (0, 1)


def test_posting_that_has_closed_before_the_run_is_not_told():
    subscribe()
    make_posting(intake_year=2027, valid_through=timezone.now() + timedelta(hours=1))

    run(later=timedelta(hours=2))

    assert mail.outbox == []


def test_mail_says_what_fits_and_why():
    subscribe()
    make_posting(intake_year=2027, graduation_by=date(2027, 12, 1))

    run()

    assert "You said: you finish in November 2027." in text()
    assert "Can’t tell. It doesn’t say:" in text()
    assert "Finish your course: By December 2027" in text()


def test_mail_leads_with_what_a_postings_own_dates_mean_for_everyone():
    subscribe(query="level=master")
    dates = {"job_start_date": date(2020, 1, 1), "weeks_min": 12, "must_stay_enrolled": True}
    make_posting(degree_levels=["master"], graduation_by=date(2020, 12, 1), **dates)
    make_posting(degree_levels=["master"], graduation_by=date(2019, 12, 1), **dates)

    run()

    for part in (text(), mail.outbox[-1].alternatives[0].content):
        assert part.count("Too late to start: the last start that fits was 9 October 2020.") == 1
        assert part.count("As written, nobody can meet this") == 1
        assert "An alert ends by itself after two years, this one on" in part


def test_changed_fact_is_told_with_what_it_was():
    posting = make_posting(intake_year=2027, weeks_min=12)
    subscribe()
    change(posting, weeks_min=14)
    change(posting, weeks_min=16)

    run()

    assert "Length: At least 16 weeks. Before: At least 12 weeks." in text()


def test_fact_that_was_changed_and_changed_back_is_no_news():
    posting = make_posting(intake_year=2027, weeks_min=12)
    subscribe()
    change(posting, weeks_min=16)
    change(posting, weeks_min=12)

    run()

    assert mail.outbox == []


def test_closing_soon_is_told_once():
    subscribe(frequency="daily")
    with time_machine.travel(timezone.now() - DAY):
        make_posting(intake_year=2027, valid_through=timezone.now() + timedelta(days=15))
    run()
    for day in (9, 10, 11):
        run(later=day * DAY)

    assert [message.subject[:7] for message in mail.outbox] == ["New: En", "Closing"]


@pytest.fixture
def chosen():
    """A posting that somebody wants to be reminded of."""
    posting = make_posting(valid_through=timezone.now() + timedelta(days=30))
    subscribe(query=f"posting={posting.slug}", frequency="at_once")
    return posting


def test_reminder_comes_before_the_closing(chosen):
    run()
    run(later=timedelta(days=24))

    assert [message.subject for message in mail.outbox] == [f"Closing soon: {chosen}"]


@pytest.mark.parametrize(("verb", "said"), [("close", "Closed"), ("withdraw", "Withdrawn")])
def test_reminder_says_how_it_ended(chosen, verb, said):
    getattr(chosen, verb)()

    run()

    assert mail.outbox[0].subject == f"{said}: {chosen}"


def test_reminder_says_nothing_when_it_closes_as_stated(chosen):
    run(later=timedelta(days=24))
    run(later=timedelta(days=31))

    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("days", "said"), [(60, "Closes later than it said"), (20, "Closes earlier than it said")])
def test_reminder_says_that_its_closing_was_moved(chosen, days, said):
    Posting.objects.filter(pk=chosen.pk).update(valid_through=timezone.now() + timedelta(days=days))

    run()

    assert mail.outbox[0].subject == f"{said}: {chosen}"
    assert "Applications close:" in text()


def test_reopened_posting_is_told(chosen):
    chosen.close()
    run()
    chosen.refresh_from_db()
    chosen.reopen()
    run(later=DAY)

    assert mail.outbox[-1].subject == f"Open again: {chosen}"


def test_mail_has_the_headers_of_an_automatic_list():
    subscribe()
    make_posting(intake_year=2027)
    run()
    headers = mail.outbox[0].message()

    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["List-Id"] == "<alerts.127.0.0.1>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["From"] == "Acme careers <careers@localhost>"
    assert "1 Harbour Street" in text()


def test_mail_is_small_however_much_there_is_to_tell():
    for number in range(10):
        make_team(f"Team {number}")
        subscribe(query=f"team=team-{number}&graduation=2027-11")
    for number in range(150):
        make_posting(title="Software Engineer Intern " * 5, team=make_team(f"Team {number % 10}"), weeks_min=12)
    run()

    assert len(mail.outbox[0].message().as_bytes()) < 60_000
    assert "And 7 more." in text()


def test_mail_escapes_what_people_have_written():
    subscribe()
    make_posting(title="<b>Bold</b> & co", intake_year=2027)
    run()

    assert "<b>Bold" not in mail.outbox[0].alternatives[0].content
    assert "<b>Bold</b> & co" in text()


def test_mail_needs_no_picture_and_loads_nothing():
    subscribe()
    make_posting(intake_year=2027)
    run()
    html = mail.outbox[0].alternatives[0].content

    assert "<img" not in html
    assert "url(" not in html
    assert "var(--" not in html
    assert "prefers-color-scheme: dark" in html


def test_subscriptions_leave_the_edition_alone():
    posting = make_posting(intake_year=2027)
    before = Edition.objects.current()
    subscribe()
    subscribe(query=f"posting={posting.slug}")
    run()
    Subscription.objects.all().delete()

    assert Edition.objects.current() == before


def test_nobody_waiting_means_nothing_is_looked_at():
    subscribe()
    Subscription.objects.update(paused_at=datetime(2026, 1, 1, tzinfo=UTC))

    assert run().startswith("0 searches")


def test_looking_costs_as_much_for_many_as_for_one(queries):
    for number in range(30):
        subscribe(f"reader{number}@example.org", frequency="at_once")
    run()

    few = len(queries(run))
    make_posting(intake_year=2026)
    more = len(queries(run))

    # The index and the ledger are built once for all of them, nothing is read for each.
    assert more - few < 30


def test_of_two_that_look_at_once_one_writes():
    subscribe()
    make_posting(intake_year=2027)
    read_by_both = [list(Watch.objects.with_matches()) for _ in range(2)]

    for watches in read_by_both:
        look(watches, State.now(timezone.now()))

    assert Notice.objects.count() == 1
