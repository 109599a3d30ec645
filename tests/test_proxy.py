"""The shipped nginx configuration, run by a real nginx before stand-in hosts and before the site itself."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from careers.operation.management.commands.nginx_config import DROPPED
from tests import servers, sites
from tests.processes import PRODUCTION, environment
from tests.stand_in import stand_in

PUBLIC = {"Cache-Control": "public, max-age=60, s-maxage=60"}


@pytest.fixture(scope="module", autouse=True)
def with_nginx():
    if not shutil.which("nginx"):
        pytest.skip("nginx is missing: apt install nginx")


@pytest.fixture(scope="module")
def quick_proxy(tmp_path_factory):
    """nginx before two stand-in hosts, its time-outs a tenth of the shipped ones."""
    folder = tmp_path_factory.mktemp("proxy")
    with stand_in() as first, stand_in() as second, servers.free_port() as port:
        env = environment(folder / "data", SITE_URL=f"http://127.0.0.1:{port}")
        config = sites.nginx_config(env, folder, [first.address, second.address], port).replace(" 10s;", " 1s;")
        with servers.nginx(config, folder, port) as process:
            process.hosts, process.port, process.folder = [first, second], port, folder
            yield process


@pytest.fixture
def proxy(quick_proxy):
    """The same, its hosts as at the start."""
    for host in quick_proxy.hosts:
        host.requests.clear()
        host.status, host.headers = 200, {"Cache-Control": "no-store"}
    return quick_proxy


def ask(port, path="/", method="GET", body=None, **headers):
    """Return status, headers and text of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, response.headers, text


def on_socket(port, *parts, seconds=10):
    """Send bytes as they are and return what comes back before the other side hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as client:
        for part in parts:
            client.sendall(part)
        return b"".join(iter(lambda: received(client), b""))


def received(client):
    try:
        return client.recv(65_536)
    except ConnectionResetError:
        return b""


def seen(proxy):
    return [request for host in proxy.hosts for request in host.requests]


def all_hosts(proxy, **facts):
    for host in proxy.hosts:
        vars(host).update(facts)


# --- What reaches a host ---


def test_headers_that_pretend_reach_no_host(proxy):
    ask(proxy.port, **{name.replace("_", "-"): "evil" for name in DROPPED}, **{"X-Forwarded-For": "9.9.9.9"})
    underscored = "".join(f"{name.replace('-', '_')}: evil\r\n" for name in DROPPED)
    on_socket(proxy.port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{underscored}Connection: close\r\n\r\n".encode())

    for _, _, headers, _ in seen(proxy):
        assert "evil" not in str(headers)
        assert headers.get_all("X-Forwarded-For") == ["127.0.0.1"]
        assert headers["Host"] == f"127.0.0.1:{proxy.port}"


@pytest.mark.parametrize("host", [b"Host: evil.example\r\n", b"Host: 127.0.0.1.evil.example\r\n", b""])
def test_unknown_host_gets_no_answer(proxy, host):
    assert on_socket(proxy.port, b"GET / HTTP/1.0\r\n" + host + b"\r\n") == b""
    assert not seen(proxy)


def test_request_id_is_taken_if_well_formed_else_made(proxy):
    for given in ("abcdef-0123", "short", "a b<script>", "x" * 65):
        ask(proxy.port, **{"X-Request-ID": given})
    first, *others = [headers["X-Request-ID"] for _, _, headers, _ in seen(proxy)]

    assert "abcdef-0123" in [first, *others]
    assert sorted(map(len, [first, *others])) == [11, 32, 32, 32]


def test_body_of_more_than_6_mb_is_refused_with_a_page(proxy):
    status, headers, text = ask(proxy.port, "/", "POST", b"x" * (6 * 1024 * 1024 + 1))

    assert (status, "too large" in text) == (413, True)
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert not seen(proxy)


def test_slow_header_and_slow_body_are_cut_off(proxy):
    began = time.monotonic()
    header = on_socket(proxy.port, b"GET / HTTP/1.1\r\n")
    body = on_socket(proxy.port, b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n1234")

    assert b" 200 " not in header + body
    assert time.monotonic() - began > 1
    assert not seen(proxy)


# --- Hosts that fail ---


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_get_goes_to_the_next_host(proxy, method):
    proxy.hosts[0].status = None

    statuses = {ask(proxy.port, f"/{number}", method)[0] for number in range(6)}

    assert statuses == {200}
    assert proxy.hosts[0].requests


def test_post_is_never_sent_twice(proxy):
    all_hosts(proxy, status=None)

    statuses = {ask(proxy.port, f"/{number}", "POST", b"once")[0] for number in range(4)}

    assert statuses == {503}
    assert sorted(path for _, path, _, _ in seen(proxy)) == ["/0", "/1", "/2", "/3"]


def test_offline_page_stands_in_when_no_host_answers(proxy):
    all_hosts(proxy, status=None)

    status, headers, text = ask(proxy.port, "/postings/?q=secret")

    assert (status, headers["Retry-After"], headers["Cache-Control"]) == (503, "60", "no-store")
    assert "not reachable at the moment" in text


def test_own_error_of_a_host_is_passed_on(proxy):
    all_hosts(proxy, status=503, headers={"Retry-After": "7", "Cache-Control": "no-store"})

    status, headers, text = ask(proxy.port)

    assert (status, headers["Retry-After"], text[:6]) == (503, "7", "answer")


def test_redirect_that_carries_a_long_address_is_passed_on(proxy):
    all_hosts(proxy, status=302, headers={"Location": "/accounts/login/?next=" + "%2F" * 4_094})

    assert ask(proxy.port)[0] == 302


def test_file_switches_maintenance_on_and_off(proxy):
    switch = proxy.folder / "data" / "maintenance"
    switch.touch()
    closed, health = ask(proxy.port), ask(proxy.port, "/healthz")
    posted = ask(proxy.port, "/accounts/login/", "POST", b"login=me")
    switch.unlink()

    assert (closed[0], closed[1]["Retry-After"], posted[0]) == (503, "60", 503)
    assert "planned work" in closed[2]
    assert health[0] == ask(proxy.port)[0] == 200


def test_style_of_the_proxys_own_pages_is_served(proxy):
    assert "text/css" in ask(proxy.port, "/-/page.css")[1]["Content-Type"]
    assert ask(proxy.port, "/-/offline.html")[0] == 404


# --- What is kept ---


def test_public_page_is_kept_for_a_second(proxy):
    all_hosts(proxy, headers=PUBLIC)
    at_start_of_minute()

    texts = [ask(proxy.port, "/kept")[2] for _ in range(5)]
    time.sleep(2.1)
    later = ask(proxy.port, "/kept")[2]

    assert len(set(texts)) == 1
    assert len(seen(proxy)) == 2
    assert later


@pytest.mark.parametrize("policy", ["no-store", "private, no-cache", "public, max-age=0, s-maxage=0", ""])
def test_other_answers_are_not_kept(proxy, policy):
    all_hosts(proxy, headers={"Cache-Control": policy})

    for _ in range(2):
        ask(proxy.port, f"/not-kept-{policy[:3]}")
    all_hosts(proxy, status=503)

    assert len(seen(proxy)) == 2
    assert ask(proxy.port, f"/not-kept-{policy[:3]}")[0] == 503


@pytest.mark.parametrize("name", ["sessionid", "__Host-sessionid"])
def test_session_passes_by_what_is_kept(proxy, name):
    all_hosts(proxy, headers=PUBLIC)

    for number in range(3):
        ask(proxy.port, f"/{name}", **{"Cookie": f"{name}=abc"} if number else {})

    assert len(seen(proxy)) == 3


def test_answer_with_a_cookie_is_not_kept(proxy):
    all_hosts(proxy, headers={**PUBLIC, "Set-Cookie": "a=b"})

    for _ in range(2):
        ask(proxy.port, "/cookie")

    assert len(seen(proxy)) == 2


def test_query_and_encoding_are_kept_apart(proxy):
    at_start_of_minute()
    all_hosts(proxy, headers={**PUBLIC, "Vary": "Accept-Encoding"})
    requests = [("/v?a=1", "br"), ("/v?a=2", "br"), ("/v?a=1", "gzip")]

    for path, packed in requests * 2:
        ask(proxy.port, path, **{"Accept-Encoding": packed})

    assert len(seen(proxy)) == 3


@pytest.mark.parametrize("status", [None, 503])
def test_kept_page_is_served_on_while_hosts_are_down(proxy, status):
    all_hosts(proxy, headers=PUBLIC)
    at_start_of_minute()
    before = ask(proxy.port, f"/down-{status}")
    time.sleep(2.1)
    all_hosts(proxy, status=status, headers={"Cache-Control": "no-store"})

    assert ask(proxy.port, f"/down-{status}")[::2] == before[::2]
    assert ask(proxy.port, f"/down-{status}?other")[0] == 503


def test_page_that_is_gone_is_not_served_on(proxy):
    all_hosts(proxy, headers=PUBLIC)
    at_start_of_minute()
    ask(proxy.port, "/gone")
    time.sleep(2.1)
    all_hosts(proxy, status=404, headers={"Cache-Control": "no-store"})

    assert ask(proxy.port, "/gone")[0] == 404


def at_start_of_minute():
    """Wait where the minute is nearly over: what is kept goes with it."""
    if time.time() % 60 > 54:
        time.sleep(60.1 - time.time() % 60)


def test_static_file_is_looked_for_on_every_host(proxy):
    proxy.hosts[0].status = 404

    assert {ask(proxy.port, f"/static/{number}.css")[0] for number in range(4)} == {200}


# --- Limits, logs, TLS, the real site ---


def test_flood_of_posts_is_slowed_and_reading_is_not(proxy):
    posted = [ask(proxy.port, "/accounts/login/", "POST", b"login=me") for _ in range(100)]
    refused = [(headers["Retry-After"], text) for status, headers, text in posted if status == 429]

    assert 10 < len(refused) < 45
    assert refused[0][0] == "60"
    assert "Wait a minute" in refused[0][1]
    assert {ask(proxy.port, "/accounts/login/")[0] for _ in range(100)} == {200}


def test_log_holds_no_query_token_or_address(proxy):
    for path in ("/postings/?q=secret", "/alerts/secret/confirmation/", "/previews/secret/", "/secret@example.org"):
        ask(proxy.port, path)
    all_hosts(proxy, status=None)
    ask(proxy.port, "/broken/?q=secret")
    log = proxy.folder / "access.log"
    servers.wait_until(lambda: "/broken/" in {line["path"] for line in sites.lines(log)})
    text = "".join(log.read_text() for log in proxy.folder.glob("*.log"))

    assert "secret" not in text
    assert "127.0.0.1" not in text


def test_https_site_redirects_and_speaks_http_2(tmp_path):
    certificate, key = sites.certificate(tmp_path)
    with stand_in() as host, servers.free_port() as port, servers.free_port() as plain:
        env = environment(tmp_path / "data", SITE_URL=f"https://localhost:{port}")
        options = {"http": f"127.0.0.1:{plain}", "https": f"127.0.0.1:{port}", "certificate": certificate, "key": key}
        with sites.nginx(env, tmp_path, [host.address], **options):
            status, headers, _ = ask(plain, "/postings/?q=a", Host="localhost")
            answer, protocol = over_tls(port, "localhost")
            with pytest.raises(ssl.SSLError):
                over_tls(port, "evil.example")

    assert (status, headers["Location"]) == (301, f"https://localhost:{port}/postings/?q=a")
    assert (answer[:4], protocol) == (b"\0\0\x12\x04", "h2")  # a SETTINGS frame


def over_tls(port, name):
    """Return the first bytes that come and the protocol agreed on."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2", "http/1.1"])
    plain = socket.create_connection(("127.0.0.1", port), timeout=10)
    with plain, context.wrap_socket(plain, server_hostname=name) as client:
        client.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0")
        return client.recv(9), client.selected_alpn_protocol()


@pytest.mark.parametrize("hosts", [["unix:/run/careers/careers.sock"], ["10.0.0.1:8000", "10.0.0.2:8000"]])
def test_nginx_finds_no_fault_in_the_configuration(tmp_path, hosts):
    certificate, key = sites.certificate(tmp_path)
    env = environment(tmp_path / "data", **PRODUCTION)
    config = sites.nginx_config(env, tmp_path, hosts, 8080, certificate=certificate, key=key, https="127.0.0.1:8443")

    command = ["nginx", "-t", "-c", servers.write_nginx(config, tmp_path)]
    checked = subprocess.run(command, capture_output=True, text=True)

    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr


def test_site_answers_through_the_proxy(site_behind_nginx):
    status, headers, text = ask(site_behind_nginx.port, "/postings/")

    assert (status, "max-age" in headers["Cache-Control"]) == (200, True)
    assert "Engineer" in text
    assert len(headers.get_all("Content-Security-Policy")) == 1


def test_unix_socket_serves_too(site_behind_nginx, tmp_path):
    env = {**site_behind_nginx.env, "BIND": f"unix:{tmp_path}/careers.sock"}
    with servers.free_port() as port, sites.background(env, tmp_path / "log") as process:
        env["SITE_URL"] = f"http://127.0.0.1:{port}"
        wait_for_file(tmp_path / "careers.sock", process)
        with sites.nginx(env, tmp_path, [env["BIND"]]):
            assert ask(port, "/about/")[0] == 200


def wait_for_file(path, process):
    servers.wait_until(lambda: Path(path).exists() or process.poll() is not None)
    assert process.poll() is None
    assert os.access(path, os.W_OK)
