"""Make evidence findable by its words: an index over whole words on either database.

The index is the database's own and no model: SQLite keeps a full-text table in step by triggers,
PostgreSQL a generated column.
"""

from django.db import migrations

_SQLITE = (
    "CREATE VIRTUAL TABLE evidence_search USING fts5(head, body, "
    "content='evidence_evidencewords', content_rowid='evidence_id', tokenize='ascii', prefix='2 3')",
    "CREATE TRIGGER evidence_words_added AFTER INSERT ON evidence_evidencewords BEGIN "
    "INSERT INTO evidence_search(rowid, head, body) "
    "VALUES (new.evidence_id, new.head, new.body); END",
    "CREATE TRIGGER evidence_words_gone AFTER DELETE ON evidence_evidencewords BEGIN "
    "INSERT INTO evidence_search(evidence_search, rowid, head, body) "
    "VALUES ('delete', old.evidence_id, old.head, old.body); END",
    "CREATE TRIGGER evidence_words_changed AFTER UPDATE ON evidence_evidencewords BEGIN "
    "INSERT INTO evidence_search(evidence_search, rowid, head, body) "
    "VALUES ('delete', old.evidence_id, old.head, old.body); "
    "INSERT INTO evidence_search(rowid, head, body) "
    "VALUES (new.evidence_id, new.head, new.body); END",
)
_SQLITE_BACK = (
    "DROP TRIGGER evidence_words_added",
    "DROP TRIGGER evidence_words_gone",
    "DROP TRIGGER evidence_words_changed",
    "DROP TABLE evidence_search",
)
_POSTGRESQL = (
    "ALTER TABLE evidence_evidencewords ADD COLUMN found tsvector GENERATED ALWAYS AS "
    "(to_tsvector('simple'::regconfig, head || ' ' || body)) STORED",
    "CREATE INDEX evidence_words_found ON evidence_evidencewords USING gin (found)",
)
_POSTGRESQL_BACK = ("ALTER TABLE evidence_evidencewords DROP COLUMN found",)


def make(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in _POSTGRESQL if is_postgresql else _SQLITE:
        schema_editor.execute(statement)


def undo(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in _POSTGRESQL_BACK if is_postgresql else _SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_first")]

    operations = [migrations.RunPython(make, undo)]
