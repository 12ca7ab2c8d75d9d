"""How large a request may be, and that a visitor's words are never in a file.

waitress keeps a body in memory up to a size and in a temporary file above it. Of a body that is larger than
any form of ours nothing is kept at all: the application is called with the length that was announced and
nothing to read, so that the form's own page can say that the text is too long.
"""

import re
from io import BytesIO
from typing import Any
from weakref import WeakSet

from django.conf import settings
from waitress.adjustments import Adjustments
from waitress.buffers import OverflowableBuffer
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import Error

from amaranta.request_guard import LARGEST_FORM

LARGEST_DROPPED = 4_194_304
"""A visitor's body above this is refused before it has come in, and a provider's."""
LARGEST_UPLOAD = 320_000_000
MOST_UPLOADS = 640_000_000
"""Bytes of all bodies together that may be in files of this process: who asks for more has no room."""
STEP = LARGEST_FORM
"""Bytes of a body after which there has to be room for it again: to measure all at every packet is slow."""
STAFF = "/admin/"
PROVIDERS = "/anymail/"
"""Delivery notices come in batches, without anything that a visitor wrote."""
SESSION = re.compile(r"(?:^|[;,])[ \t]*s=[a-z0-9]{32}[ \t]*(?:[;,]|$)")
"""What the cookie of a session looks like. Whether there is one only the database knows, too late."""

VISITORS = Adjustments(max_request_body_size=LARGEST_DROPPED)
UPLOADS: WeakSet[OverflowableBuffer] = WeakSet()
"""Every body that may be in a file, until its request is done or its connection is gone."""


class NoRoomError(Error):
    code = 503
    reason = "Service Unavailable"


class FormBuffer(OverflowableBuffer):
    """Holds a body of up to LARGEST_FORM in memory, and of a larger one only its length."""

    dropped = 0

    def append(self, data: bytes) -> None:
        if not self.dropped and len(self) + len(data) < LARGEST_FORM:
            super().append(data)
            return
        self.dropped = len(self) + len(data)
        self.strbuf, self.buf = b"", None

    def __len__(self) -> int:
        return self.dropped or super().__len__()

    def getfile(self) -> Any:
        return BytesIO() if self.dropped else super().getfile()


class Parser(HTTPRequestParser):
    """waitress's parser, with other limits for visitors than for staff and providers."""

    def received(self, data: bytes) -> int:
        before = self.body_bytes_received
        taken: int = super().received(data)
        if self.body_rcv is None or self.error or self.body_rcv.getbuf() not in UPLOADS:
            return taken
        if not self.body_bytes_received:
            self._need_room(self.content_length)
        elif self.body_bytes_received // STEP > before // STEP:
            self._need_room(0)
        return taken

    def _need_room(self, announced: int) -> None:
        """End the request here if there is none, so that its bytes are free before another needs them."""
        if announced + in_files() > MOST_UPLOADS:
            self.error = NoRoomError("uploads")
            self.completed = True
            self.expect_continue = False
            self.close()

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, and choose how large the body may be. Raises ParsingError."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # a number with more digits than Python reads
            raise ParsingError("A number is too long.") from error
        if self.body_rcv is None:
            return
        path = "/" + self.path.lstrip("/")
        is_staff = path.startswith(STAFF) and SESSION.search(self.headers.get("COOKIE", ""))
        if not is_staff:
            self.adj = VISITORS
        if is_staff or (path.startswith(PROVIDERS) and takes_notices()):
            UPLOADS.add(self.body_rcv.getbuf())
        else:
            self.body_rcv.buf = FormBuffer(LARGEST_FORM)


def in_files() -> int:
    """Return the bytes that all bodies in files may have before each of them is measured again."""
    return sum(len(body) + STEP for body in UPLOADS if body.overflowed and len(body))


def takes_notices() -> bool:
    """Tell whether anything is served at the providers' addresses; without Django nothing is."""
    return settings.configured and bool(settings.ANYMAIL.get("WEBHOOK_SECRET"))
