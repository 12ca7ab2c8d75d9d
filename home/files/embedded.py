"""What a file holds besides itself: members of archives, attachments and compressed streams of PDFs."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO

from home.pdf import open_pdf

ARCHIVE, PDF, EBML = b"PK\x03\x04", b"%PDF-", b"\x1a\x45\xdf\xa3"
MOVIE = (b"ftyp", b"moov", b"wide", b"mdat", b"free", b"skip")
"""The first box of an ISO base media or QuickTime file (ISO/IEC 14496-12, 4.3), after its length."""
MOST_BYTES = 300_000_000
MOST_LEVELS = 4
PDF_IMAGE = 3
"""FPDF_PAGEOBJ_IMAGE of PDFium."""
STREAM = re.compile(rb"stream\r?\n")
STREAM_HEAD = 200_000
"""Bytes of a stream, compressed, and as many unpacked: the notes of a picture stand before its pixels."""


class ShutFileError(ValueError):
    """Raised for a file that cannot be looked into: broken, locked, or far larger inside."""


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file with the way to it from the outermost one, empty for that one itself."""

    name: str
    file: BinaryIO

    @property
    def head(self) -> bytes:
        self.file.seek(0)
        head = self.file.read(16)
        self.file.seek(0)
        return head

    @property
    def is_movie(self) -> bool:
        return self.head[4:8] in MOVIE

    @property
    def short_name(self) -> str:
        return PurePosixPath(self.name).name

    def read(self) -> bytes:
        self.file.seek(0)
        return self.file.read()

    def scenery(self) -> bytes:
        """Return a movie without its sound and pictures, which are most of it; any other file whole."""
        return b"".join(_boxes(self.file)) if self.is_movie else self.read()


def parts_of(file: BinaryIO) -> Iterator[EmbeddedFile]:
    """Yield the file and everything in it, at any depth. Raises ShutFileError."""
    yield from _parts(EmbeddedFile("", file), MOST_LEVELS)


def _parts(part: EmbeddedFile, levels: int) -> Iterator[EmbeddedFile]:
    yield part
    if not levels:
        return
    head = part.head
    inside = _members(part) if head.startswith(ARCHIVE) else _of_pdf(part) if head.startswith(PDF) else ()
    for each in inside:
        yield from _parts(each, levels - 1)


def _members(part: EmbeddedFile) -> Iterator[EmbeddedFile]:
    try:
        with zipfile.ZipFile(part.file) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in files) > MOST_BYTES:
                raise ShutFileError
            for info in files:
                yield EmbeddedFile(info.filename, BytesIO(archive.read(info)))
    # A locked member is a RuntimeError, an unknown compression a NotImplementedError.
    except (zipfile.BadZipFile, RuntimeError, zlib.error, EOFError) as error:
        raise ShutFileError from error


def _of_pdf(part: EmbeddedFile) -> Iterator[EmbeddedFile]:
    """Yield the files attached to a PDF, and the beginning of each stream that is compressed in it."""
    pdf = part.read()
    yield from _by_pdfium(pdf)
    for start in STREAM.finditer(pdf):
        packed = pdf[start.end() : start.end() + STREAM_HEAD]
        with suppress(zlib.error):
            yield EmbeddedFile(part.name, BytesIO(zlib.decompressobj().decompress(packed, STREAM_HEAD)))


def _by_pdfium(pdf: bytes) -> list[EmbeddedFile]:
    """Return the attachments; where a PDF forbids to copy from it, and so is enciphered, its pictures too."""
    found = []
    # A broken or locked PDF: nobody else can open it either.
    with suppress(RuntimeError), open_pdf(pdf) as document:
        attached = (document.get_attachment(number) for number in range(document.count_attachments()))
        found += [EmbeddedFile(each.get_name(), BytesIO(bytes(each.get_data()))) for each in attached]
        for page in document if b"/Encrypt" in pdf else ():
            pictures = page.get_objects(filter=[PDF_IMAGE])
            found += [EmbeddedFile("", BytesIO(bytes(each.get_data()))) for each in pictures]
    return found


def _boxes(file: BinaryIO) -> Iterator[bytes]:
    """Yield the boxes of the outermost level but `mdat`; what no longer reads as boxes comes whole."""
    file.seek(0)
    while head := file.read(8):
        size, kind = int.from_bytes(head[:4]), head[4:8]
        if kind != b"mdat" or size == 0:
            rest = max(size - 8, 0) if size > 1 else -1
            yield head + (b"" if kind == b"mdat" else file.read(rest))
            if rest < 0:
                return
            continue
        length = int.from_bytes(file.read(8)) - 16 if size == 1 else size - 8
        file.seek(max(length, 0), 1)
