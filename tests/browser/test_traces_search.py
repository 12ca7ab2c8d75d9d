"""The search that proves that nothing is left finds what is left: each encoding in each container."""

import base64
import gzip
import html
import json
import quopri
import random
import shutil
import sqlite3
import string
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, quote_plus

import brotli
import cramjam
import pytest

from tests.browser.stock.leveldb import LOG_BLOCK
from tests.browser.stock.search import HOST, search
from tests.browser.stock.sentinels import word

SITE = "localhost:1234"
NOISE = "".join(random.Random(7).choices(string.ascii_letters + string.digits + " \n", k=700)).encode()


def escaped(template: str) -> Callable[[str], bytes]:
    return lambda text: "".join(template % ord(letter) for letter in text).encode()


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: text.encode(),
    "capitals": lambda text: text.upper().encode(),
    "form field": lambda text: quote_plus(f"prima {text} dopo").encode(),
    "percent": lambda text: quote(f"prima {text} dopo").encode(),
    "every letter percent, small": escaped("%%%02x"),
    "every letter percent, capital": escaped("%%%02X"),
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "JSON": lambda text: json.dumps(f"è {text}").encode(),
    "JSON, every letter": escaped("\\u%04x"),
    "script, every letter": escaped("\\x%02x"),
    "HTML": lambda text: html.escape(f"<{text}>").encode(),
    "HTML, decimal": escaped("&#%d;"),
    "HTML, hexadecimal": escaped("&#x%X;"),
    "quoted-printable": lambda text: quopri.encodestring(f"è {text}".encode()),
    "quoted-printable, every letter": escaped("=%02X"),
    **{f"base64 at {at}": lambda text, at=at: base64.b64encode(b"~" * at + text.encode()) for at in range(3)},
    **{
        f"base64url of UTF-16 at {at}": lambda text, at=at: base64.urlsafe_b64encode(
            b"?" * at + text.encode("utf-16-le") + b"\xff\xfe"
        )
        for at in range(3)
    },
}


def rows_of(path: Path, data: bytes) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE x (a TEXT, b BLOB)")
        connection.execute("INSERT INTO x VALUES (?, ?)", (None, data))
    connection.close()


def rows_over_pages(path: Path, data: bytes) -> None:
    """A row whose value begins so that the next page begins inside the word."""
    for after in range(5000, 9200, 5):
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE x (b BLOB)")
            connection.execute("INSERT INTO x VALUES (?)", (b"." * 6000 + data + b"." * after,))
        connection.execute("PRAGMA secure_delete = off")
        connection.execute("DELETE FROM x")
        connection.commit()
        connection.close()
        if data not in path.read_bytes():
            return
    raise AssertionError


def freed_pages(path: Path, data: bytes) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA secure_delete = off")
        connection.execute("CREATE TABLE x (b BLOB)")
        connection.execute("INSERT INTO x VALUES (?)", (b"." * 9000 + data,))
        connection.execute("DROP TABLE x")
    connection.close()


def write_ahead_log(path: Path, data: bytes) -> None:
    """A database that is open, and whose last change is in its log only."""
    origin = path.with_name("origin")
    connection = sqlite3.connect(origin)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("CREATE TABLE x (b BLOB)")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(truncate)")
    connection.execute("INSERT INTO x VALUES (?)", (zlib.compress(data),))
    connection.commit()
    shutil.copy(origin, path)
    shutil.copy(f"{origin}-wal", f"{path}-wal")
    connection.close()
    origin.unlink()


def leveldb_log(path: Path, data: bytes) -> None:
    """A record in two pieces, the word in both."""
    middle = LOG_BLOCK - 7 - len(data) // 2
    record = b"." * middle + data + b"." * 50
    first, rest = record[: LOG_BLOCK - 7], record[LOG_BLOCK - 7 :]
    pieces = [(first, 2), (rest, 4)]
    written = b"".join(
        b"CRC!" + len(piece).to_bytes(2, "little") + bytes([kind]) + piece for piece, kind in pieces
    )
    path.with_suffix(".log").write_bytes(written)


def leveldb_table(path: Path, data: bytes) -> None:
    def varint(number: int) -> bytes:
        out = b""
        while number > 0x7F:
            out += bytes([number & 0x7F | 0x80])
            number >>= 7
        return out + bytes([number])

    def block(key: bytes, value: bytes) -> bytes:
        return b"\0" + varint(len(key)) + varint(len(value)) + key + value + bytes(4) + b"\1\0\0\0"

    # The word twice: the second time as a copy of the first.
    packed = bytes(cramjam.snappy.compress_raw(block(b"key", NOISE + data + NOISE + data)))
    handle = varint(0) + varint(len(packed))
    index = bytes(cramjam.snappy.compress_raw(block(b"last", handle)))
    file = packed + b"\1CRC!" + index + b"\1CRC!"
    start = len(packed) + 5
    footer = varint(0) + varint(0) + varint(start) + varint(len(index))
    path.with_suffix(".ldb").write_bytes(file + footer.ljust(40, b"\0") + b"\x57\xfb\x80\x8b\x24\x75\x47\xdb")


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def packed(pack: Callable[[bytes], bytes], head: bytes = b"key" * 9) -> Callable[[Path, bytes], None]:
    """What was packed twice over, long enough for the second time to be a copy, behind a head, cut short or not."""
    return lambda path, data: path.write_bytes(head + pack(NOISE + data + NOISE + data))  # type: ignore[return-value]


def mozlz4(data: bytes) -> bytes:
    return b"mozLz40\0" + bytes(cramjam.lz4.compress_block(data))


CONTAINERS: dict[str, Callable[[Path, bytes], None]] = {
    "file": lambda path, data: path.write_bytes(NOISE + data + NOISE),  # type: ignore[return-value]
    "file's name": lambda path, data: path.with_name(f"x{word_in(data)}").touch(),
    "gzip": packed(gzip.compress),
    "gzip, cut short": packed(lambda data: gzip.compress(data)[:-9]),
    "zlib": packed(zlib.compress),
    "deflate": packed(bare_deflate),
    "brotli": packed(brotli.compress),
    "zstd": packed(lambda data: bytes(cramjam.zstd.compress(data))),
    "zstd, then something else": packed(lambda data: bytes(cramjam.zstd.compress(data)) + NOISE),
    "Snappy": packed(lambda data: bytes(cramjam.snappy.compress_raw(data)), head=b""),
    "mozLz4": packed(mozlz4, head=b""),
    "gzip in mozLz4": packed(lambda data: mozlz4(gzip.compress(data)), head=b""),
    "SQLite row": rows_of,
    "SQLite row, Snappy": lambda path, data: rows_of(path, bytes(cramjam.snappy.compress_raw(data * 9))),
    "SQLite row, zlib": lambda path, data: rows_of(path, zlib.compress(data)),
    "SQLite row over two pages, deleted": rows_over_pages,
    "SQLite pages set free": freed_pages,
    "SQLite write-ahead log": write_ahead_log,
    "LevelDB log, in two pieces": leveldb_log,
    "LevelDB table": leveldb_table,
}


def word_in(data: bytes) -> str:
    """Return what can be a file's name."""
    return quote(data.decode("latin-1"), safe="%&;#=+").replace("%25", "%")[:200]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_word_is_found_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    planted, other = word(), word()
    (tmp_path / "file").write_bytes(NOISE + ENCODINGS[encoding](planted) + NOISE)

    assert {trace.found for trace in search(tmp_path, [planted, other])} == {planted}


# No file is named in UTF-16: a name holds no zero byte.
PACKED = [
    (container, encoding)
    for container in CONTAINERS
    for encoding in ("plain", "UTF-16 LE", "base64 at 1")
    if (container, encoding) != ("file's name", "UTF-16 LE")
]


@pytest.mark.parametrize(("container", "encoding"), PACKED)
def test_a_word_is_found_in_every_container(tmp_path: Path, container: str, encoding: str) -> None:
    planted, other = word(), word()
    CONTAINERS[container](tmp_path / "file", ENCODINGS[encoding](planted))

    assert {trace.found for trace in search(tmp_path, [planted, other])} == {planted}


@pytest.mark.parametrize("written", ["Non sei sola", "Non+sei+sola", "Non%20sei%20sola", "Perch\\u00e9 no"])
def test_a_title_of_several_words_is_found_however_its_spaces_and_accents_are_written(
    tmp_path: Path, written: str
) -> None:
    (tmp_path / "file").write_text(f"a{written}b")

    assert len(search(tmp_path, ["Non sei sola", "Perché no"])) == 1


@pytest.mark.parametrize("characters", ["utf-8", "utf-16-le"])
def test_an_address_is_told_with_its_path_and_the_name_of_the_site_alone_is_told_apart(
    tmp_path: Path, characters: str
) -> None:
    (tmp_path / "one").write_bytes(f"x http://{SITE}/scrivi/ x".encode(characters))
    (tmp_path / "two").write_bytes(f"x{SITE}x".encode(characters))

    found = {(trace.place, trace.found) for trace in search(tmp_path, [], SITE, frozenset({"/scrivi/"}))}

    assert found == {("one", "/scrivi/"), ("two", HOST)}


def test_a_database_is_read_while_it_is_locked_and_written(tmp_path: Path) -> None:
    planted = word()
    connection = sqlite3.connect(tmp_path / "open")
    connection.execute("CREATE TABLE x (a TEXT)")
    connection.execute("INSERT INTO x VALUES (?)", (planted,))
    connection.commit()
    connection.execute("BEGIN EXCLUSIVE")

    assert {trace.found for trace in search(tmp_path, [planted])} == {planted}
    connection.close()
