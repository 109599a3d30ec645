"""The edition's number: it rises with every change a public page can show, however made, and with no other."""

import json

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from careers.postings import triggers
from careers.postings.models import Benefit, BenefitCategory, Edition, Posting, PostingEvent, Skill, Team
from tests.factories import make_posting, make_qualification, make_skill, make_team

pytestmark = pytest.mark.django_db

PRIVATE = {"postings_edition", "postings_postingevent"}
INSTALLED = {
    "sqlite": "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'edition%'"
    " GROUP BY tbl_name",
    # One trigger there answers to all three kinds of change.
    "postgresql": "SELECT relname, count(*) * 3 FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid"
    " WHERE tgname LIKE 'edition%' GROUP BY relname",
}


@pytest.fixture
def posting():
    return make_posting()


@pytest.fixture
def rises():
    """Return a function that says whether the number rose while something was done."""

    def rises(change):
        before = Edition.objects.current()
        change()
        after = Edition.objects.current()
        assert after >= before
        return after > before

    return rises


def fetched(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def execute(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def test_every_public_table_has_its_triggers():
    models = apps.get_app_config("postings").get_models(include_auto_created=True)
    public = {model._meta.db_table for model in models} - PRIVATE

    assert dict(fetched(INSTALLED[connection.vendor])) == dict.fromkeys(public, 3)
    assert set(triggers.TABLES) == public


def test_saving_raises_it(posting, rises):
    assert rises(posting.save)
    assert rises(lambda: make_team("Another"))


def test_update_raises_it(posting, rises):
    assert rises(lambda: Posting.objects.update(title="Renamed"))


def test_delete_raises_it(posting, rises):
    assert rises(posting.delete)


def test_deleting_all_rows_raises_it(rises):
    make_skill("Python")

    assert rises(lambda: Skill.objects.all().delete())
    assert not rises(lambda: Skill.objects.all().delete())


def test_bulk_create_raises_it(rises):
    assert rises(lambda: Skill.objects.bulk_create([Skill(name="Go", slug="go"), Skill(name="C", slug="c")]))


def test_bulk_create_that_ignores_conflicts_raises_it(rises):
    rows = [Skill(name="Go", slug="go"), Skill(name="C", slug="c")]
    make_skill("Go")

    assert rises(lambda: Skill.objects.bulk_create(rows, ignore_conflicts=True))
    assert Skill.objects.count() == 2


def test_bulk_create_that_updates_raises_it(rises):
    make_skill("Go")

    assert rises(
        lambda: Skill.objects.bulk_create(
            [Skill(name="Golang", slug="go")], update_conflicts=True, unique_fields=["slug"], update_fields=["name"]
        )
    )


def test_bulk_update_raises_it(rises):
    skill = make_skill("Go")
    skill.name = "Golang"

    assert rises(lambda: Skill.objects.bulk_update([skill], ["name"]))


def test_linking_and_unlinking_raises_it(posting, rises):
    category = BenefitCategory.objects.create(name="Time off", slug="time-off")
    benefit = Benefit.objects.create(category=category, name="Leave")
    item, skill = make_qualification(posting), make_skill("Go")

    assert rises(lambda: posting.benefits.add(benefit))
    assert rises(lambda: posting.benefits.remove(benefit))
    assert rises(lambda: item.skills.add(skill))
    assert rises(lambda: item.skills.clear())


def test_plain_sql_raises_it(posting, rises):
    assert rises(lambda: execute("UPDATE postings_posting SET title = %s", "Renamed"))
    assert rises(lambda: execute("INSERT INTO postings_skill (name, slug) VALUES (%s, %s)", "Go", "go"))
    assert rises(lambda: execute("DELETE FROM postings_skill"))


def test_loaddata_raises_it(rises, tmp_path):
    fixture = tmp_path / "skills.json"
    fixture.write_text(json.dumps([{"model": "postings.skill", "fields": {"name": "Go", "slug": "go"}}]))

    assert rises(lambda: call_command("loaddata", fixture, verbosity=0))


def test_step_of_a_postings_life_raises_it(posting, rises):
    assert rises(posting.close)


def test_note_of_a_step_does_not_raise_it(posting, rises):
    assert not rises(lambda: PostingEvent.objects.create(posting=posting, verb="closed", at=timezone.now()))


def test_sessions_and_cache_do_not_raise_it(rises):
    assert not rises(lambda: Session.objects.create(session_key="a" * 32, expire_date=timezone.now()))
    assert not rises(lambda: cache.set("attempts", 3))


def test_number_starts_again_when_its_row_is_gone(rises):
    Edition.objects.all().delete()
    assert Edition.objects.current() == 0

    assert rises(lambda: make_team("Another"))


def test_rolled_back_change_leaves_the_number_and_never_lends_its_own():
    make_team("Before")
    before = Edition.objects.current()
    with transaction.atomic():
        Team.objects.update(name="Undone")
        undone = Edition.objects.current()
        transaction.set_rollback(True)
    assert Edition.objects.current() == before

    Team.objects.update(name="Done")

    assert Edition.objects.current() not in {before, undone}
