"""What may stand in a log line: paths, never the query behind them."""

import logging
import re

QUERY = re.compile(r"\?\S*")


class NoQuery(logging.Filter):
    """Cut the query off every address in a record's message and arguments."""

    def filter(self, record):
        record.msg = QUERY.sub("", record.getMessage())
        record.args = ()
        return True
