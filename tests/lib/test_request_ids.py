import pytest

from careers.lib import request_ids
from careers.lib.request_ids import RequestIds


def answered(**environ):
    """Return the id in the answer's header, and the one that was current meanwhile."""
    seen, sent = [], []

    def application(environ, start_response):
        seen.append(request_ids.current.get())
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b""]

    RequestIds(application)(environ, lambda status, headers, *error: sent.extend(headers))
    return dict(sent)["X-Request-ID"], seen[0]


@pytest.mark.parametrize("given", ["abcd1234", "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "a" * 64])
def test_well_formed_id_is_taken(given):
    assert answered(HTTP_X_REQUEST_ID=given) == (given, given)


@pytest.mark.parametrize("given", ["", "short", "a" * 65, "with space", "ada@example.org", "203.0.113.9", "é" * 9])
def test_any_other_is_replaced_by_one_of_ours(given):
    header, seen = answered(HTTP_X_REQUEST_ID=given)

    assert header == seen
    assert len(header) == 32
    assert header != given


def test_two_requests_have_two_ids():
    assert answered() != answered()
