"""Who a file says wrote it: names of staff travel in the properties of documents."""

import re
import zipfile
from typing import Any, BinaryIO
from xml.etree import ElementTree as ET

OFFICE = frozenset({"odt", "ods", "odp", "docx", "pptx", "xlsx"})
OFFICE_PROPERTIES = ("meta.xml", "docProps/core.xml")
"""Of OpenDocument (ISO/IEC 26300-1, 4.3) and of Office Open XML (ISO/IEC 29500-2, 8)."""
AUTHORS = ("creator", "initial-creator", "lastModifiedBy")
MAX_PROPERTIES = 1_000_000
"""Bytes: no real properties are longer, and a hostile archive could unpack to anything."""

# The information dictionary (ISO 32000-1, 14.3.3), as a literal or a hexadecimal string, and XMP.
PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f\s]*)>)", re.DOTALL)
XMP_CREATOR = re.compile(rb"<dc:creator>.*?<rdf:li[^>]*>([^<]*)</rdf:li>", re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def author_of(document: Any) -> str:
    """Return the names in the document's properties, empty if it names nobody or is of another kind."""
    kind = str(document.file_extension).lower()
    if kind == "pdf":
        with document.open_file() as file:
            return _of_pdf(file.read())
    if kind in OFFICE:
        with document.open_file() as file:
            return _of_office(file)
    return ""


def _of_pdf(pdf: bytes) -> str:
    names = [
        _pdf_text(bytes.fromhex(hexadecimal.decode()) if hexadecimal else ESCAPED.sub(_unescaped, literal))
        for literal, hexadecimal in PDF_AUTHOR.findall(pdf)
    ]
    names += [name.decode(errors="replace") for name in XMP_CREATOR.findall(pdf)]
    return ", ".join(dict.fromkeys(name.strip() for name in names if name.strip()))


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else code


def _pdf_text(raw: bytes) -> str:
    return raw.decode("utf-16" if raw[:2] == b"\xfe\xff" else "latin-1", errors="replace")


def _of_office(file: BinaryIO) -> str:
    with zipfile.ZipFile(file) as archive:
        known = [info for info in archive.infolist() if info.filename in OFFICE_PROPERTIES]
        trees = [ET.fromstring(archive.read(info)) for info in known if info.file_size < MAX_PROPERTIES]  # noqa: S314
    elements = (element for tree in trees for element in tree.iter())
    names = (element.text for element in elements if element.tag.rpartition("}")[2] in AUTHORS)
    return ", ".join(dict.fromkeys(name.strip() for name in names if name and name.strip()))
