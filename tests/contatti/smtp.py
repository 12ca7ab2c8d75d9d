"""Real mail servers for tests: one that keeps mail, and ones that refuse, stall or hang."""

import asyncio
import email
import socket
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

if TYPE_CHECKING:
    from email.message import Message


class Mailbox:
    """Keeps what arrives; `reply` is the answer to DATA, `refused` are recipients it does not know.

    `stall`: take the message's bytes and never answer.
    """

    def __init__(self) -> None:
        self.reply = "250 OK"
        self.refused: set[str] = set()
        self.stall = False
        self.messages: list[Message] = []
        self._changed = threading.Condition()
        self.stalled = threading.Event()

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.stall:
            self.stalled.set()
            await asyncio.sleep(3600)
        if self.reply.startswith("250"):
            assert isinstance(envelope.content, bytes)
            with self._changed:
                self.messages.append(email.message_from_bytes(envelope.content))
                self._changed.notify_all()
        return self.reply

    def wait_for(self, number: int, timeout: float) -> bool:
        """Wait until so many messages are here; False after the timeout in seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.messages) >= number, timeout)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(mailbox: Any, port: int) -> Iterator[None]:
    """Run a mail server on 127.0.0.1 for the time of the block."""
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


@contextmanager
def hanging(port: int) -> Iterator[None]:
    """Accept connections and never say a word."""
    with socket.create_server(("127.0.0.1", port)):
        yield


@dataclass
class OddServer:
    """A mail server of a thread per connection, for what no library's server would do.

    after_dot: seconds before the answer to the final dot. drop_after_dot: no answer at all, only the end.
    drip: seconds between the bytes of the greeting. slow_for: recipients to whom alone after_dot applies.
    password: what a login must give; None asks for no login.
    """

    after_dot: float = 0.0
    drop_after_dot: bool = False
    drip: float = 0.0
    slow_for: str = ""
    password: str | None = None
    dsn: bool = False
    recipients: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    logins: int = 0
    most_at_once: int = 0
    _busy: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def serving(self, port: int) -> Iterator[None]:
        """Run on 127.0.0.1 for the time of the block."""
        with socket.create_server(("127.0.0.1", port), backlog=50) as listener:
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
            yield
            listener.shutdown(socket.SHUT_RDWR)

    def copies_to(self, recipient: str) -> int:
        return self.recipients.count(recipient)

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=self._serve, args=(listener.accept()[0],), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError), connection, connection.makefile("rb") as lines:
            if self.drip:
                for byte in b"220 slow" * 1000:
                    connection.send(bytes([byte]))
                    time.sleep(self.drip)
            connection.sendall(b"220 odd\r\n")
            recipient = ""
            for line in lines:
                words = line.decode().strip()
                self.commands.append(words)
                verb = words[:4].upper()
                if verb == "RCPT":
                    recipient = words.partition("<")[2].partition(">")[0]
                if verb == "DATA":
                    connection.sendall(b"354 go on\r\n")
                    while lines.readline() != b".\r\n":
                        pass
                    if not self._take(recipient):
                        return
                    connection.sendall(b"250 2.0.0 taken\r\n")
                    continue
                connection.sendall(self._answer(verb, words))
                if verb == "QUIT":
                    return

    def _answer(self, verb: str, words: str) -> bytes:
        if verb == "EHLO":
            extensions = [
                b"250-odd",
                *[b"250-DSN"] * self.dsn,
                *[b"250-AUTH PLAIN LOGIN"] * bool(self.password),
            ]
            return b"\r\n".join([*extensions, b"250 8BITMIME\r\n"])
        if verb == "AUTH":
            self.logins += 1
            given = b64decode(words.rsplit(maxsplit=1)[-1]).split(b"\0")[-1].decode()
            return b"235 welcome\r\n" if given == self.password else b"535 5.7.8 wrong\r\n"
        return b"250 fine\r\n"

    def _take(self, recipient: str) -> bool:
        """Keep a message; False if no answer may be given."""
        with self._lock:
            self.recipients.append(recipient)
            self._busy += 1
            self.most_at_once = max(self.most_at_once, self._busy)
        if self.after_dot and (not self.slow_for or self.slow_for in recipient):
            time.sleep(self.after_dot)
        with self._lock:
            self._busy -= 1
        return not self.drop_after_dot
