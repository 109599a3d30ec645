"""`python -m tests.importer.score DIR`: the table of a directory of adverts with their truth (*.json) beside them."""

import sys
from pathlib import Path

from tests.importer.scoring import mistakes, score, table

if __name__ == "__main__":
    where = Path(sys.argv[1])
    sys.stdout.write(table(score(where)) + "\n")
    sys.stdout.writelines(
        f"{file} {field}: read {read}, not read {missed}\n" for file, field, read, missed in mistakes(where)
    )
