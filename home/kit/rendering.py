"""From a sheet to a file: the markup by a template, the PDF by WeasyPrint, the image by PDFium."""

import base64
import io
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import segno
from django.template.loader import render_to_string
from django.utils.translation import get_language_info, override
from PIL import Image

from home.kit.pieces import Piece, PieceFormat
from home.kit.printed_words import Sheet
from home.pdf import PdfUnavailableError, open_pdf, write_pdf

logger = logging.getLogger(__name__)

# WeasyPrint and PDFium are not safe in threads, and a poster takes some 60 MB while it is made.
_one_at_a_time = threading.Lock()
# A thread that waits answers nobody else, and the contact form is served by the same few threads.
_the_next = threading.Lock()
WAIT_SECONDS = 5
# Colours of a sheet: its field, type on the field, accents, and of a drawing its lines, lit areas and cuts.
INKS = {
    "colour": {
        "field": "#9d1d48", "on_field": "#fff", "accent": "#9d1d48",
        "line": "#f3b9cb", "light": "#f3b9cb", "cut": "#9d1d48",
    },
    "black": {
        "field": "#fff", "on_field": "#000", "accent": "#000",
        "line": "#000", "light": "#fff", "cut": "#000",
    },
    # The card's outside must not recall the posters.
    "plain": {"field": "#e8f3ef", "on_field": "#1f6153", "line": "#1f6153"},
}  # fmt: skip


class KitBusyError(Exception):
    """Others are being served: the same request may be made again in a few seconds."""


class KitUnavailableError(Exception):
    """No file can be made on a machine without Pango."""


def data_uri(svg: str) -> str:
    """Return an SVG drawing as a `data:` address (RFC 2397)."""
    return "data:image/svg+xml," + quote(svg)


def qr_svg(address: str) -> str:
    """Return the QR code of an address (ISO/IEC 18004, level M: 15 % may be damaged), quiet zone included."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True))


def markup(piece: Piece, sheet: Sheet) -> str:
    """Return the source of a piece: the same sheet always gives the same text."""
    ink = INKS[piece.options.get("ink", "colour")]
    code = qr_svg(sheet.address)
    context = {
        **piece.options,
        "sheet": sheet,
        "colours": ink,
        "plain": INKS["plain"],
        "drawing": data_uri(render_to_string(f"kit/drawings/{sheet.drawing}.svg", ink)),
        "leaves": data_uri(render_to_string("kit/drawings/foglie.svg", INKS["plain"])),
        "code": data_uri(code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)),
        "code_svg": code,
        "right_to_left": get_language_info(sheet.language)["bidi"],
    }
    with override(sheet.language):
        return render_to_string(piece.template, context)


def produce(piece: Piece, source: str) -> bytes:
    """Return the file that `markup` describes.

    Raises KitBusyError when somebody waits already or another file takes longer than WAIT_SECONDS,
    KitUnavailableError without Pango.
    """
    if piece.kind is PieceFormat.SVG:
        return source.encode()
    with one_turn():
        pdf = _pdf(source)
        return _pngs(pdf, piece.options["pixels"])[0] if piece.kind is PieceFormat.PNG else pdf


def images(pdf: bytes, pixels: int) -> list[bytes]:
    """Return the pages of a PDF as PNGs, `pixels` wide. Raises KitBusyError."""
    with one_turn():
        return _pngs(pdf, pixels)


@contextmanager
def one_turn() -> Iterator[None]:
    """Let one thread at a time make paper or pictures of it. Raises KitBusyError when one waits already."""
    if not (_one_at_a_time.acquire(blocking=False) or _waited()):
        raise KitBusyError
    try:
        yield
    finally:
        _one_at_a_time.release()


def _waited() -> bool:
    """Take the next turn, for one at a time; tell whether it came."""
    if not _the_next.acquire(blocking=False):
        return False
    try:
        return _one_at_a_time.acquire(timeout=WAIT_SECONDS)
    finally:
        _the_next.release()


def _pdf(source: str) -> bytes:
    try:
        return write_pdf(source)
    except PdfUnavailableError as error:
        logger.error("Posters cannot be made: %s", error)  # noqa: TRY400  # a library's name is all there is
        raise KitUnavailableError from error


def _pngs(pdf: bytes, pixels: int) -> list[bytes]:
    with open_pdf(pdf) as document:
        pictures = [page.render(scale=pixels / page.get_width()).to_pil() for page in document]
    return [_png(picture) for picture in pictures]


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def png_uri(png: bytes) -> str:
    """Return a PNG image as a `data:` address (RFC 2397)."""
    return "data:image/png;base64," + base64.b64encode(png).decode()
