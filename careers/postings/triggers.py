"""Database triggers that raise the edition's number with any change a public page can show, however it is made.

The step is random, so that a number whose transaction was rolled back is never met again with other content.
SQLite rebuilds a table to alter it and loses its triggers: a migration that alters one of TABLES ends with
`migrations.RunPython(triggers.install, triggers.remove)`; a test sees to it.
"""

TABLES = (
    "postings_benefit",
    "postings_benefitcategory",
    "postings_boilerplate",
    "postings_fieldofstudy",
    "postings_location",
    "postings_oldslug",
    "postings_organisation",
    "postings_picture",
    "postings_posting",
    "postings_posting_benefits",
    "postings_posting_fields_of_study",
    "postings_postingchange",
    "postings_qualification",
    "postings_qualification_skills",
    "postings_rendition",
    "postings_responsibility",
    "postings_skill",
    "postings_team",
    "postings_term",
    "postings_video",
)
EVENTS = ("insert", "update", "delete")

SQLITE = """
CREATE TRIGGER edition_{table}_{event} AFTER {event} ON {table} BEGIN
  INSERT INTO postings_edition (id, number) SELECT 1, 0 WHERE NOT EXISTS (SELECT 1 FROM postings_edition WHERE id = 1);
  UPDATE postings_edition SET number = number + 1 + abs(random() % 1000000000) WHERE id = 1;
END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION raise_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO postings_edition (id, number) VALUES (1, 1 + floor(random() * 1000000000)::bigint)
  ON CONFLICT (id) DO UPDATE SET number = postings_edition.number + 1 + floor(random() * 1000000000)::bigint;
  RETURN NULL;
END $$
"""
# Before, so that the first thing a transaction does is to wait for its turn: what it writes then lies in the order of
# the commits, and two that change the same rows wait for each other in one order only.
POSTGRESQL = """
CREATE TRIGGER edition_{table} BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION raise_edition()
"""


def install(apps, schema_editor):
    """Create the triggers of every table that exists by now, afresh."""
    remove(apps, schema_editor)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION)
    for table in existing(schema_editor):
        for statement in creating(schema_editor, table):
            schema_editor.execute(statement)


def remove(apps, schema_editor):
    for table in existing(schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS edition_{table} ON {table}")
        else:
            for event in EVENTS:
                schema_editor.execute(f"DROP TRIGGER IF EXISTS edition_{table}_{event}")


def creating(schema_editor, table):
    if schema_editor.connection.vendor == "postgresql":
        return [POSTGRESQL.format(table=table)]
    return [SQLITE.format(table=table, event=event) for event in EVENTS]


def existing(schema_editor):
    return sorted(set(TABLES) & set(schema_editor.connection.introspection.table_names()))
