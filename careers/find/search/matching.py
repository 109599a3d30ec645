"""Which postings a query finds, and which of them say it best."""

from django.db.models import BooleanField, FloatField, Func

# The weights of text, facts and title, in PostgreSQL's order D to A.
WEIGHTS = "{0, 0.1, 0.4, 1}"


class Finds(Func):
    """A subquery, not a join: joined, SQLite asks FTS5 anew for each row [2 ms became 300 at 20,000 rows]."""

    arity = 2
    output_field = BooleanField()

    def as_sqlite(self, compiler, connection, **context):
        inner = "SELECT rowid FROM find_words WHERE find_words MATCH"
        return self.as_sql(compiler, connection, template="%(expressions)s)", arg_joiner=f" IN ({inner} ", **context)

    def as_postgresql(self, compiler, connection, **context):
        inner = "SELECT posting_id FROM find_document WHERE vector @@ ("
        template = "%(expressions)s)::tsquery)"
        return self.as_sql(compiler, connection, template=template, arg_joiner=f" IN ({inner}", **context)


class Rank(Func):
    """The lower the better. LIMIT keeps SQLite from ranking all rows anew for each."""

    arity = 2
    output_field = FloatField()
