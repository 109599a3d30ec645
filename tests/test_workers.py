"""How the site's gunicorn workers send: a proxy must never be left with half an answer."""

from careers.workers import Joining


class Wire:
    """What has gone out, piece by piece."""

    def __init__(self):
        self.pieces = []

    def sendall(self, data):
        self.pieces.append(data)

    def sendfile(self, file, offset, count):
        self.pieces.append(file[offset : offset + count])


def test_head_goes_out_with_the_body_and_more_follows():
    wire = Wire()
    sock = Joining(wire)

    for piece in (b"head ", b"body ", b"more"):
        sock.sendall(piece)
    sock.flush()

    assert wire.pieces == [b"head body ", b"more"]


def test_answer_without_a_body_goes_out_at_its_end():
    wire = Wire()
    sock = Joining(wire)

    sock.sendall(b"head")
    assert wire.pieces == []
    sock.flush()

    assert wire.pieces == [b"head"]


def test_file_follows_its_head():
    wire = Wire()
    sock = Joining(wire)

    sock.sendall(b"head")
    sock.sendfile(b"0123456789", offset=2, count=3)
    sock.flush()

    assert wire.pieces == [b"head", b"234"]
