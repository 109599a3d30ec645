"""Which postings a query finds, and which of them say it best."""

from django.db import connection
from django.db.models import BooleanField, FloatField, Func, IntegerField

IN_FTS5 = "SELECT rowid FROM find_words WHERE find_words MATCH %s"
IN_VECTOR = "SELECT posting_id FROM find_document WHERE vector @@ %s::tsquery"
# What FTS5 calls the parts of a document, and the weights PostgreSQL knows them by.
PARTS = {"": ("", ""), "title": ("title", "A"), "facts": ("title facts", "AB")}
# How PostgreSQL weighs text, facts and title, in its own order from D to A.
WEIGHTS = "{0, 0.1, 0.4, 1}"


class AboutQuery(Func):
    """Something about a posting, given by its primary key, and a query.

    Subqueries, never a join: joined, SQLite may ask FTS5 afresh for each row [2 ms became 300 at 20,000 rows].
    """

    def __init__(self, pk, query):
        super().__init__(pk)
        self.query = query

    def pk(self, compiler):
        """Return the key's column; it has no parameters."""
        return compiler.compile(self.source_expressions[0])[0]


class Finds(AboutQuery):
    """Whether the posting holds the query."""

    output_field = BooleanField()

    def as_sqlite(self, compiler, connection):
        return f"{self.pk(compiler)} IN ({IN_FTS5})", [self.query.for_fts5()]

    def as_postgresql(self, compiler, connection):
        return f"{self.pk(compiler)} IN ({IN_VECTOR})", [self.query.for_tsquery()]


class Place(AboutQuery):
    """0 where all of the query stands in the title, 1 where it stands in title and facts, else 2."""

    output_field = IntegerField()

    def as_sqlite(self, compiler, connection):
        pk = self.pk(compiler)
        case = f"CASE WHEN {pk} IN ({IN_FTS5}) THEN 0 WHEN {pk} IN ({IN_FTS5}) THEN 1 ELSE 2 END"
        return case, [self.query.for_fts5("title"), self.query.for_fts5("title facts")]

    def as_postgresql(self, compiler, connection):
        case = "CASE WHEN vector @@ %s::tsquery THEN 0 WHEN vector @@ %s::tsquery THEN 1 ELSE 2 END"
        params = [self.query.for_tsquery("A"), self.query.for_tsquery("AB")]
        return f"(SELECT {case} FROM find_document WHERE posting_id = {self.pk(compiler)})", params  # noqa: S608 a column


class Rank(AboutQuery):
    """How well a found posting says the query by the engine's own measure, the best the lowest."""

    output_field = FloatField()

    def as_sqlite(self, compiler, connection):
        # The limit keeps SQLite from merging the two queries, and so from ranking everything again for each row.
        ranked = "SELECT rowid, rank FROM find_words WHERE find_words MATCH %s LIMIT -1"
        of_row = f"WHERE ranked.rowid = {self.pk(compiler)}"
        return f"(SELECT ranked.rank FROM ({ranked}) AS ranked {of_row})", [self.query.for_fts5()]  # noqa: S608 a column

    def as_postgresql(self, compiler, connection):
        rank = "SELECT -ts_rank(%s::float4[], vector, %s::tsquery) FROM find_document WHERE posting_id ="
        return f"({rank} {self.pk(compiler)})", [WEIGHTS, self.query.for_tsquery()]


def holding(postings, query):
    """Return the rows that hold every part of the query; no usable word finds nothing."""
    return postings.filter(Finds("pk", query)) if query else postings.none()


def pks_holding(query, part):
    columns, weights = PARTS[part]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(IN_FTS5, [query.for_fts5(columns)])
        else:
            cursor.execute(IN_VECTOR, [query.for_tsquery(weights)])
        return [pk for (pk,) in cursor.fetchall()]


def best_first(query):
    """Return what to order found postings by: title first, then facts, and within these the engine's rank.

    The ranks alone would let a word said often in a text outdo a title, and differ between engines.
    """
    return [Place("pk", query), Rank("pk", query)] if query else []
