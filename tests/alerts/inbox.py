"""A real SMTP server that keeps what it takes and refuses what a test wants refused."""

import asyncio
import logging
import re
from collections import Counter
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller

from tests import servers

logging.getLogger("mail.log").setLevel(logging.ERROR)
LINK = re.compile(r"https?://[^/\s]+(/alerts/[\w/-]+\?token=[^\s>\"]+)")


class Inbox:
    """`answer` is asked (stage, address) for "RCPT" and "DATA" and returns an SMTP answer, or None to take the mail.

    `by_sender` counts the mails of each connection; of the first `in_step` mails of a sender each waits until another
    sender has as many.
    """

    def __init__(self):
        self.mails = []
        self.by_sender, self.in_step = Counter(), 0
        self.port = None
        self.answer = lambda stage, address: None

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if refusal := self.answer("RCPT", address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        address = envelope.rcpt_tos[0]
        await self.keep_step(session.peer)
        if refusal := self.answer("DATA", address):
            return refusal
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    async def keep_step(self, sender):
        self.by_sender[sender] += 1
        number = self.by_sender[sender]
        while number <= self.in_step and sum(each >= number for each in self.by_sender.values()) < 2:
            await asyncio.sleep(0.005)

    @property
    def addresses(self):
        return [mail["To"] for mail in self.mails]

    def of(self, address):
        return [mail for mail in self.mails if mail["To"] == address]


@contextmanager
def serving():
    inbox = Inbox()
    with servers.free_port() as port:
        inbox.port = port
        controller = Controller(inbox, hostname="127.0.0.1", port=port)
        controller.start()
        try:
            yield inbox
        finally:
            controller.stop()


def text_of(mail):
    return mail.get_body(("plain",)).get_content()


def html_of(mail):
    return mail.get_body(("html",)).get_content()


def links(mail):
    """Return the paths of our own alert pages in a mail's text, in order."""
    return LINK.findall(text_of(mail))
