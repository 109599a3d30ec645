"""Paths, methods, headers, cookies and bodies that no browser of ours sends."""

import pytest

from tests.factories import make_posting

pytestmark = pytest.mark.django_db
PATHS = (
    "/..", "/../../etc/passwd", "/static/../careers/settings.py", "/static/%2e%2e/manage.py", "/%2F/evil.example/",
    "/postings//", "/postings/%00/", "/postings/%ff/", "/postings/" + "a" * 3000 + "/", "/postings/a/b/c",
    "/postings/<script>/", "/POSTINGS/", "/postings/.json", "/postings/..json", "/.git/config", "/.env",
    "/wp-login.php",
    "/teams/%E2%80%AE/", "/previews/AAAA/", "/alerts/confirmation/AAAA/", "/pictures/0-0.webp", "/admin/..;/", "/;/",
    "/pictures/" + "9" * 40 + "-" + "9" * 30 + ".webp", "/healthz/", "/%F0%9F%92%A9", "/\\evil.example",
)  # fmt: skip
METHODS = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "X" * 200)
PUBLIC = ("/", "/postings/", "/eligibility/", "/teams/", "/about/", "/postings.json", "/healthz")
HEADERS = {
    "host": ("evil.example", "127.0.0.1@evil.example", "evil.example:80", "", "a" * 300, "127.0.0.1\r\nX: y", "[::1"),
    "x-forwarded-host": ("evil.example",),
    "x-forwarded-proto": ("https", "javascript"),
    "x-forwarded-for": ("1.2.3.4, " * 200, "::1", "<script>"),
    "x-http-method-override": ("DELETE",),
    "x-original-url": ("/admin/",),
    "accept-encoding": ("br;q=x", "," * 500, "identity;q=0"),
    "accept-language": ("x" * 2000, "de, en;q=0.1", "../../etc"),
    "if-none-match": ("*", '"', 'W/"a", "b"', "," * 2000),
    "if-modified-since": ("yesterday", "Thu, 99 Foo 9999 99:99:99 GMT"),
    "range": ("bytes=0-1", "bytes=-1,0-0,1-" * 100),
    "cookie": ("sessionid=" + "a" * 3000, "sessionid=../../x", "a", "=;=;", "csrftoken=<script>", "sessionid=\x00"),
    "referer": ("javascript:alert(1)", "a" * 4000),
    "user-agent": ("", "'; DROP TABLE x", "() { :; }; id"),
    "content-length": ("-1", "x"),
    "x-request-id": ("a" * 5000, "a\tb", "<script>"),
}
KINDS = (
    "application/json",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "text/plain; charset=x",
)


@pytest.mark.parametrize("path", PATHS)
def test_strange_path_is_not_found_or_refused(client, path):
    answer = client.get(path)

    assert answer.status_code in {301, 302, 400, 404, 410}
    assert "evil.example" not in answer.get("Location", "")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", PUBLIC)
def test_method_that_a_page_does_not_have_is_refused(client, path, method):
    assert client.generic(method, path).status_code in {400, 403, 405}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in HEADERS.items() for value in values])
def test_header_changes_nothing_of_a_public_page(client, name, value):
    make_posting()
    plain = client.get("/postings/")

    answer = client.get("/postings/", headers={name: value})

    assert answer.status_code in {200, 304, 400}
    assert answer.status_code != 200 or answer.content == plain.content
    assert b"evil.example" not in answer.content
    assert "evil.example" not in answer.get("Location", "")


@pytest.mark.parametrize("body", [b"\x00" * 100, b"a=b&" * 3000, b"--x\r\n" * 50])
@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/plain; charset=x",
    ],
)
@pytest.mark.parametrize("path", ["/accounts/login/", "/alerts/", "/searches/", "/admin/login/", "/postings/"])
def test_strange_body_is_refused_or_answered(client, path, kind, body):
    assert client.generic("POST", path, body, content_type=kind).status_code < 500
