"""Django's SMTP backend with a deadline for each step, which knows whether the final dot is out.

smtplib has one timeout, for each single read: a server that drips a byte now and then holds a worker for
ever, and one that thinks for a minute after the final dot gets the message again and again. Here every
step of RFC 5321 (4.5.3.2) has an overall deadline, short while nothing is lost by leaving, ten minutes
after the dot.
"""

import re
import smtplib
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend as DjangoBackend

from contatti.sealed.conf import sealed_settings
from contatti.sealed.mail import account
from contatti.sealed.mail.outgoing import dress, envelope_sender

CHUNK = 16_384
EARLY = 60
"""Seconds for a step before anything is handed over: the RFC's five minutes would only hold a worker."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for each step as a whole. `command` is for everything before MAIL, each with its own count."""

    connect: float = EARLY
    greeting: float = EARLY
    command: float = EARLY
    mail: float = 300
    rcpt: float = 300
    data: float = 120
    block: float = 180
    dot: float = 600
    quit: float = 5

    @classmethod
    def brief(cls, seconds: float) -> "Limits":
        """Return limits for whoever cannot wait, such as a web request."""
        return cls(*[seconds] * 8)

    @classmethod
    def patient(cls) -> "Limits":
        """Return limits for deliveries: EMAIL_TIMEOUT until MAIL, then the RFC's, or the settings' own."""
        early = settings.EMAIL_TIMEOUT or EARLY
        limits = replace(cls(), connect=early, greeting=early, command=early)
        return replace(limits, **sealed_settings.SMTP_LIMITS)


class _Replies:
    """In the place of smtplib's file: reads lines, all of one answer within one deadline."""

    def __init__(self, smtp: "_Deadlines") -> None:
        self._smtp = smtp
        self._buffer = b""

    def readline(self, limit: int) -> bytes:
        while b"\n" not in self._buffer and len(self._buffer) < limit:
            chunk = self._smtp.receive()
            if not chunk:
                break
            self._buffer += chunk
        end = min(self._buffer.find(b"\n") + 1 or len(self._buffer), limit)
        line, self._buffer = self._buffer[:end], self._buffer[end:]
        return line

    def close(self) -> None:
        """Nothing to release: the socket is closed by its owner."""


class _Deadlines(smtplib.SMTP):
    """`before_dot` runs when all but the final dot is out; what it raises keeps the dot back."""

    limits: Limits
    before_dot: Callable[[], None]
    sender: str = ""
    envelope_id: str = ""
    dot_sent = False
    _step = "greeting"
    _deadline = 0.0

    def remaining(self) -> float:
        """Return the seconds left for this step. Raises TimeoutError."""
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left

    def receive(self) -> bytes:
        """Return some bytes of the answer, none if the server left. Raises TimeoutError."""
        if self.sock is None:
            return b""
        self.sock.settimeout(self.remaining())
        return self.sock.recv(4096)

    def _begin(self, step: str) -> None:
        self._step = step
        self._deadline = monotonic() + getattr(self.limits, step, self.limits.command)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        self._begin("connect")
        failure = OSError("no address")
        source: Any = self.source_address
        for *_, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
            try:
                connected = socket.create_connection(
                    (str(address[0]), int(address[1])), self.remaining(), source
                )
            except OSError as error:
                failure = error
            else:
                self._begin("greeting")
                return connected
        raise failure

    def putcmd(self, cmd: str, args: str = "") -> None:
        self._begin(cmd.lower())
        super().putcmd(cmd, args)

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None:
            self.file = _Replies(self)
        return super().getreply()

    def send(self, s: Any) -> None:
        """Send a command (text), or, as smtplib does for the message alone, bytes that end with the dot."""
        if isinstance(s, str):
            self._write(s.encode(self.command_encoding))
            return
        self._begin("block")
        self._write(s[:-3])
        try:
            self.before_dot()
        except BaseException:
            self.close()  # without the dot nothing is handed over
            raise
        self.dot_sent = True
        self._begin("dot")
        self._write(s[-3:])

    def _write(self, data: bytes) -> None:
        if not self.sock:
            raise smtplib.SMTPServerDisconnected("not connected")
        view = memoryview(data)
        try:
            while view:
                self.sock.settimeout(self.remaining())
                view = view[self.sock.send(view[:CHUNK]) :]
        except OSError:
            self.close()
            raise smtplib.SMTPServerDisconnected("Server not connected") from None

    def login(self, user: str, password: str, *, initial_response_ok: bool = True) -> tuple[int, bytes]:
        """Log in once: smtplib would try the same password by every mechanism, which looks like an attack."""
        self.ehlo_or_helo_if_needed()
        offered = self.esmtp_features.get("auth", "").upper().split()
        once = next((name for name in ("PLAIN", "LOGIN", "CRAM-MD5") if name in offered), "")
        if once:
            self.esmtp_features["auth"] = once
        with account.logging_in():
            return super().login(user, password, initial_response_ok=initial_response_ok)

    def sendmail(
        self,
        from_addr: str,
        to_addrs: str | Sequence[str],
        msg: Any,
        mail_options: Sequence[str] = (),
        rcpt_options: Sequence[str] = (),
    ) -> Any:
        """Send with the address for refusals as envelope sender; ask that refusals return headers only."""
        self.dot_sent = False
        self.ehlo_or_helo_if_needed()
        if self.has_extn("dsn"):
            mail_options = [*mail_options, "RET=HDRS"]
            rcpt_options = [*rcpt_options, "NOTIFY=FAILURE,DELAY"]
            if self.envelope_id:
                mail_options = [*mail_options, f"ENVID={self.envelope_id}"]
        return super().sendmail(self.sender or from_addr, to_addrs, msg, mail_options, rcpt_options)


class _DeadlinesOverTLS(smtplib.SMTP_SSL, _Deadlines):
    """The same on a port that speaks TLS from the first byte (RFC 8314)."""


class EmailBackend(DjangoBackend):
    """What every mail of the portal goes through. `limits`: brief ones unless a worker asks for patience."""

    def __init__(self, *args: Any, limits: Limits | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits or Limits.brief(self.timeout or EARLY)
        self.before_dot: Callable[[], None] = lambda: None
        self.dot_sent = False

    @property
    def connection_class(self) -> Any:
        return self._connect

    def _connect(self, host: str, port: int, **options: Any) -> smtplib.SMTP:
        kind = _DeadlinesOverTLS if self.use_ssl else _Deadlines
        smtp = kind.__new__(kind)  # connects in its constructor, by which time the limits must be known
        smtp.limits = self.limits
        smtp.before_dot = self._before_dot
        smtp.sender = envelope_sender()
        smtp.__init__(host, port, **options)  # type: ignore[misc]
        return smtp

    def _before_dot(self) -> None:
        """Run what the worker wants done now, which is another thing for each message."""
        self.before_dot()

    def _send(self, email_message: EmailMessage) -> bool:
        dress(email_message)
        smtp: Any = self.connection
        smtp.envelope_id = _envelope_id(email_message.extra_headers.get("Message-ID", ""))
        smtp.dot_sent = self.dot_sent = False
        try:
            return bool(super()._send(email_message))  # type: ignore[misc]
        finally:
            self.dot_sent = smtp.dot_sent


def _envelope_id(message_id: str) -> str:
    """Return the part of our Message-ID before the at sign: a number needs no encoding (RFC 3461, 4)."""
    found = re.fullmatch(r"<([0-9a-f.-]+)@[^>]*>", message_id)
    return found[1] if found else ""
