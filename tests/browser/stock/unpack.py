"""The compressions that browsers write, undone; damaged or foreign data gives what could be read."""

import zlib
from collections.abc import Iterator
from contextlib import suppress

import brotli
import cramjam

MOZLZ4 = b"mozLz40\0"
ZSTD = b"\x28\xb5\x2f\xfd"
MOST = 1 << 22
KEY = 256
"""Bytes that may stand before the body of a cache entry."""
SOME = 4096
"""Bytes after which most of what is no compressed data has been told."""
ENOUGH = 64
"""Bytes that chance does not decompress to."""


def layers(data: bytes) -> Iterator[bytes]:
    """Yield a file's bytes, what they hold compressed, and what that holds."""
    yield data
    for outer in (*marked(data), *_unmarked(data)):
        yield outer
        yield from marked(outer)


def marked(data: bytes) -> Iterator[bytes]:
    """Yield every readable decompression of gzip, zlib, zstd and mozLz4, wherever they begin."""
    yield from _deflated(data, b"\x1f\x8b\x08", 31)
    for head in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"):
        yield from _deflated(data, head, 15)
    for start in _starts(data, MOZLZ4):
        yield lz4_block(data[start + len(MOZLZ4) + 4 :])
    for start in _starts(data, ZSTD):
        yield _zstd(data[start:])


def _starts(data: bytes, mark: bytes) -> Iterator[int]:
    start = data.find(mark)
    while start >= 0:
        yield start
        start = data.find(mark, start + 1)


def _zstd(data: bytes) -> bytes:
    reader = cramjam.zstd.Decompressor()
    with suppress(cramjam.DecompressionError, OSError):
        reader.decompress(data)  # what follows the frame is no part of it, and is refused
    return bytes(reader.flush())


def _deflated(data: bytes, head: bytes, bits: int) -> Iterator[bytes]:
    for start in _starts(data, head):
        yield from _inflated(data[start:], bits)


def _inflated(data: bytes, bits: int) -> Iterator[bytes]:
    """Yield what came before a fault: a file may end in the middle, or go on with something else."""
    reader = zlib.decompressobj(bits)
    out = bytearray()
    try:
        for start in range(0, len(data), 1024):
            out += reader.decompress(data[start : start + 1024], MOST)
            if reader.eof or len(out) > MOST:
                break
    except zlib.error:
        pass
    if out:
        yield bytes(out)


def _unmarked(data: bytes) -> Iterator[bytes]:
    """Brotli, bare deflate and Snappy have no mark of their own: each start after a cache entry's key is tried."""
    for start in range(min(len(data), KEY)):
        for found in (*_brotli(data, start), *_bare(data, start)):
            if len(found) > ENOUGH:
                yield found
    if len(data) < MOST:
        yield snappy(data)


def _brotli(data: bytes, start: int) -> Iterator[bytes]:
    reader = brotli.Decompressor()
    out = b""
    try:
        out = reader.process(data[start : start + SOME])
        out += reader.process(data[start + SOME : start + MOST])
    except brotli.error:
        pass
    yield out


def _bare(data: bytes, start: int) -> Iterator[bytes]:
    try:
        zlib.decompressobj(-15).decompress(data[start : start + SOME])
    except zlib.error:
        return
    yield from _inflated(data[start : start + MOST], -15)


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
