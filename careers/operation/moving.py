"""All rows from the site's database into another one, equal to the last value, or not at all."""

from itertools import islice

from django.apps import apps
from django.core.management import CommandError
from django.core.management.color import no_style
from django.db import DataError, connections, transaction
from django.db.models.sql import InsertQuery

from .databases import ELSEWHERE
from .tables import differences, of_rows

AT_ONCE = 200
# Made afresh from the record: each engine has documents of its own kind.
DERIVED = {"find"}


def move():
    """Copy every row, compare every table, and commit only if all are equal; return {table: figures}."""
    here, there = connections["default"], connections[ELSEWHERE]
    models = all_models()
    with transaction.atomic(), transaction.atomic(using=ELSEWHERE), triggers_off(there, models):
        empty(there, models)
        for model in models:
            copy(model)
        figures = compared(models)
        reset_sequences(there, models)
    here.close()
    return figures


def all_models():
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and model._meta.app_label not in DERIVED]


class triggers_off:  # noqa: N801
    """Let no trigger of ours run: the edition is copied as it is. Foreign keys are still checked, at the end."""

    def __init__(self, connection, models):
        self.connection = connection
        self.tables = [connection.ops.quote_name(model._meta.db_table) for model in models]

    def __enter__(self):
        self.each("DISABLE")

    def __exit__(self, kind, error, trace):
        if error is None:
            with self.connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            self.each("ENABLE")

    def each(self, verb):
        with self.connection.cursor() as cursor:
            for table in self.tables:
                cursor.execute(f"ALTER TABLE {table} {verb} TRIGGER USER")


def empty(connection, models):
    """Take away what migrations put there: roles, permissions, content types."""
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables}")


def copy(model):
    rows = model._base_manager.using("default").iterator(chunk_size=AT_ONCE)
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    for some in batches(rows):
        query = InsertQuery(model)
        # As they are: saving would set fields that note when a row was saved.
        query.insert_values(fields, some, raw=True)
        try:
            query.get_compiler(using=ELSEWHERE).execute_sql()
        except (ValueError, DataError) as error:
            raise CommandError(f"{model._meta.db_table}: {error} Nothing was moved.") from None


def batches(rows):
    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        yield some


def compared(models):
    one, other = ({model._meta.db_table: figures(model, alias) for model in models} for alias in ("default", ELSEWHERE))
    if wrong := differences(one, other):
        raise CommandError("\n".join(["The copy differs, so nothing was moved:", *wrong]))
    return one


def figures(model, alias):
    """Return number and digest of a table's rows as Python values, which are the same on every engine."""
    names = sorted(field.attname for field in model._meta.local_concrete_fields)
    return of_rows(model._base_manager.using(alias).order_by().values_list(*names).iterator(chunk_size=1_000))


def reset_sequences(connection, models):
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
