"""What stands in a database's tables, in figures: to compare a copy with what it was made of."""

import json
from hashlib import sha256

ROWS_AT_ONCE = 1_000


def counted(connection):
    """Return {table: {"rows": …, "sha256": …}} of all tables, whichever release made them."""
    with connection.cursor() as cursor:
        names = sorted(connection.introspection.table_names(cursor))
    return {name: of_rows(rows(connection, name)) for name in names}


def rows(connection, table):
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
        while found := cursor.fetchmany(ROWS_AT_ONCE):
            yield from found


def of_rows(found):
    """Return number and digest, whatever order the rows come in: the sum of their own digests."""
    number, total = 0, 0
    for row in found:
        number += 1
        total += int.from_bytes(sha256(repr([plain(value) for value in row]).encode()).digest())
    return {"rows": number, "sha256": f"{total % (1 << 256):064x}"}


def plain(value):
    """Return what has one spelling only: PostgreSQL sorts the keys of JSON."""
    if isinstance(value, dict | list):
        return json.dumps(value, sort_keys=True)
    return bytes(value) if isinstance(value, memoryview) else value


def differences(one, other):
    """Return a sentence for each table that differs."""
    return [
        f"{table}: {one.get(table, {}).get('rows')} rows here, {other.get(table, {}).get('rows')} there"
        + (", of other content" if table in one and table in other else "")
        for table in sorted(one.keys() | other.keys())
        if one.get(table) != other.get(table)
    ]
