"""A search through everything that a browser, closed or still open, has on the disk."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import cramjam

from tests.browser.stock import databases, leveldb
from tests.browser.stock.encodings import found_in
from tests.browser.stock.unpack import layers, marked

HOST = "host"
"""Stands for the host's name without a path."""
PATH = r"/[\w%./?=&#-]*"


@dataclass(frozen=True, order=True)
class Trace:
    """Something of the visit that was found: what, and in which file of the profile."""

    found: str
    place: str


def search(
    profile: Path,
    words: list[str],
    host: str = "",
    paths: frozenset[str] = frozenset(),
    only: tuple[str, ...] = ("",),
) -> set[Trace]:
    """Return where words, and a host with its paths, stand in the files of a profile, however written.

    In the pages of a database an address runs into the next column: there the known paths are looked for,
    and in its rows, as everywhere else, any path. Names of files are read too. `only`: parts of their names.
    """
    known = "|".join(re.escape(path) for path in sorted(paths, key=len, reverse=True))
    traces = set()
    for place, data, is_raw in contents(profile, only):
        traces |= {Trace(word, place) for word in found_in(data, words)}
        if host:
            traces |= {Trace(found, place) for found in _paths(data, host, known if is_raw else PATH)}
    return traces


def contents(profile: Path, only: tuple[str, ...] = ("",)) -> Iterator[tuple[str, bytes, bool]]:
    """Yield (file, bytes, whether they are pages of a database) for each readable layer of each file."""
    for file in sorted(profile.rglob("*")):
        place = str(file.relative_to(profile))
        if not file.is_file() or file.is_symlink() or not any(part in place for part in only):
            continue
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            continue  # a browser that runs puts files in the place of others
        yield place, place.encode(), False
        is_raw = data.startswith(databases.SQLITE) or place.endswith(("-wal", "-journal"))
        for layer in layers(data):
            yield place, layer, is_raw
        yield from ((place, *layer) for layer in _structured(file, data))


def _structured(file: Path, data: bytes) -> Iterator[tuple[bytes, bool]]:
    if data.startswith(databases.SQLITE):
        yield databases.pages(data), True
        values = list(databases.values(file))
        yield b"\n".join(values), False
        packed = [layer for value in values for layer in (*marked(value), *_snappy(value))]
        yield b"\n".join(packed), False
    elif file.name.endswith("-wal"):
        yield databases.log_pages(data), True
    elif file.suffix == ".ldb":
        for block in leveldb.table(data):
            yield block, False
            yield from ((layer, False) for layer in marked(block))
    elif file.suffix == ".log":
        yield leveldb.log(data), False


def _snappy(value: bytes) -> Iterator[bytes]:
    with suppress(cramjam.DecompressionError, OSError):
        yield bytes(cramjam.snappy.decompress_raw(value))


def _paths(data: bytes, host: str, pattern: str) -> Iterator[str]:
    for encoding in ("utf-8", "utf-16-le"):
        marker = re.escape(host.encode(encoding))
        for match in re.finditer(marker, data):
            rest = data[match.end() : match.end() + 200].decode(encoding, "replace")
            path = re.match(pattern, rest)
            yield path[0] if path else HOST
