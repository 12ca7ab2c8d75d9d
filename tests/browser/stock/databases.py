"""SQLite files, also while a browser has them open: rows, and what was deleted and not overwritten."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

SQLITE = b"SQLite format 3\0"
FRAME = 24
"""Bytes before each page of a write-ahead log, whose head has 32 (fileformat2.html, 4.1)."""


def values(path: Path) -> Iterator[bytes]:
    """Yield every value of every table, the write-ahead log included."""
    with tempfile.TemporaryDirectory() as folder:
        # A copy: the browser may hold a lock, and opening its own file could write the log into it.
        copy = Path(folder) / "copy"
        for end in ("", "-wal"):
            if (source := Path(f"{path}{end}")).exists():
                shutil.copyfile(source, f"{copy}{end}")
        connection = sqlite3.connect(copy)
        try:
            connection.text_factory = bytes
            yield from _tables(connection)
        except sqlite3.DatabaseError:
            return  # copied while it was being written: the pages are read all the same
        finally:
            connection.close()


def _tables(connection: sqlite3.Connection) -> Iterator[bytes]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    for (name,) in names:
        try:
            found = connection.execute(f'SELECT * FROM "{name.decode()}"').fetchall()
        except sqlite3.OperationalError:
            continue  # a virtual table of an extension that only the browser has
        for row in found:
            yield from (value for value in row if isinstance(value, bytes))


def pages(data: bytes) -> bytes:
    """Return a database without the four bytes by which each page of a long value points to the next."""
    size = int.from_bytes(data[16:18], "big")
    size = 65_536 if size == 1 else size
    return b"".join(data[start + 4 : start + size] for start in range(0, len(data), size or len(data)))


def log_pages(data: bytes) -> bytes:
    """Return the pages of a write-ahead log, likewise."""
    size = int.from_bytes(data[8:12], "big") or len(data) or 1
    step = size + FRAME
    return b"".join(data[start + FRAME + 4 : start + step] for start in range(32, len(data), step))
