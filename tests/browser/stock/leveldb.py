"""The files of LevelDB: tables (`.ldb`) of blocks, and logs of what is in no table yet (doc/log_format.md)."""

from collections.abc import Iterator

from tests.browser.stock.unpack import snappy

LOG_BLOCK = 32_768
HEADER = 7
"""Bytes before each piece of a log: checksum, length, kind."""


def log(data: bytes) -> bytes:
    """Return the records of a log without what stands between the pieces of a long one."""
    pieces = []
    for start in range(0, len(data), LOG_BLOCK):
        block = data[start : start + LOG_BLOCK]
        at = 0
        while at + HEADER <= len(block):
            length = int.from_bytes(block[at + 4 : at + 6], "little")
            pieces.append(block[at + HEADER : at + HEADER + length])
            at += HEADER + length
    return b"".join(pieces)


def table(data: bytes) -> Iterator[bytes]:
    """Yield the blocks of a table, which are Snappy; their starts stand in an index of the same kind."""
    try:
        footer = data[-48:]
        _, at = _varint(footer, 0)
        _, at = _varint(footer, at)
        start, at = _varint(footer, at)
        size, _ = _varint(footer, at)
        index = _block(data, start, size)
        yield index  # keys stand there too
        for start, size in _handles(index):
            yield _whole_keys(_block(data, start, size))
    except IndexError:
        return


def _block(data: bytes, start: int, size: int) -> bytes:
    content = data[start : start + size]
    return snappy(content) if data[start + size : start + size + 1] == b"\1" else content


def _entries(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield keys and values; a key is written without what it shares with the one before it."""
    restarts = int.from_bytes(block[-4:], "little")
    at, end, key = 0, len(block) - 4 * (restarts + 1), b""
    while at < end:
        shared, at = _varint(block, at)
        unshared, at = _varint(block, at)
        length, at = _varint(block, at)
        key = key[:shared] + block[at : at + unshared]
        at += unshared
        yield key, block[at : at + length]
        at += length


def _whole_keys(block: bytes) -> bytes:
    return b"\n".join(key + b"\n" + value for key, value in _entries(block))


def _handles(index: bytes) -> Iterator[tuple[int, int]]:
    for _, value in _entries(index):
        start, at = _varint(value, 0)
        yield start, _varint(value, at)[0]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        shift += 7
        at += 1
        if not byte & 0x80:
            return value, at
