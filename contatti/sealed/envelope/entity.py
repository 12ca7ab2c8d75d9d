"""The MIME entity inside the envelope. contatti/sealed/static/sealed/seal.js writes the same bytes."""

import re
from base64 import b64encode

PAD = 4096
"""Bytes. Every entity is a multiple of this, so that its size says little about the text."""

_HEADER = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
_COLUMNS = 76
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def base64_lines(data: bytes) -> bytes:
    """Return base64 in lines of 76 columns, each ended by CRLF (RFC 2045, 6.8); empty for no data."""
    encoded = b64encode(data)
    lines = (encoded[at : at + _COLUMNS] for at in range(0, len(encoded), _COLUMNS))
    return b"".join(line + b"\r\n" for line in lines)


def inner_entity(text: str) -> bytes:
    """Return the text as a text/plain entity of a multiple of PAD bytes.

    Line breaks become CRLF, the canonical form that RFC 2045 (6.8) asks for before base64. The filler is
    CRLF after the base64, which every mail program ignores; header and lines are even, so it always fits.
    Raises UnicodeEncodeError on lone surrogates.
    """
    canonical = _LINE_BREAK.sub("\r\n", text).encode()
    entity = _HEADER + base64_lines(canonical)
    return entity + b"\r\n" * (-len(entity) % PAD // 2)
