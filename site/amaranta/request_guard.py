"""Around the whole application: only whole and readable requests come in, only complete answers go out.

A WSGI server may call the application with the part of a body that came before the connection broke, and
Django takes that part for all. This stands in front of any server.
"""

import codecs
import logging
from collections.abc import Iterable
from email.message import Message
from http import HTTPStatus
from io import BytesIO
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.core.exceptions import BadRequest

from amaranta.last_error_page import HEADERS, bare_answer

log = logging.getLogger(__name__)

ODD = "amaranta.odd"
"""In the environment of a request that is refused by a middleware, with a page of ours (odd_requests)."""


LARGEST_FORM = 262_144
"""Bytes of the largest body that is read before any view is called: only uploads are longer."""


class TruncatedBodyError(BadRequest):
    """Raised where a body is read that ends before the length that it announced."""


class WholeBody:
    """A stream that can be read to its announced end, or raises TruncatedBodyError."""

    def __init__(self, stream: Any, length: int) -> None:
        self.stream = stream
        self.left = length

    def read(self, size: int = -1) -> bytes:
        wanted = self.left if size is None or size < 0 else min(size, self.left)
        return self._counted(self._exactly(wanted), wanted)

    def readline(self, size: int = -1) -> bytes:
        most = self.left if size is None or size < 0 else min(size, self.left)
        line: bytes = self.stream.readline(most) if most else b""
        return self._counted(line, most if not line else len(line))

    def _exactly(self, wanted: int) -> bytes:
        """Read until there is as much as `wanted`: a socket may give less at a time."""
        parts = []
        while wanted > 0 and (part := self.stream.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)

    def _counted(self, data: bytes, expected: int) -> bytes:
        self.left -= len(data)
        if len(data) < expected:
            raise TruncatedBodyError
        return data


class Guard:
    """WSGI middleware around Django's handler."""

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        make_readable(environ)
        started: list[str] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            started.append(status)
            return start_response(status, completed(headers), exc_info)

        try:
            return self.application(environ, start)
        except BadRequest:
            status = HTTPStatus.BAD_REQUEST
        except Exception:
            log.exception("An error that no page was made for.")
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        if started:
            raise ConnectionAbortedError from None  # half an answer must not look like a whole one
        headers, body = bare_answer(status)
        start_response(f"{status} {status.phrase}", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def completed(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the headers of an answer with ours for those that nobody set."""
    present = {name.lower() for name, _value in headers}
    return headers + [(name, value) for name, value in HEADERS.items() if name.lower() not in present]


def make_readable(environ: WSGIEnvironment) -> None:
    """Mark what can't be read before Django tries, and let a body be read whole or not at all."""
    length = environ.get("CONTENT_LENGTH", "") or "0"
    if environ.pop("HTTP_TRANSFER_ENCODING", "") and "CONTENT_LENGTH" not in environ:
        environ[ODD] = "a body of unknown length"
    if not (length.isascii() and length.isdecimal() and len(length) < 19):
        environ[ODD] = "no length"
        length = "0"
    environ["wsgi.input"] = body = WholeBody(environ["wsgi.input"], int(length))
    if 0 < int(length) <= LARGEST_FORM:
        try:
            environ["wsgi.input"] = BytesIO(body.read())
        except TruncatedBodyError:
            environ["wsgi.input"] = BytesIO()
            environ[ODD] = "a part of a body"
    charset = without_charset(environ)
    if charset not in {"", "utf-8"}:
        environ[ODD] = "another charset"


def without_charset(environ: WSGIEnvironment) -> str:
    """Take the charset out of the content type, and return its usual name, empty if there is none.

    Our forms are UTF-8. Django looks at the charset while it makes the request, before anything could catch
    an error: with a charset that is no text ("hex") or too many parameters nobody would make a page.
    """
    given = environ.get("CONTENT_TYPE", "")
    if "charset" not in given.lower():
        return ""
    kind = Message()
    kind["Content-Type"] = given
    try:
        charset = codecs.lookup(str(kind.get_param("charset", ""))).name
        kind.del_param("charset")
        environ["CONTENT_TYPE"] = kind["Content-Type"]
    except (LookupError, ValueError, TypeError):
        charset = "unknown"
    if charset != "utf-8":
        environ["CONTENT_TYPE"] = ""
    return charset
