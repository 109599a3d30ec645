"""The full-text index over the documents: FTS5 kept by triggers on SQLite, a generated column on PostgreSQL.

SQLite drops a table's triggers when it alters the table: a migration that alters find_document ends with
`migrations.RunPython(index.install, index.remove)`.
"""

SQLITE = (
    """
    CREATE VIRTUAL TABLE find_words USING fts5(
      title, facts, text, content='find_document', content_rowid='posting_id', tokenize='unicode61', prefix='2 3'
    )
    """,
    "INSERT INTO find_words(find_words, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)')",
    """
    CREATE TRIGGER find_words_insert AFTER INSERT ON find_document BEGIN
      INSERT INTO find_words(rowid, title, facts, text) VALUES (NEW.posting_id, NEW.title, NEW.facts, NEW.text);
    END
    """,
    """
    CREATE TRIGGER find_words_delete AFTER DELETE ON find_document BEGIN
      INSERT INTO find_words(find_words, rowid, title, facts, text)
      VALUES ('delete', OLD.posting_id, OLD.title, OLD.facts, OLD.text);
    END
    """,
    """
    CREATE TRIGGER find_words_update AFTER UPDATE ON find_document BEGIN
      INSERT INTO find_words(find_words, rowid, title, facts, text)
      VALUES ('delete', OLD.posting_id, OLD.title, OLD.facts, OLD.text);
      INSERT INTO find_words(rowid, title, facts, text) VALUES (NEW.posting_id, NEW.title, NEW.facts, NEW.text);
    END
    """,
    "INSERT INTO find_words(find_words) VALUES ('rebuild')",
)
SQLITE_REMOVE = (
    "DROP TRIGGER IF EXISTS find_words_insert",
    "DROP TRIGGER IF EXISTS find_words_delete",
    "DROP TRIGGER IF EXISTS find_words_update",
    "DROP TABLE IF EXISTS find_words",
)
POSTGRESQL = (
    """
    ALTER TABLE find_document ADD COLUMN vector tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('pg_catalog.simple', title), 'A')
      || setweight(to_tsvector('pg_catalog.simple', facts), 'B')
      || setweight(to_tsvector('pg_catalog.simple', text), 'C')
    ) STORED
    """,
    # Kept in the row: moved out of it, PostgreSQL holds reading all of them for cheap and leaves the index unused.
    "ALTER TABLE find_document ALTER COLUMN vector SET STORAGE MAIN",
    "CREATE INDEX find_document_vector ON find_document USING gin (vector)",
)
POSTGRESQL_REMOVE = ("ALTER TABLE find_document DROP COLUMN IF EXISTS vector",)


def install(apps, schema_editor):
    remove(apps, schema_editor)
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in SQLITE_REMOVE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_REMOVE:
        schema_editor.execute(statement)
