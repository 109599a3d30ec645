"""Old and new release run side by side during a deploy: a migration must leave what the old one still uses."""

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
# Said by a migration that takes away what the release before it no longer used: `contract = True`.
MARK = "contract"
# From before the first release: no older one ran beside it.
EARLY = {"importer.0002_remarks"}


def ours():
    found = MigrationLoader(None).disk_migrations
    return {key: each for key, each in found.items() if type(each).__module__.startswith("careers.")}


def destroying(migration):
    return [operation.describe() for operation in migration.operations if isinstance(operation, DESTRUCTIVE)]


@pytest.mark.parametrize("migration", sorted(ours().values(), key=str), ids=str)
def test_migration_leaves_what_the_release_before_uses(migration):
    assert not destroying(migration) or getattr(migration, MARK, False), destroying(migration)


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
    migration = type("Migration", (migrations.Migration,), {"operations": [migrations.RemoveField("posting", "title")]})

    assert destroying(migration("0099_remove_title", "postings"))
