"""How each engine is copied while it is in use, and how a copy becomes a database again."""

import os
import secrets
import shutil
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

from django.core.management import CommandError
from django.db import DatabaseError, connection

from careers.operation.databases import another, from_url, run
from careers.operation.tables import counted


class SQLite:
    """The backup interface of SQLite: a file that is copied in use lacks what its log still holds."""

    dump_name = "careers.sqlite3"

    def dump(self, path):
        """Write a copy of one moment to `path`; return the figures of that moment."""
        with another(connection.settings_dict) as source, closing(self.new_file(path)) as target:
            source.ensure_connection()
            # One read transaction: the figures and the copy are of the same state.
            source.connection.execute("BEGIN")
            figures = counted(source)
            source.connection.backup(target)
            source.connection.execute("ROLLBACK")
            target.execute("PRAGMA journal_mode = DELETE")
        return figures

    def new_file(self, path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        return connection.Database.connect(path)

    @contextmanager
    def restored(self, dump):
        """Yield a connection to a throwaway database made from the dump."""
        with tempfile.TemporaryDirectory(prefix="careers-verify-") as folder:
            target = self.target(folder)
            self.restore(dump, target)
            with another(target) as copy:
                yield copy

    def target(self, folder, url=""):
        if url:
            raise CommandError("This backup is of SQLite: give --into FOLDER alone, then move_data.")
        return {**connection.settings_dict, "NAME": Path(folder, self.dump_name)}

    def restore(self, dump, target):
        os.close(os.open(target["NAME"], os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copyfile(dump, target["NAME"])

    def faults(self, copy):
        """Return what the engine itself finds wrong."""
        with copy.cursor() as cursor:
            found = [row[0] for row in cursor.execute("PRAGMA integrity_check") if row[0] != "ok"]
            return found + [f"{row[0]}: a row refers to nothing" for row in cursor.execute("PRAGMA foreign_key_check")]


class PostgreSQL:
    """pg_dump of an exported snapshot, so that the figures are of the same moment."""

    dump_name = "careers.dump"

    def dump(self, path):
        with another(connection.settings_dict) as source, source.cursor() as cursor:
            source.set_autocommit(False)
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            flags = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={path}"]
            run("pg_dump", *flags, config=connection.settings_dict)
            path.chmod(0o600)
            figures = counted(source)
            source.rollback()
        return figures

    @contextmanager
    def restored(self, dump):
        """Make a database beside the live one; the role needs CREATEDB for that."""
        name = f"careers_verify_{secrets.token_hex(4)}"
        with connection.cursor() as cursor:
            try:
                cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            except DatabaseError as error:
                raise CommandError(f"No database to verify in could be made: {error}. ALTER ROLE … CREATEDB.") from None
        config = {**connection.settings_dict, "NAME": name}
        try:
            self.load(dump, config)
            with another(config) as copy, copy.cursor() as cursor:
                cursor.execute("SET statement_timeout = 0")
                yield copy
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def target(self, folder, url=""):
        if not url:
            raise CommandError("Give --database postgres://… too: an empty database to restore into.")
        return from_url(url)

    def restore(self, dump, config):
        with another(config) as target:
            if target.introspection.table_names():
                raise CommandError("That database holds tables already. Nothing was restored: give an empty one.")
        self.load(dump, config)

    def load(self, dump, config):
        flags = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
        run("pg_restore", *flags, f"--dbname={config['NAME']}", str(dump), config=config)

    def faults(self, copy):
        return []  # pg_restore has built every constraint anew, in one transaction


ENGINES = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
