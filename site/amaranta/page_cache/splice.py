"""A compressed page in which one piece is changed without compressing the page again.

The piece stands in the stream as it is, uncompressed: in Brotli as a raw metablock (RFC 7932, 9.2), in gzip
as a stored block (RFC 1951, 3.2.4). What comes after was compressed as if other bytes of the same number had
stood there, bytes of which a page has none, so that nothing refers to them. It must therefore be as long.
"""

import secrets
import struct
import zlib
from dataclasses import dataclass

import brotli

BESIDE = 2
"""Brotli chooses how to write a byte by the two before it: those must be the same in every answer."""
TRIES = 5
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
RAW_DEFLATE = -zlib.MAX_WBITS
GZIP_QUALITY = 6


class NotSplit(Exception):  # noqa: N818 - the page is then drawn for everybody
    """A page could not be compressed around its piece."""


@dataclass(frozen=True, slots=True)
class PlainSplit:
    before: bytes
    after: bytes

    @property
    def size(self) -> int:
        return len(self.before) + len(self.after)

    def joined(self, piece: bytes) -> bytes:
        return self.before + piece + self.after


@dataclass(frozen=True, slots=True)
class BrotliSplit:
    """`beside` follows the piece, uncompressed as well."""

    before: bytes
    beside: bytes
    after: bytes

    @property
    def size(self) -> int:
        return len(self.before) + len(self.after)

    def joined(self, piece: bytes) -> bytes:
        raw = piece + self.beside
        # Not the last; four digits of length; the length less one; uncompressed.
        header = ((len(raw) - 1) << 3 | 1 << 19).to_bytes(3, "little")
        return self.before + header + raw + self.after


@dataclass(frozen=True, slots=True)
class GzipSplit:
    """`plain_after` is what the checksum at the end counts."""

    before: bytes
    after: bytes
    checksum: int
    plain_before: int
    plain_after: bytes

    @property
    def size(self) -> int:
        return len(self.before) + len(self.after) + len(self.plain_after)

    def joined(self, piece: bytes) -> bytes:
        checksum = zlib.crc32(self.plain_after, zlib.crc32(piece, self.checksum))
        length = self.plain_before + len(piece) + len(self.plain_after)
        block = b"\x00" + struct.pack("<HH", len(piece), len(piece) ^ 0xFFFF) + piece
        return self.before + block + self.after + struct.pack("<LL", checksum, length & 0xFFFFFFFF)


Split = PlainSplit | BrotliSplit | GzipSplit


def split(page: bytes, piece: bytes, encoding: str, quality: int) -> Split:
    """Return a page around `piece`, which stands in it once. Raises NotSplit."""
    before, found, after = page.partition(piece)
    if not found or piece in after or len(after) <= BESIDE:
        raise NotSplit
    if not encoding:
        return PlainSplit(before, after)
    if encoding == "gzip":
        return _gzip(before, after, len(piece))
    if encoding != "br":
        raise NotSplit
    for _attempt in range(TRIES):
        made = _brotli(before, after, len(piece), quality)
        if _reads(made, before, after, len(piece)):
            return made
    raise NotSplit


def _brotli(before: bytes, after: bytes, length: int, quality: int) -> BrotliSplit:
    compressor = brotli.Compressor(quality=quality)
    head = compressor.process(before) + compressor.flush()
    compressor.process(_noise(length) + after[:BESIDE])
    compressor.flush()
    tail = compressor.process(after[BESIDE:]) + compressor.finish()
    return BrotliSplit(head, after[:BESIDE], tail)


def _reads(made: BrotliSplit, before: bytes, after: bytes, length: int) -> bool:
    """Tell whether a browser would read what was meant: the compressor promises nothing of the kind."""
    other = secrets.token_hex(length)[:length].encode()
    try:
        return bool(brotli.decompress(made.joined(other)) == before + other + after)
    except brotli.error:
        return False


def _noise(length: int) -> bytes:
    """Return random bytes that no text has and that nothing can be saved on."""
    return bytes(byte | 0x80 for byte in secrets.token_bytes(length))


def _gzip(before: bytes, after: bytes, length: int) -> GzipSplit:
    first = zlib.compressobj(GZIP_QUALITY, zlib.DEFLATED, RAW_DEFLATE)
    head = GZIP_HEAD + first.compress(before) + first.flush(zlib.Z_SYNC_FLUSH)
    known = (before + bytes(length))[-(1 << zlib.MAX_WBITS) :]
    second = zlib.compressobj(GZIP_QUALITY, zlib.DEFLATED, RAW_DEFLATE, zdict=known)
    tail = second.compress(after) + second.flush()
    return GzipSplit(head, tail, zlib.crc32(before), len(before), after)
