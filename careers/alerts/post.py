"""Hands one mail to the server and says what came of it: sent, refused, to be tried again, or nobody knows."""

import smtplib
from email.utils import parseaddr
from enum import Enum
from secrets import token_hex

from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address


class Outcome(Enum):
    SENT = "sent"
    # Not now: greylisted, busy, full for the moment.
    LATER = "later"
    # This mail will not be taken, whoever is to get it.
    REFUSED = "refused"
    # The address takes no mail.
    NO_SUCH_ADDRESS = "no such address"
    # The connection broke after the mail was handed over.
    UNKNOWN = "unknown"


class ServerTrouble(Exception):  # noqa: N818 the server's, not ours
    """The server takes nobody's mail: not there, not willing, or it refuses the sender."""


# Enhanced status codes (RFC 3463) that are about the system, the protocol, the content or a policy, not the mailbox.
NOT_THE_ADDRESS = (b"5.3.", b"5.4.", b"5.5.", b"5.6.", b"5.7.")


class Post:
    """One connection to the mail server, opened when it is first needed and again after it broke."""

    def __init__(self):
        self.connection = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.hang_up()

    def send(self, mail):
        """Return the Outcome for `mail`, an EmailMessage to one address; raise ServerTrouble."""
        connection = self.connected()
        if not isinstance(connection, EmailBackend):  # a backend for development or tests
            connection.send_messages([mail])
            return Outcome.SENT
        sender = sanitize_address(parseaddr(mail.from_email)[1], "utf-8")
        recipient = sanitize_address(mail.to[0], "utf-8")
        outcome = self.hand_over(connection.connection, sender, recipient, written(mail))
        if outcome is Outcome.UNKNOWN:
            self.hang_up()
        return outcome

    def connected(self):
        if self.connection is None:
            connection = get_connection()
            try:
                connection.open()
            except (OSError, smtplib.SMTPException) as error:
                raise ServerTrouble(type(error).__name__) from None
            self.connection = connection
        return self.connection

    def hand_over(self, smtp, sender, recipient, payload):
        try:
            smtp.ehlo_or_helo_if_needed()
            self.expect_sender(smtp.mail(sender))
            code, words = smtp.rcpt(recipient)
        except (OSError, smtplib.SMTPException) as error:
            self.hang_up()
            raise ServerTrouble(type(error).__name__) from None
        if code not in {250, 251}:
            return self.after_refusal(smtp, code, words)
        try:
            code, words = smtp.data(payload)
        except smtplib.SMTPDataError as refusal:
            return self.after_refusal(smtp, refusal.smtp_code, refusal.smtp_error)
        except (OSError, smtplib.SMTPException):
            return Outcome.UNKNOWN
        return Outcome.SENT if code == 250 else self.after_refusal(smtp, code, words)

    def expect_sender(self, answer):
        code, words = answer
        if code != 250:
            raise smtplib.SMTPSenderRefused(code, words, "")

    def after_refusal(self, smtp, code, words):
        """Return what a refusal means, with the connection ready for the next mail; 421 ends it."""
        if code == 421:
            self.hang_up()
            raise ServerTrouble("SMTP 421")
        try:
            smtp.rset()
        except (OSError, smtplib.SMTPException):
            self.hang_up()
        if code < 500:
            return Outcome.LATER
        return Outcome.REFUSED if words.startswith(NOT_THE_ADDRESS) else Outcome.NO_SUCH_ADDRESS

    def hang_up(self):
        connection, self.connection = self.connection, None
        if connection is None:
            return
        try:
            connection.close()
        except (OSError, smtplib.SMTPException):  # it is broken already
            connection.connection = None


def written(mail):
    """Return its bytes; the line between its parts is no words, so that the whole text need not be searched for it."""
    message = mail.message()
    if message.is_multipart():
        message.set_boundary(f"=={token_hex(16)}==")
    return message.as_bytes(linesep="\r\n")
