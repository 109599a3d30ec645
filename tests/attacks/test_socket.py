"""What no client library sends, written on the socket: to the proxy, and to a host without it."""

import socket

import pytest

HOST = b"Host: 127.0.0.1\r\nConnection: close\r\n"
GET = b"GET /healthz HTTP/1.1\r\n" + HOST
POST = b"POST /alerts/sign-ups/ HTTP/1.1\r\n" + HOST
SECOND = b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n"
HELLO = bytes.fromhex("16030100a5010000a1030352362c1012cf23628256e745e903cea696e9f62a60ba0ae8310d2bd7")
SENT = {
    "no request": b"\x00\x01\x02\xff\r\n\r\n",
    "TLS": HELLO + b"\r\n\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/0.9": b"GET /\r\n\r\n",
    "a version there is not": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n\r\n",
    "a whole address of another": b"GET http://evil.example/ HTTP/1.1\r\n" + HOST + b"\r\n",
    "a tunnel": b"CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    "spaces in the address": b"GET /a b c HTTP/1.1\r\n" + HOST + b"\r\n",
    "NUL in the address": b"GET /\x00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "bytes in the address": b"GET /\xff\xfe?q=\xed\xa0\x80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a line of 100 KB": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a header of 100 KB": GET + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "1,000 headers": GET + b"".join(b"X-%d: y\r\n" % number for number in range(1_000)) + b"\r\n",
    "a header without colon": GET + b"X\r\n\r\n",
    "a folded header": GET + b"X: a\r\n b\r\n\r\n",
    "a space before the colon": GET + b"Transfer-Encoding : chunked\r\n\r\n",
    "NUL in a header": GET + b"X: a\x00b\r\n\r\n",
    "bare line feeds": GET.replace(b"\r\n", b"\n") + b"\n",
    "two lengths": POST + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello" + SECOND,
    "a length and chunks": POST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
    "chunks written strangely": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECOND,
    "a chunk without number": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
    "a chunk longer than said": POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\nhello\r\n0\r\n\r\n" + SECOND,
    "a negative length": POST + b"Content-Length: -1\r\n\r\n",
    "a length that is none": POST + b"Content-Length: 0x5\r\n\r\nhello",
    "a length without end": POST + b"Content-Length: " + b"9" * 30 + b"\r\n\r\nhello",
}
# What a server says of a protocol that it does not speak.
OF_THE_PROTOCOL = {501, 505}


@pytest.mark.parametrize("proxied", [True, False], ids=["proxy", "host"])
@pytest.mark.parametrize("data", SENT.values(), ids=SENT)
def test_strange_bytes_are_refused_and_the_next_visitor_is_served(site_behind_nginx, proxied, data):
    port = site_behind_nginx.port if proxied else site_behind_nginx.hosts[0].port

    answers = statuses(said(port, data))
    after = statuses(said(port, GET + b"\r\n"))

    assert not [status for status in answers if status >= 500 and status not in OF_THE_PROTOCOL]
    assert len(answers) <= 1, "A second request was let in by the first."
    assert after == [200]


def said(port, data):
    """Return all that comes back until the server hangs up."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        try:
            client.sendall(data)
            while piece := client.recv(65_536):
                received += piece
        except OSError:
            return received
    return received


def statuses(answer):
    lines = (line for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1."))
    return [int(line.split()[1]) for line in lines]
