"""How large a request may be, and that a visitor's words are never in a file.

waitress keeps a body in memory up to a size and in a temporary file above it. Of a body that is larger than
any form of ours nothing is kept at all: the application is called with the length that was announced and
nothing to read, so that the form's own page can say that the text is too long.
"""

from io import BytesIO
from typing import Any

from waitress.adjustments import Adjustments
from waitress.buffers import OverflowableBuffer
from waitress.parser import HTTPRequestParser

LARGEST_FORM = 262_144
LARGEST_DROPPED = 4_194_304
"""A visitor's body above this is refused before it has come in."""
LARGEST_UPLOAD = 320_000_000
STAFF = "/admin/"
PROVIDERS = "/anymail/"
"""Delivery notices come in batches, without anything that a visitor wrote."""

VISITORS = Adjustments(max_request_body_size=LARGEST_DROPPED)


class FormBuffer(OverflowableBuffer):  # type: ignore[misc]
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
    """waitress's parser, with other limits for visitors than for staff."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if self.body_rcv is not None and not self._is_for_staff():
            self.adj = VISITORS
            self.body_rcv.buf = FormBuffer(LARGEST_FORM)

    def _is_for_staff(self) -> bool:
        path = "/" + self.path.lstrip("/")
        return path.startswith(PROVIDERS) or (
            path.startswith(STAFF) and "s=" in self.headers.get("COOKIE", "")
        )
