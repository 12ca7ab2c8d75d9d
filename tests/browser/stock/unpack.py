"""The compressions that browsers write, undone; damaged or foreign data gives what could be read."""

import zlib
from collections.abc import Iterator

import brotli

MOZLZ4 = b"mozLz40\0"


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield every readable decompression of a file's bytes: gzip and zlib anywhere, brotli, LZ4, Snappy."""
    yield from _deflated(data, b"\x1f\x8b\x08", 31)
    for head in (b"\x78\x01", b"\x78\x9c", b"\x78\xda"):
        yield from _deflated(data, head, 15)
    if data.startswith(MOZLZ4):
        yield lz4_block(data[len(MOZLZ4) + 4 :])
    yield from _brotli(data)


def _deflated(data: bytes, head: bytes, bits: int) -> Iterator[bytes]:
    start = data.find(head)
    while start >= 0:
        try:
            found = zlib.decompressobj(bits).decompress(data[start:], 1 << 22)
        except zlib.error:
            found = b""
        if found:
            yield found
        start = data.find(head, start + 1)


def _brotli(data: bytes) -> Iterator[bytes]:
    """A cache entry is its key and then the body; brotli has no mark of its own, so each start is tried."""
    for start in range(min(len(data), 256)):
        reader = brotli.Decompressor()
        try:
            found = reader.process(data[start : start + (1 << 20)])
        except brotli.error:
            continue
        if len(found) > 64:
            yield found


def lz4_block(data: bytes) -> bytes:
    """Decompress an LZ4 block (lz4_Block_format.md), up to where it can be read."""
    out = bytearray()
    at = 0
    try:
        while at < len(data):
            token = data[at]
            at += 1
            length, at = _length(data, at, token >> 4)
            out += data[at : at + length]
            at += length
            if at >= len(data):
                break
            offset = int.from_bytes(data[at : at + 2], "little")
            at += 2
            length, at = _length(data, at, token & 15)
            _repeat(out, offset, length + 4)
    except IndexError:
        pass
    return bytes(out)


def snappy(data: bytes) -> bytes:
    """Decompress a Snappy stream (format_description.txt), up to where it can be read."""
    out = bytearray()
    at = 0
    while at < len(data) and data[at] & 0x80:
        at += 1
    at += 1
    try:
        while at < len(data):
            tag = data[at]
            at += 1
            if tag & 3 == 0:
                length = tag >> 2
                extra = max(0, length - 59)
                if extra:
                    length = int.from_bytes(data[at : at + extra], "little")
                at += extra
                out += data[at : at + length + 1]
                at += length + 1
                continue
            length, offset, at = _copy(data, at, tag)
            _repeat(out, offset, length)
    except IndexError:
        pass
    return bytes(out)


def _copy(data: bytes, at: int, tag: int) -> tuple[int, int, int]:
    if tag & 3 == 1:
        return (tag >> 2 & 7) + 4, (tag >> 5) << 8 | data[at], at + 1
    size = 2 if tag & 3 == 2 else 4
    return (tag >> 2) + 1, int.from_bytes(data[at : at + size], "little"), at + size


def _length(data: bytes, at: int, length: int) -> tuple[int, int]:
    if length == 15:
        while data[at] == 255:
            length += 255
            at += 1
        length += data[at]
        at += 1
    return length, at


def _repeat(out: bytearray, offset: int, length: int) -> None:
    if not 0 < offset <= len(out):
        raise IndexError
    for _ in range(length):
        out.append(out[-offset])
