"""A search through everything that a closed browser left on the disk."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.browser.stock.unpack import snappy, unpacked

HOST = "host"
"""Stands for the host's name without a path."""
ENCODINGS = ("utf-8", "utf-16-le", "latin-1")
SQLITE = b"SQLite format 3\0"
PATH = r"/[\w%./?=&#-]*"


@dataclass(frozen=True, order=True)
class Trace:
    """Something of the visit that was found: what, and in which file of the profile."""

    found: str
    place: str


def search(profile: Path, words: list[str], host: str, paths: set[str]) -> set[Trace]:
    """Return where words, and a host with its paths, stand in the files of a profile, compressed or not.

    In the pages of a database an address runs into the next column: there the known paths are looked for,
    and in its rows, as everywhere else, any path.
    """
    known = "|".join(re.escape(path) for path in sorted(paths, key=len, reverse=True))
    traces = set()
    for file in sorted(profile.rglob("*")):
        if file.is_file() and not file.is_symlink():
            place = str(file.relative_to(profile))
            data = file.read_bytes()
            database = data.startswith(SQLITE)
            for layer in (data, *unpacked(data)):
                path = known if database or place.endswith(("-wal", "-journal")) else PATH
                traces |= {Trace(found, place) for found in _find(layer, words, host, path)}
            for layer in (
                *(_rows(file) if database else ()),
                *(_blocks(data) if file.suffix == ".ldb" else ()),
            ):
                traces |= {Trace(found, place) for found in _find(layer, words, host, PATH)}
    return traces


def _rows(path: Path) -> Iterator[bytes]:
    """Every value of every table; what was deleted and not overwritten is in the raw file, which is read too."""
    with sqlite3.connect(path) as database:
        database.text_factory = bytes
        tables = [
            row[0].decode() for row in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        for table in tables:
            try:
                rows = database.execute(f'SELECT * FROM "{table}"').fetchall()
            except sqlite3.Error:
                continue  # a virtual table of an extension that only the browser has
            for row in rows:
                yield b"\n".join(value for value in row if isinstance(value, bytes))
                for value in row:
                    if isinstance(value, bytes):
                        yield from unpacked(value)


def _blocks(data: bytes) -> Iterator[bytes]:
    """A LevelDB table is Snappy blocks one after the other; their starts stand in an index of the same kind."""
    footer = data[-48:]
    _, at = _varint(footer, 0)
    _, at = _varint(footer, at)
    start, at = _varint(footer, at)
    size, _ = _varint(footer, at)
    index = _block(data, start, size)
    for start, size in _handles(index):
        yield _block(data, start, size)


def _block(data: bytes, start: int, size: int) -> bytes:
    content = data[start : start + size]
    return snappy(content) if data[start + size : start + size + 1] == b"\1" else content


def _handles(index: bytes) -> Iterator[tuple[int, int]]:
    restarts = int.from_bytes(index[-4:], "little")
    at, end = 0, len(index) - 4 * (restarts + 1)
    while at < end:
        _, at = _varint(index, at)
        unshared, at = _varint(index, at)
        length, at = _varint(index, at)
        at += unshared
        start, inner = _varint(index, at)
        yield start, _varint(index, inner)[0]
        at += length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        shift += 7
        at += 1
        if not byte & 0x80:
            return value, at


def _find(data: bytes, words: list[str], host: str, pattern: str) -> Iterator[str]:
    folded = data.lower()
    for word in words:
        if any(word.lower().encode(encoding, "ignore") in folded for encoding in ENCODINGS):
            yield word
    for encoding in ("utf-8", "utf-16-le"):
        marker = re.escape(host.encode(encoding))
        for match in re.finditer(marker, data):
            rest = data[match.end() : match.end() + 200].decode(encoding, "replace")
            path = re.match(pattern, rest)
            yield path[0] if path else HOST
