"""A mail server that takes everything and prints to whom: `python -m tests.drills.sink PORT`."""

import asyncio
import sys


class Sink(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.rest, self.in_mail, self.address = transport, b"", False, ""
        self.say("220 sink")

    def say(self, line):
        self.transport.write(f"{line}\r\n".encode())

    def data_received(self, data):
        self.rest += data
        while (end := self.rest.find(b"\r\n.\r\n" if self.in_mail else b"\r\n")) >= 0:
            line, self.rest = self.rest[:end], self.rest[end + (5 if self.in_mail else 2) :]
            self.take(line.decode("latin-1"))

    def take(self, line):
        if self.in_mail:
            self.in_mail = False
            print(self.address, len(line), flush=True)
            return self.say("250 taken")
        command, _, value = line.partition(":")
        if command == "rcpt TO":
            self.address = value.strip("<>")
        self.in_mail = line.upper() == "DATA"
        self.say({"DATA": "354 go on", "QUIT": "221 bye"}.get(line.upper(), "250 yes"))


async def main():
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()


asyncio.run(main())
