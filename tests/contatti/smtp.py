"""Real mail servers for tests: one that keeps mail, and ones that refuse, stall or hang."""

import asyncio
import email
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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
