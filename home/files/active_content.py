"""Files that do something when they are opened: programs, macros, scripts, and files that are two at once."""

import re
from pathlib import PurePosixPath

from home.files.embedded import ARCHIVE, PDF, EmbeddedFile, parts_of
from home.pdf import open_pdf

PROGRAMS = frozenset(
    {
        "exe",
        "com",
        "scr",
        "bat",
        "cmd",
        "ps1",
        "vbs",
        "js",
        "mjs",
        "wsf",
        "jar",
        "lnk",
        "hta",
        "msi",
        "dll",
        "sh",
    }
)
MACRO_FOLDERS = frozenset({"Basic", "Scripts", "activeX"})
"""OpenDocument part 3, 3.1 keeps macros in the first two; Office Open XML controls in the third."""
MACRO_FILES = ("vbaProject.bin", "vbaData.xml")
MACRO_CALL = re.compile(rb"vnd\.sun\.star\.script:|script:event-listener|macro:///")

STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
"""In names (ISO 32000-1, 7.3.5): `/J#61vaScript` is `/JavaScript`."""
ACTION = re.compile(
    rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|RichMedia|Rendition|Sound|Movie)"
    rb"(?![A-Za-z0-9])"
)
"""Kinds of actions (12.6.4). `/OpenAction` alone is none: LibreOffice names the first page with it."""
OPENS_ADDRESS = re.compile(rb"/(?:OpenAction|AA)\s*<<[^>]*/S\s*/URI")
MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?php)", re.IGNORECASE)
END = b"%%EOF"
OBJECTS = re.compile(rb"/Type\s*/ObjStm")
PLAIN_COPY = 3
"""FPDF_REMOVE_SECURITY of PDFium."""


def is_active(file: object) -> bool:
    """Tell whether a file, or one inside it, would run something, or is a page of markup as well."""
    return any(_is_active(part) for part in parts_of(file))  # type: ignore[arg-type]


def _is_active(part: EmbeddedFile) -> bool:
    path = PurePosixPath(part.name)
    if path.suffix.lower().lstrip(".") in PROGRAMS or path.name in MACRO_FILES:
        return True
    if MACRO_FOLDERS & set(path.parts[:-1]):
        return True
    if path.suffix == ".xml":
        return MACRO_CALL.search(part.read()) is not None
    if part.head.startswith(PDF):
        return _pdf_is_active(part.read())
    return (
        not part.head.startswith(ARCHIVE)
        and OBJECT_STREAM.match(part.head) is not None
        and _acts(part.read())
    )


OBJECT_STREAM = re.compile(rb"\s*[0-9]+ [0-9]+[\s0-9]")
"""The beginning of an unpacked object stream (7.5.7): pairs of numbers and offsets."""


def _pdf_is_active(pdf: bytes) -> bool:
    outside = STREAM.sub(b"", pdf)
    after = pdf[pdf.rfind(END) + len(END) :] if END in pdf else b""
    if _acts(outside) or MARKUP.search(outside) or after.strip(b"\0\r\n\t "):
        return True
    return b"/Encrypt" in outside and _acts(STREAM.sub(b"", _deciphered(pdf)))


def _acts(objects: bytes) -> bool:
    names = ESCAPED.sub(lambda escape: bytes([int(escape[1], 16)]), objects)
    return ACTION.search(names) is not None or OPENS_ADDRESS.search(names) is not None


def _deciphered(pdf: bytes) -> bytes:
    """Return a copy whose objects can be read; of one that does not open, nothing."""
    from io import BytesIO

    written = BytesIO()
    try:
        with open_pdf(pdf) as document:
            document.save(written, flags=PLAIN_COPY)
    except RuntimeError:
        return b""
    return written.getvalue()
