import pytest
from django.core.management import call_command

from careers.postings.management.commands.load_sample import FIXTURES
from careers.postings.models import Location, Organisation, Posting, Term
from tests.conftest import SAMPLE
from tests.factories import make_organisation, make_posting

pytestmark = pytest.mark.django_db


def test_empty_database_gets_the_sample(capsys):
    call_command("load_sample")

    assert Posting.objects.count() == 5
    assert "5 postings of TikTok" in capsys.readouterr().out


def test_loading_again_leaves_edits_alone(capsys):
    call_command("load_sample")
    Posting.objects.update(title="Edited")
    Term.objects.all().delete()

    call_command("load_sample")

    assert set(Posting.objects.values_list("title", flat=True)) == {"Edited"}
    assert not Term.objects.exists()
    assert "not loaded" in capsys.readouterr().out


def test_database_with_a_posting_of_its_own_is_left_alone():
    make_posting()

    call_command("load_sample")

    assert Posting.objects.count() == 1
    assert not Organisation.objects.exists()


def test_database_with_an_organisation_of_its_own_is_left_alone():
    make_organisation(name="Acme")

    call_command("load_sample")

    assert Organisation.objects.get().name == "Acme"
    assert not Posting.objects.exists()


def test_sample_is_loaded_whole_or_not_at_all(monkeypatch):
    monkeypatch.setattr("careers.postings.management.commands.load_sample.FIXTURES", (*FIXTURES[:3], "no_such_fixture"))

    with pytest.raises(Exception, match="no_such_fixture"):
        call_command("load_sample")

    assert not Organisation.objects.exists()
    assert not Location.objects.exists()


def test_command_and_tests_load_the_same_files():
    assert FIXTURES == SAMPLE
