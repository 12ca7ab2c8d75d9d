"""The shape of a DER file as `openssl asn1parse` draws it."""

import re

from tests.interop.mailreaders import run

_VALUE_THAT_VARIES = re.compile(r"(OCTET STRING|INTEGER) +(\[HEX DUMP\])?:[0-9A-F]{3,}$")


def shape_of(der: bytes) -> list[str]:
    """Return a line per element: offset, depth, lengths, tag; values too, but no keys, vectors and serials."""
    drawn = run("openssl", "asn1parse", "-inform", "DER", stdin=der).decode()
    return [_VALUE_THAT_VARIES.sub(r"\1", line.strip()) for line in drawn.splitlines()]
