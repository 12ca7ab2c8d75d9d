"""Who a file says wrote it: names of staff travel in the properties of documents, and in what is in them."""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from PIL import ExifTags

from home.files.embedded import PDF, EmbeddedFile, ShutFileError, parts_of
from home.files.geotags import TIFF_HEADER, exif
from home.pdf import open_pdf

# Of OpenDocument (ISO/IEC 26300-1, 4.3, also of comments and changes) and Office Open XML (29500-2, 8).
AUTHORS = frozenset({"creator", "initial-creator", "lastModifiedBy", "author", "Manager"})
# Of comments and tracked changes (ISO/IEC 29500-1, 17.13), and of presentations' comments (19.4.3).
AUTHOR, PRESENTERS = "author", frozenset({"cmAuthor", "author"})
MAX_XML = 50_000_000
"""Bytes: no real letter is longer, and a hostile archive could unpack to anything."""

# The information dictionary (ISO 32000-1, 14.3.3), as a literal or a hexadecimal string, and XMP.
PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f\s]*)>)", re.DOTALL)
XMP_CREATOR = re.compile(rb"<dc:creator>.*?<rdf:li[^>]*>([^<]*)</rdf:li>", re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
PDF_WIDGET = 20
"""FPDF_ANNOT_WIDGET of PDFium: a field of a form, whose /T is its name and nobody's."""
MOVIE_AUTHOR = re.compile(rb"\xa9(?:ART|aut)(?:.{4}data.{8}|.{4})([^\0]{1,80})", re.DOTALL)


def author_of(document: Any) -> str:
    """Return the names that the document carries, empty if it names nobody or cannot be looked into."""
    names: list[str] = []
    with document.open_file() as file, suppress(ShutFileError):
        for part in parts_of(file):
            names += _names(part)
    clean = (" ".join(name.replace("\0", " ").split()) for name in names)
    return ", ".join(dict.fromkeys(name for name in clean if name))


def _names(part: EmbeddedFile) -> Iterator[str]:
    data = part.scenery()
    if part.head.startswith(PDF):
        yield from _by_pdfium(data)
    if part.is_movie:
        yield from (name.decode(errors="replace") for name in MOVIE_AUTHOR.findall(data))
    if part.name.endswith(".xml"):
        yield from _of_xml(part)
    for literal, hexadecimal in PDF_AUTHOR.findall(data):
        yield _pdf_text(
            bytes.fromhex(hexadecimal.decode()) if hexadecimal else ESCAPED.sub(_unescaped, literal)
        )
    yield from (html.unescape(name.decode(errors="replace")) for name in XMP_CREATOR.findall(data))
    for start in TIFF_HEADER.finditer(data):
        found = exif(data, start.start())
        yield str(found.get(ExifTags.Base.Artist) or "")
        yield _windows_text(found.get(ExifTags.Base.XPAuthor))


def _by_pdfium(pdf: bytes) -> list[str]:
    """Return the author of the properties and those of the remarks on the pages."""
    names: list[str] = []
    with suppress(RuntimeError), open_pdf(pdf) as document:
        names.append(document.get_metadata_dict().get("Author", ""))
        for page in document:
            names += _of_remarks(page)
    return names


def _of_remarks(page: Any) -> Iterator[str]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        remark = pdfium.FPDFPage_GetAnnot(page, number)
        if pdfium.FPDFAnnot_GetSubtype(remark) != PDF_WIDGET:
            length = pdfium.FPDFAnnot_GetStringValue(remark, b"T", None, 0)
            written = (pdfium.FPDF_WCHAR * (length // 2))()
            pdfium.FPDFAnnot_GetStringValue(remark, b"T", written, length)
            yield bytes(written).decode("utf-16-le", errors="replace")
        pdfium.FPDFPage_CloseAnnot(remark)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else code


def _pdf_text(raw: bytes) -> str:
    return raw.decode("utf-16" if raw[:2] == b"\xfe\xff" else "latin-1", errors="replace")


def _windows_text(value: Any) -> str:
    raw = bytes(value) if isinstance(value, bytes | tuple) else b""
    return raw.decode("utf-16-le", errors="replace")


def _of_xml(part: EmbeddedFile) -> Iterator[str]:
    xml = part.read()
    with suppress(ET.ParseError):
        for _event, element in ET.iterparse(BytesIO(xml[:MAX_XML])):  # noqa: S314
            kind = element.tag.rpartition("}")[2]
            if kind in AUTHORS:
                yield element.text or ""
            if kind in PRESENTERS:
                yield element.get("name", "")
            yield from (value for key, value in element.items() if key.rpartition("}")[2] == AUTHOR)
            element.clear()


BODY = re.compile(
    r"(?:comune|associazione|rete|ente|cooperativa|ufficio|asst|ats|regione|citt[aà]|provincia|centro|sportello|"
    r"fondazione|ministero|scuola|istituto|universit[aà]|azienda|amaranta|redazione|microsoft|adobe|"
    r"libreoffice|openoffice|canva|user|utente|admin|administrator)\b",
    re.IGNORECASE,
)
"""Words of an author that is a body, a program, or whatever a program wrote without being told a name."""


def names_a_person(author: str) -> bool:
    """Tell whether what a file says of its author may be the name of a person."""
    return any(name.strip() and not BODY.match(name.strip()) for name in author.split(","))
