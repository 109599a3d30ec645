"""What may stand in a log line: paths, never the query behind them, no token, and nobody's address."""

import json
import logging
import re
from datetime import UTC, datetime

from . import request_ids

# Eight groups, or fewer with a double colon: a time of day has neither.
IPV6 = r"([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]*::)[0-9a-f:]{3,39}"
PRIVATE = (
    # Links in mail carry their right in the path.
    (re.compile(r"(/(?:alerts|previews|key)/)[^\s/\"']{16,}"), r"\1-"),
    (re.compile(r"\?\S*"), ""),
    # PostgreSQL shows the row it refused.
    (re.compile(r"^DETAIL: .*", re.MULTILINE), "DETAIL: -"),
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


class JsonFormatter(logging.Formatter):
    """One JSON object a line, with the id of the request it belongs to; every text in it is discreet."""

    def format(self, record: logging.LogRecord) -> str:
        facts = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": request_ids.current.get(),
            **self.said(record),
        }
        return json.dumps({name: value for name, value in facts.items() if value != ""}, ensure_ascii=False)

    def said(self, record: logging.LogRecord) -> dict[str, object]:
        error = self.formatException(record.exc_info) if record.exc_info else ""
        return {"message": discreet(record.getMessage()), "error": discreet(error)}


class JsonAccessFormatter(JsonFormatter):
    """gunicorn's access lines, whose arguments are a dict of letters."""

    def said(self, record: logging.LogRecord) -> dict[str, object]:
        letters = record.args
        assert isinstance(letters, dict)  # noqa: S101
        return {
            "method": letters["m"],
            "path": discreet(str(letters["U"])),
            "status": int(letters["s"]),
            "bytes": letters["B"] or 0,
            "seconds": round(int(letters["D"]) / 1_000_000, 4),
        }


def discreet(text: str) -> str:
    for pattern, replacement in PRIVATE:
        text = pattern.sub(replacement, text)
    return text
