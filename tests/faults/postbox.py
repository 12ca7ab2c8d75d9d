"""A real SMTP server that can be told to behave badly, and keeps every message that was whole."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session, syntax


class Manner(StrEnum):
    """What the server does. SLOW answers each command after a second and a half."""

    TAKES = "takes"
    PUTS_OFF = "451 at RCPT"
    REFUSES = "550 at RCPT"
    HANGS = "hangs"
    SLOW = "slow"
    CLOSES_IN_DATA = "closes in DATA"
    CLOSES_AFTER_DOT = "closes after the final dot"


SLOW_SECONDS = 1.5


class Postbox:
    """Handler of aiosmtpd. `messages`: each as it came, also those whose dot was never answered."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.port, self.host = port, host
        self.manner = Manner.TAKES
        self.messages: list[bytes] = []
        self._controller: Controller | None = None

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.manner is Manner.HANGS:
            await asyncio.sleep(3600)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.manner is Manner.PUTS_OFF:
            return "451 4.3.0 later"
        if self.manner is Manner.REFUSES:
            return "550 5.1.1 unknown"
        if self.manner is Manner.SLOW:
            await asyncio.sleep(SLOW_SECONDS)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.manner is Manner.SLOW:
            await asyncio.sleep(SLOW_SECONDS)
        assert isinstance(envelope.content, bytes)
        self.messages.append(envelope.content)
        if self.manner is Manner.CLOSES_AFTER_DOT:
            server.transport.abort()
        return "250 2.0.0 taken"

    def open(self) -> None:
        box = self

        class Odd(SMTP):
            @syntax("DATA")
            async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
                if box.manner is not Manner.CLOSES_IN_DATA:
                    await super().smtp_DATA(arg)
                    return
                await self.push("354 go on")
                await self._reader.read(1000)
                self.transport.abort()

        class Box(Controller):
            def factory(self) -> SMTP:
                return Odd(box, data_size_limit=2**20)

        self._controller = Box(self, hostname=self.host, port=self.port)
        self._controller.start()

    def close(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Listen for the time of the block."""
        self.open()
        try:
            yield
        finally:
            self.close()
