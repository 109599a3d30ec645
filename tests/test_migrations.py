"""Old and new release run side by side during a deploy: a migration must leave what the old one still uses."""

import re
from pathlib import Path

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

DESTRUCTIVE = (
    migrations.DeleteModel,
    migrations.RemoveField,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.AlterModelTable,
)
# Said by a migration that takes something away: the release that stopped using it, as in `contract = "1.2.0"`.
MARK = "contract"
CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
# From before the first release: no older one ran beside it.
EARLY = {"importer.0002_remarks"}


def ours():
    found = MigrationLoader(None).disk_migrations
    return {key: each for key, each in found.items() if type(each).__module__.startswith("careers.")}


def destroying(migration):
    return [operation.describe() for operation in migration.operations if isinstance(operation, DESTRUCTIVE)]


@pytest.mark.parametrize("migration", sorted(ours().values(), key=str), ids=str)
def test_migration_leaves_what_the_release_before_uses(migration):
    assert not destroying(migration) or waited(migration, released()), destroying(migration)


def waited(migration, releases):
    """Return whether what it takes away was unused by a release that is out: none that runs then needs it."""
    return getattr(migration, MARK, None) in releases


def released():
    """Return the releases that are out: their headings in the changelog begin with a number."""
    return re.findall(r"^## (\d\S*)", CHANGELOG.read_text(), re.MULTILINE)


def demanding(migration):
    """Return the new columns that a row written by the release before would lack."""
    added = [operation for operation in migration.operations if isinstance(operation, migrations.AddField)]
    return [operation.describe() for operation in added if not may_be_left_out(operation.field)]


def may_be_left_out(field):
    return field.many_to_many or field.null or field.db_default is not models.NOT_PROVIDED


@pytest.mark.parametrize("migration", sorted(ours().values(), key=str), ids=str)
def test_migration_lets_the_release_before_write(migration):
    assert not demanding(migration) or str(migration) in EARLY, demanding(migration)


@pytest.mark.parametrize(
    ("field", "refused"),
    [
        (models.TextField(default=""), True),
        (models.TextField(null=True), False),
        (models.TextField(db_default=""), False),
    ],
)
def test_column_that_must_be_written_is_recognised(field, refused):
    added = migrations.AddField("posting", "travel", field)
    migration = type("Migration", (migrations.Migration,), {"operations": [added]})

    assert bool(demanding(migration("0099_travel", "postings"))) == refused


def test_removal_is_recognised():
    assert destroying(removing())


@pytest.mark.parametrize(
    ("mark", "allowed"), [({}, False), ({MARK: True}, False), ({MARK: "1.3.0"}, False), ({MARK: "1.2.0"}, True)]
)
def test_removal_waits_for_a_release_that_does_without(mark, allowed):
    assert waited(removing(**mark), ["1.2.0", "1.1.0"]) is allowed


def removing(**facts):
    operations = [migrations.RemoveField("posting", "title")]
    migration = type("Migration", (migrations.Migration,), {"operations": operations, **facts})
    return migration("0099_remove_title", "postings")
