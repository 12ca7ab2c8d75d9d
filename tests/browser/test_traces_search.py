"""The search that proves that nothing is left finds what is left."""

import gzip
import sqlite3
import zlib
from pathlib import Path

import brotli
import pytest

from tests.browser.stock.search import HOST, search
from tests.browser.stock.unpack import lz4_block, snappy

WORD = "cassetto"
SITE = "localhost:1234"
TEXT = f"prima {WORD} dopo http://{SITE}/scrivi/ fine " * 3


def literal_lz4(data: bytes) -> bytes:
    """Return an LZ4 block: all literals but for the last 20 bytes, which repeat what stands before them."""
    head, tail = data[:-20], data[-20:]
    start = len(head) - head.rindex(tail)
    lengths = bytes([0xFF, len(head) - 15]) if len(head) < 270 else bytes([0xFF, 255, len(head) - 270])
    return lengths + head + start.to_bytes(2, "little") + bytes([20 - 19])


def literal_snappy(data: bytes) -> bytes:
    """Return a Snappy stream of one literal, with a one-byte length."""
    return bytes([len(data) & 0x7F | 0x80, len(data) >> 7, 60 << 2, len(data) - 1]) + data


def database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE x (a TEXT, b BLOB)")
        connection.execute("INSERT INTO x VALUES (?, ?)", (None, zlib.compress(TEXT.encode())))


WRITERS = {
    "plain": lambda path: path.write_text(TEXT),
    "utf-16": lambda path: path.write_bytes(b"\1\2\3" + TEXT.encode("utf-16-le")),
    "gzip in a cache entry": lambda path: path.write_bytes(b"key" * 9 + gzip.compress(TEXT.encode())),
    "brotli in a cache entry": lambda path: path.write_bytes(b"key" * 9 + brotli.compress(TEXT.encode())),
    "zlib in a database": database,
    "mozLz4": lambda path: path.write_bytes(b"mozLz40\0\0\0\0\0" + literal_lz4(TEXT.encode())),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_a_word_and_an_address_are_found_however_they_are_written(tmp_path: Path, writer: str) -> None:
    WRITERS[writer](tmp_path / "file")

    found = {trace.found for trace in search(tmp_path, [WORD.upper(), "altro"], SITE, {"/scrivi/"})}

    assert WORD.upper() in found
    assert "/scrivi/" in found
    assert "altro" not in found


def test_the_name_of_the_site_alone_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(f"x{SITE}x")

    assert {trace.found for trace in search(tmp_path, [], SITE, set())} == {HOST}


def test_what_was_compressed_comes_back_whole() -> None:
    assert lz4_block(literal_lz4(TEXT.encode())) == TEXT.encode()
    assert snappy(literal_snappy(TEXT.encode()[:200])) == TEXT.encode()[:200]
