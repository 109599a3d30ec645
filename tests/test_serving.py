"""The site as `make run` serves it: a real gunicorn on a prepared folder."""

import os
import re
import socket
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests import servers, sites
from tests.processes import GUNICORN, environment, python, serving, stop


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Return the environment of a folder that `manage.py prepare` has filled."""
    env = environment(tmp_path_factory.mktemp("data"))
    assert python("manage.py", "prepare", env=env).returncode == 0
    return env


@pytest.fixture(scope="module")
def site(prepared, tmp_path_factory):
    with serving(GUNICORN, prepared, tmp_path_factory.mktemp("logs")) as running:
        yield running


def get(site, path, method="GET", **headers):
    """Return status, headers and text of an answer."""
    connection = HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.headers, body.decode("utf-8", "replace")


@pytest.mark.parametrize(
    "header", ["SCRIPT_NAME", "Script-Name", "PATH_INFO", "X-Forwarded-Prefix", "X-Forwarded-Host", "Forwarded"]
)
def test_visitor_cannot_move_the_site_with_a_header(site, header):
    plain = get(site, "/postings/")

    moved = get(site, "/postings/", **{header: "/evil"})

    assert moved[0] == 200
    assert moved[2] == plain[2]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_visitor_cannot_choose_the_scheme(site, scheme):
    status, headers, _ = get(site, "/teams", **{"X-Forwarded-Proto": scheme})

    assert (status, headers["Location"]) == (301, "/teams/")


def test_stylesheet_is_kept_for_a_year_and_compressed(site):
    sheet = re.search(r"/static/css/site\.\w+\.css", get(site, "/")[2]).group()

    status, headers, _ = get(site, sheet, **{"Accept-Encoding": "br"})

    assert (status, headers["Content-Encoding"]) == (200, "br")
    assert "immutable" in headers["Cache-Control"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_answer_comes_in_one_piece(site):
    """Else a worker killed between the head and the body would leave a proxy with half an answer."""
    request = f"GET /about/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nConnection: close\r\n\r\n".encode()
    for _ in range(10):
        with socket.create_connection(("127.0.0.1", site.port)) as client:
            client.sendall(request)
            head, _, body = client.recv(65_536).partition(b"\r\n\r\n")

        assert b" 200 " in head
        assert body


def test_log_holds_paths_without_queries_and_no_addresses(site):
    get(site, "/postings/?q=confidential", Referer="https://example.org/?q=confidential")
    get(site, "/nothing/?q=confidential")
    with socket.create_connection(("127.0.0.1", site.port)) as client:
        client.sendall(b"GET /broken?q=confidential HTTP/1.1\r\nNo colon\r\n\r\n")
        assert b" 400 " in client.recv(1000)
    servers.wait_until(lambda: '"path": "/nothing/", "status": 404' in site.log.read_text())
    lines = site.log.read_text().split("make recruiter")[1]

    assert '"path": "/postings/", "status": 200' in lines
    assert "Invalid request" in lines
    assert "confidential" not in lines
    assert "127.0.0.1" not in lines


def test_request_has_one_id_in_its_answer_its_log_lines_and_on_its_error_page(site):
    given = get(site, "/nothing/", **{"X-Request-ID": "abcd-1234"})
    made = get(site, "/about/", **{"X-Request-ID": "not <well> formed"})
    ids = [given[1]["X-Request-ID"], made[1]["X-Request-ID"]]

    assert ids[0] == "abcd-1234"
    # Of Django and of the access log, the other of the access log alone; an answer is sent before its line is written.
    servers.wait_until(lambda: [ids_logged(site.log).count(each) for each in ids] == [2, 1])


def ids_logged(log):
    return [line.get("request_id") for line in sites.lines(log)]


def test_answer_to_head_is_no_news(site):
    for path in ("/healthz", "/accounts/login/", "/never-there/"):
        get(site, path, method="HEAD")
    servers.wait_until(lambda: "/never-there/" in [line.get("path") for line in sites.lines(site.log)])

    assert "body bytes" not in site.log.read_text()


def test_addresses_are_printed_once_it_listens(site):
    assert f"{site.url}/admin/" in site.log.read_text()


def test_busy_port_is_said_in_one_line(site, prepared):
    second = python(*GUNICORN, env={**prepared, "PORT": str(site.port)})

    assert second.returncode != 0
    assert (second.stdout + second.stderr).strip().startswith(f"Port {site.port} is in use.")
    assert "Traceback" not in second.stderr


def test_control_c_leaves_nothing_running(prepared, tmp_path):
    with serving(GUNICORN, prepared, tmp_path) as running:
        with socket.create_connection(("127.0.0.1", running.port)):
            get(running, "/")
            stop(running.process)

        with pytest.raises(ProcessLookupError):
            os.killpg(running.process.pid, 0)


def test_second_start_keeps_what_was_edited(prepared):
    manifest = Path(prepared["DATA_DIR"], "static", "staticfiles.json")
    collected = manifest.stat().st_mtime_ns
    python("manage.py", "shell", "-c", "Organisation.objects.update(name='Renamed')", env=prepared)

    python("manage.py", "prepare", env=prepared)

    shown = python("manage.py", "shell", "-v0", "-c", "print(Organisation.objects.get().name)", env=prepared)
    assert shown.stdout.strip() == "Renamed"
    assert manifest.stat().st_mtime_ns == collected


def test_development_server_logs_no_query_either(prepared, tmp_path):
    runserver = ["manage.py", "runserver", "--noreload", "127.0.0.1:{port}"]
    with serving(runserver, prepared, tmp_path) as running:
        get(running, "/postings/?q=confidential")
        get(running, "/about/")
    lines = running.log.read_text()

    assert "GET /postings/" in lines
    assert "confidential" not in lines
