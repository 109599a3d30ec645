"""Search follows the record at once, however it is changed."""

import json

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from careers.find import search
from careers.find.models import Document, Stale
from careers.find.search import documents, index, triggers
from careers.postings.models import (
    Edition,
    FieldOfStudy,
    Location,
    Posting,
    Qualification,
    Responsibility,
    Skill,
    Team,
    Term,
)
from tests.factories import make_posting, make_qualification, make_responsibility, make_skill, make_team

pytestmark = pytest.mark.django_db

INSTALLED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger",
}


@pytest.fixture
def posting():
    """A posting whose documents are up to date."""
    posting = make_posting(title="Baker")
    make_responsibility(posting, "Knead dough")
    make_qualification(posting, skills=["Rust"])
    posting.fields_of_study.add(FieldOfStudy.objects.create(name="Botany", slug="botany"))
    assert finds("baker dough rust botany platform sydney")
    return posting


def finds(text):
    return search.matching(Posting.objects.all(), text).count()


def execute(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def names(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {name for (name,) in cursor.fetchall()}


def test_every_table_has_its_triggers():
    events = triggers.ROWS if connection.vendor == "sqlite" else ["truncate"]
    wanted = {f"search_{table}_{event}" for table in triggers.MARKED for event in events}

    assert wanted <= names(INSTALLED[connection.vendor])


RENAMES = {
    "posting": lambda: Posting.objects.update(title="Zebra"),
    "team": lambda: Team.objects.update(name="Zebra"),
    "location": lambda: Location.objects.update(name="Zebra"),
    "skill": lambda: Skill.objects.update(name="Zebra"),
    "field": lambda: FieldOfStudy.objects.update(name="Zebra"),
    "responsibility": lambda: Responsibility.objects.update(text="Zebra"),
    "qualification": lambda: Qualification.objects.update(text="Zebra"),
    "plain SQL": lambda: execute("UPDATE postings_team SET introduction = %s", "Zebra"),
}


@pytest.mark.parametrize("change", RENAMES)
def test_renaming_is_followed(posting, change):
    assert not finds("zebra")

    RENAMES[change]()

    assert finds("zebra") == 1
    assert Stale.objects.count() == 0


def test_old_words_are_forgotten(posting):
    Posting.objects.update(title="Cook")
    Skill.objects.update(name="Go")
    posting.responsibilities.all().delete()

    assert not finds("baker")
    assert not finds("rust")
    assert not finds("dough")


def test_links_are_followed(posting):
    item = posting.qualifications.get()

    item.skills.set([make_skill("Perl")])
    posting.fields_of_study.clear()

    assert finds("perl")
    assert not finds("rust")
    assert not finds("botany")


def test_item_that_moves_changes_both_postings(posting):
    other = make_posting(title="Cook")
    assert finds("baker dough")

    Responsibility.objects.update(posting=other)

    assert finds("cook dough")
    assert not finds("baker dough")


def test_bulk_changes_are_followed(posting):
    Posting.objects.bulk_create([Posting(title="Zebra keeper", slug=f"zebra-{number}") for number in range(3)])
    posting.title = "Zebra tamer"
    Posting.objects.bulk_update([posting], ["title"])

    assert finds("zebra") == 4


def test_deleted_posting_is_forgotten(posting):
    pk = posting.pk
    posting.delete()

    assert not finds("baker")
    assert not Document.objects.filter(pk=pk).exists()


def test_posting_deleted_by_plain_sql_is_forgotten():
    pk = make_posting(title="Baker").pk
    assert finds("baker")

    execute("DELETE FROM postings_posting")

    assert not finds("baker")
    assert not Document.objects.filter(pk=pk).exists()


def test_fixture_is_followed(posting, tmp_path):
    fixture = tmp_path / "teams.json"
    fields = {"slug": posting.team.slug, "name": "Zebra"}
    fixture.write_text(json.dumps([{"model": "postings.team", "fields": fields}]))

    call_command("loaddata", fixture, verbosity=0)

    assert finds("zebra") == 1


def test_changed_term_holds_at_once_and_makes_no_document_stale(posting):
    term = Term.objects.create(text="Rust", same_as="oxide")
    assert finds("oxide")

    Term.objects.update(same_as="patina")
    assert finds("patina")
    assert not finds("oxide")

    term.delete()
    assert not finds("patina")
    assert Stale.objects.count() == 0


def test_change_rolled_back_leaves_nothing(posting):
    with transaction.atomic():
        Team.objects.update(name="Zebra")
        transaction.set_rollback(True)

    assert not finds("zebra")


def test_edition_does_not_rise(posting):
    Team.objects.update(name="Zebra")
    before = Edition.objects.current()

    assert finds("zebra")
    assert Edition.objects.current() == before


def test_many_changes_are_worked_off_in_batches(monkeypatch):
    monkeypatch.setattr(documents, "BATCH", 2)
    monkeypatch.setattr(documents, "MOST_MARKS", 3)
    for number in range(7):
        make_posting(title=f"Baker {number}", team=make_team("Alpha"))
    assert finds("alpha") == 7

    Team.objects.update(name="Beta")

    assert finds("beta") == 7


def test_search_stops_catching_up_when_time_is_up_and_the_next_goes_on(monkeypatch):
    monkeypatch.setattr(documents, "BATCH", 1)
    make_posting(title="Baker")
    make_posting(title="Cook")

    documents.catch_up(seconds=0)
    assert Stale.objects.exists()

    documents.catch_up()
    assert not Stale.objects.exists()


def test_search_that_cannot_write_goes_on_with_what_there_is(posting, monkeypatch):
    def refuse():
        raise OperationalError("attempt to write a readonly database")

    Posting.objects.update(title="Cook")
    monkeypatch.setattr(documents, "take_turns", refuse)

    assert finds("baker") == 1
    assert Stale.objects.exists()


def test_search_without_changes_takes_three_statements(posting, django_assert_num_queries):
    with django_assert_num_queries(3):
        finds("baker")


def test_rebuilding_makes_every_document_afresh(posting, capsys):
    Document.objects.update(title="nonsense")
    Document.objects.create(pk=posting.pk + 1000, title="gone")

    call_command("rebuild_search")

    assert finds("baker")
    assert Document.objects.count() == 1
    assert "1 documents" in capsys.readouterr().out


def test_index_made_afresh_holds_the_documents(posting):
    index.install(None, connection.SchemaEditorClass(connection, atomic=False))

    assert finds("baker dough")
