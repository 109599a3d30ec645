"""While the site is read-only nothing is asked for, sent or forgotten, and nothing is half done."""

import pytest
from django.core import mail
from django.core.management import call_command

from careers.alerts.models import SignUp
from careers.lib.switches import READ_ONLY_FILE
from tests.alerts.people import SENT, WAITING, run, states, subscribe
from tests.alerts.test_journey import sign_up
from tests.factories import make_posting

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def switch(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / READ_ONLY_FILE


def test_sign_up_says_so_and_keeps_nothing(client, switch):
    switch.touch()

    answer = sign_up(client)

    assert answer.status_code == 503
    assert "Nothing was saved" in answer.text
    assert (SignUp.objects.count(), mail.outbox) == (0, [])


@pytest.mark.parametrize("command", ["send_alerts", "send_notices", "tidy"])
def test_command_of_a_timer_does_nothing_and_says_so(switch, capsys, command, queries):
    subscribe()
    make_posting(intake_year=2027)
    switch.touch()

    done = queries(lambda: call_command(command))

    assert "read-only: nothing was done" in capsys.readouterr().out
    assert (done, mail.outbox, states()) == ([], [], [])


def test_run_that_is_under_way_stops_after_the_mail_in_hand(switch, inbox):
    for number in range(3):
        subscribe(f"reader{number}@example.org")
    make_posting(intake_year=2027)
    inbox.answer = lambda stage, address: switch.touch()

    run()
    before = states()
    switch.unlink()
    inbox.answer = lambda stage, address: None
    run()

    assert (before, states()) == ([SENT, WAITING, WAITING], [SENT] * 3)
    assert len(set(inbox.addresses)) == len(inbox.mails) == 3
