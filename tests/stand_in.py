"""A stand-in for a gunicorn host, whose answers a test sets and which notes what reaches it."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        host = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        host.requests.append((self.command, self.path, self.headers, body))
        if host.status is None:  # a worker killed in the middle of a request
            self.close_connection = True
            return
        self.send_response(host.status)
        text = b"" if self.command == "HEAD" else f"answer {len(host.requests)}".encode()
        for name, value in {"Content-Length": str(len(text)), **host.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_HEAD = do_POST = do_PUT = answer  # noqa: N815

    def log_message(self, *arguments):
        pass


@contextmanager
def stand_in():
    """Run one: it answers 200, not to be kept, until .status or .headers are set; the status None hangs up."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.requests, server.status, server.headers = [], 200, {"Cache-Control": "no-store"}
    server.address = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
