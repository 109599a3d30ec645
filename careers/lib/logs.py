"""What may stand in a log line: paths, never the query behind them, and nobody's address."""

import logging
import re

# Eight groups, or fewer with a double colon: a time of day has neither.
IPV6 = r"([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]*::)[0-9a-f:]{3,39}"
PRIVATE = (
    (re.compile(r"\?\S*"), ""),
    (re.compile(r"[\w.+%-]+@[\w-]+(\.[\w-]+)+"), "-"),
    (re.compile(r"\b\d{1,3}(\.\d{1,3}){3}\b"), "-"),
    (re.compile(rf"(?<![\w:.])({IPV6})(?![\w:])", re.IGNORECASE), "-"),
)


class DiscreetFormatter(logging.Formatter):
    """Cut queries, mail addresses and IP addresses out of a line, its traceback included."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03d"

    def format(self, record: logging.LogRecord) -> str:
        return discreet(super().format(record))


def discreet(text: str) -> str:
    for pattern, replacement in PRIVATE:
        text = pattern.sub(replacement, text)
    return text
