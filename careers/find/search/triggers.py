"""Database triggers that note which rows changed, however they were changed, for the next search to catch up with.

They name no other table than find_stale: SQLite refuses to rename a table while a trigger refers to one that is away,
and Django renames whenever it alters a table there. It also drops the table's own triggers: a migration that alters
one of MARKED is followed by one in this app with `migrations.RunPython(triggers.install, triggers.remove)`; a test
sees to it.
"""

# Table: the kind of row to mark, and the column that holds its id.
MARKED = {
    "postings_posting": ("posting", "id"),
    "postings_responsibility": ("posting", "posting_id"),
    "postings_qualification": ("posting", "posting_id"),
    "postings_posting_fields_of_study": ("posting", "posting_id"),
    "postings_qualification_skills": ("qualification", "qualification_id"),
    "postings_team": ("team", "id"),
    "postings_location": ("location", "id"),
    "postings_skill": ("skill", "id"),
    "postings_fieldofstudy": ("field", "id"),
}
ROWS = {
    "insert": "SELECT '{kind}' AS kind, NEW.{column} AS row_id",
    "update": "SELECT '{kind}' AS kind, OLD.{column} AS row_id UNION SELECT '{kind}', NEW.{column}",
    "delete": "SELECT '{kind}' AS kind, OLD.{column} AS row_id",
}
SQLITE = """
CREATE TRIGGER search_{table}_{event} AFTER {event} ON {table} BEGIN
  INSERT INTO find_stale (kind, row_id, token) SELECT kind, row_id, random() FROM ({rows});
END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION mark_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE chance bigint := floor(random() * 1000000000000000);
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO find_stale (kind, row_id, token) SELECT marks.*, chance FROM ({insert}) AS marks;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO find_stale (kind, row_id, token) SELECT marks.*, chance FROM ({update}) AS marks;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO find_stale (kind, row_id, token) SELECT marks.*, chance FROM ({delete}) AS marks;
  ELSE
    INSERT INTO find_stale (kind, row_id, token) VALUES ('everything', 0, chance);
  END IF;
  RETURN NULL;
END $$
"""
POSTGRESQL = """
CREATE TRIGGER search_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION mark_{table}()
"""
POSTGRESQL_TRUNCATE = """
CREATE TRIGGER search_{table}_truncate AFTER TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION mark_{table}()
"""


def install(apps, schema_editor):
    """Create the triggers afresh, and mark everything: what changed without them is not known."""
    remove(apps, schema_editor)
    for table in MARKED:
        for statement in creating(schema_editor, table):
            schema_editor.execute(statement)
    schema_editor.execute("INSERT INTO find_stale (kind, row_id) VALUES ('everything', 0)")


def remove(apps, schema_editor):
    for table in MARKED:
        for statement in removing(schema_editor, table):
            schema_editor.execute(statement)


def creating(schema_editor, table):
    kind, column = MARKED[table]
    rows = {event: text.format(kind=kind, column=column) for event, text in ROWS.items()}
    if schema_editor.connection.vendor == "sqlite":
        return [SQLITE.format(table=table, event=event, rows=text) for event, text in rows.items()]
    texts = (POSTGRESQL_FUNCTION, POSTGRESQL, POSTGRESQL_TRUNCATE)
    return [text.format(table=table, **rows) for text in texts]


def removing(schema_editor, table):
    if schema_editor.connection.vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS search_{table}_{event}" for event in ROWS]
    return [f"DROP TRIGGER IF EXISTS search_{table}{end} ON {table}" for end in ("", "_truncate")] + [
        f"DROP FUNCTION IF EXISTS mark_{table}()"
    ]
