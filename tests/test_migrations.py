"""Old and new release run side by side during a deploy: a migration must leave what the old one still uses."""

import pytest
from django.db import migrations
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


def ours():
    found = MigrationLoader(None).disk_migrations
    return {key: each for key, each in found.items() if type(each).__module__.startswith("careers.")}


def destroying(migration):
    return [operation.describe() for operation in migration.operations if isinstance(operation, DESTRUCTIVE)]


@pytest.mark.parametrize("migration", sorted(ours().values(), key=str), ids=str)
def test_migration_leaves_what_the_release_before_uses(migration):
    assert not destroying(migration) or getattr(migration, MARK, False), destroying(migration)


def test_removal_is_recognised():
    migration = type("Migration", (migrations.Migration,), {"operations": [migrations.RemoveField("posting", "title")]})

    assert destroying(migration("0099_remove_title", "postings"))
