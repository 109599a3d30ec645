import logging

import pytest

from careers.lib.logs import DiscreetFormatter, discreet


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("GET /postings/?q=visa HTTP/1.1", "GET /postings/ HTTP/1.1"),
        ("from ip=203.0.113.9: bad", "from ip=-: bad"),
        ("from 2001:db8::7 port 80", "from - port 80"),
        ("from 2001:0db8:0000:0000:0000:0000:0000:0007", "from -"),
        ("sent to ada.l+x@example.org.", "sent to -."),
        ("2026-11-20T12:30:45.123 started", "2026-11-20T12:30:45.123 started"),
        ("[20/Nov/2026:12:30:45 +0000] GET /", "[20/Nov/2026:12:30:45 +0000] GET /"),
    ],
)
def test_line_keeps_what_is_nobodys(line, kept):
    assert discreet(line) == kept


def test_traceback_is_cleared_too():
    try:
        raise ValueError("no such row: ada@example.org")
    except ValueError as error:
        record = logging.LogRecord("n", logging.ERROR, "", 1, "%s", ("/x/?q=1",), (type(error), error, None))

    text = DiscreetFormatter("%(message)s").format(record)

    assert text.startswith("/x/\n")
    assert "ada@" not in text
