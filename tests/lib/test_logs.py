import json
import logging

import pytest

from careers.lib import request_ids
from careers.lib.logs import DiscreetFormatter, JsonAccessFormatter, JsonFormatter, discreet


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


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Not Found: /previews/eyJhIjoxfQ:1abc:xyz-_09/", "Not Found: /previews/-/"),
        ("POST /alerts/eyJhIjoxfQ:1abc:xyz-_09/confirmation/", "POST /alerts/-/confirmation/"),
        ("/accounts/password/reset/key/1-d1m9s2-0123456789abcdef/", "/accounts/password/reset/key/-/"),
        ("null value\nDETAIL:  Failing row contains (1, Ada).", "null value\nDETAIL: -"),
    ],
)
def test_token_and_refused_row_stand_in_no_line(line, kept):
    assert discreet(line) == kept


def record(message, *arguments, **facts):
    return logging.LogRecord("careers", logging.INFO, "", 1, message, arguments, None, **facts)


def test_line_is_one_json_object_with_the_id_of_its_request():
    token = request_ids.current.set("abcd1234")

    line = JsonFormatter().format(record('said "no"\nto %s', "/postings/?q=visa"))
    request_ids.current.reset(token)

    facts = json.loads(line)
    assert "\n" not in line
    assert (facts["request_id"], facts["message"]) == ("abcd1234", 'said "no"\nto /postings/')
    assert facts["level"] == "INFO"


def test_access_line_holds_the_path_and_no_more():
    letters = {"m": "GET", "U": "/x/ada@example.org", "s": "200", "B": None, "D": 12_345, "h": "203.0.113.9"}

    facts = json.loads(JsonAccessFormatter().format(record("", letters)))

    del facts["time"], facts["level"], facts["logger"]
    assert facts == {"method": "GET", "path": "/x/-", "status": 200, "bytes": 0, "seconds": 0.0123}
