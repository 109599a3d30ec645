"""How gunicorn sends an answer: head and body in one piece, so that a killed worker has sent all of it or nothing.

gunicorn sends the head by itself first. A proxy passes it on at once and can then ask no other worker for the body.
"""

from gunicorn.workers.gthread import ThreadWorker


class WholeAnswers(ThreadWorker):
    def handle_request(self, req, conn):
        plain = conn.sock
        conn.sock = Joining(plain)
        try:
            keep_open = super().handle_request(req, conn)
            conn.sock.flush()
        finally:
            conn.sock = plain
        return keep_open


class Joining:
    """A socket that keeps the first piece, the head, until the second one or the end of the answer."""

    def __init__(self, sock):
        self.sock = sock
        self.head = None

    def __getattr__(self, name):
        return getattr(self.sock, name)

    def sendall(self, data):
        if self.head is None:
            self.head = data
        else:
            self.flush(data)

    def sendfile(self, *arguments, **options):
        self.flush()
        return self.sock.sendfile(*arguments, **options)

    def flush(self, data=b""):
        whole, self.head = (self.head or b"") + data, b""
        if whole:
            self.sock.sendall(whole)
