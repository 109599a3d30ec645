"""Which postings a query finds, and which of them say it best."""

from typing import NamedTuple

from django.db.models import BooleanField, Case, FloatField, Func, Value, When

# How PostgreSQL weighs text, facts and title, in its own order from D to A.
WEIGHTS = "{0, 0.1, 0.4, 1}"


class Part(NamedTuple):
    """Columns of a document, as FTS5 and as PostgreSQL name them."""

    columns: str
    weights: str


WHOLE = Part("", "")
TITLE = Part("title", "A")
TITLE_AND_FACTS = Part("title facts", "AB")


class Finds(Func):
    """Whether a posting's document holds the query; with `part`, whether that part of it alone does.

    A subquery, not a join: joined, SQLite may ask FTS5 afresh for each row [2 ms became 300 at 20,000 rows].
    """

    output_field = BooleanField()

    def __init__(self, pk, query, part=WHOLE):
        super().__init__(pk)
        self.query, self.part = query, part

    def as_sqlite(self, compiler, connection):
        pk, params = compiler.compile(self.source_expressions[0])
        found = "SELECT rowid FROM find_words WHERE find_words MATCH %s"
        return f"{pk} IN ({found})", [*params, self.query.for_fts5(self.part.columns)]

    def as_postgresql(self, compiler, connection):
        pk, params = compiler.compile(self.source_expressions[0])
        found = "SELECT posting_id FROM find_document WHERE vector @@ %s::tsquery"
        return f"{pk} IN ({found})", [*params, self.query.for_tsquery(self.part.weights)]


class Rank(Func):
    """How well a found posting says the query, the best the lowest; null where it does not."""

    output_field = FloatField()

    def __init__(self, pk, query):
        super().__init__(pk)
        self.query = query

    def as_sqlite(self, compiler, connection):
        pk, params = compiler.compile(self.source_expressions[0])
        # The limit keeps SQLite from merging the two queries, and so from ranking everything again for each row.
        ranked = "SELECT rowid, rank FROM find_words WHERE find_words MATCH %s LIMIT -1"
        return f"(SELECT rank FROM ({ranked}) AS ranked WHERE ranked.rowid = {pk})", [self.query.for_fts5(), *params]  # noqa: S608 a column's name

    def as_postgresql(self, compiler, connection):
        pk, params = compiler.compile(self.source_expressions[0])
        rank = "SELECT -ts_rank(%s::float4[], vector, %s::tsquery) FROM find_document WHERE posting_id ="
        return f"({rank} {pk})", [WEIGHTS, self.query.for_tsquery(), *params]


def holding(postings, query):
    """Return the rows that hold every part of the query; no usable word finds nothing."""
    return postings.filter(Finds("pk", query)) if query else postings.none()


def best_first(query):
    """Return what to order found postings by: those that hold all of the query in the title, then in title and facts.

    Only within these the engines' own ranks count: they differ, and both let a word said often outdo a title.
    """
    places = (When(Finds("pk", query, part), then=Value(place)) for place, part in enumerate((TITLE, TITLE_AND_FACTS)))
    return [Case(*places, default=Value(2)), Rank("pk", query)] if query else []
