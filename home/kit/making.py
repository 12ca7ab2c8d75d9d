"""From the source of a piece to its file, for who makes files: the PDF by WeasyPrint, the image by PDFium."""

import io
from typing import Any

from PIL import Image

from home.kit.pieces import PIECES, Piece, PieceFormat
from home.making.makers import CannotBeMadeError, Made
from home.pdf import PdfUnavailableError, open_pdf, write_pdf

BY_SLUG = {piece.slug: piece for piece in PIECES}
PREVIEW_PIXELS = 900


def make_piece(source: dict[str, Any]) -> Made:
    """Return the file of a piece. Raises CannotBeMadeError without Pango."""
    piece = BY_SLUG[source["piece"]]
    return Made({piece.file_name: produce(piece, source["markup"])})


def make_preview(source: dict[str, Any]) -> Made:
    """Return what an editor sees of a piece while typing: its pages. Raises CannotBeMadeError."""
    pictures = _pngs(_pdf(source["markup"]), PREVIEW_PIXELS)
    return Made({f"{number}.png": picture for number, picture in enumerate(pictures)})


def produce(piece: Piece, markup: str) -> bytes:
    """Return the file that `home.kit.markup` describes. Raises CannotBeMadeError."""
    if piece.kind is PieceFormat.SVG:
        return markup.encode()
    pdf = _pdf(markup)
    return _pngs(pdf, piece.options["pixels"])[0] if piece.kind is PieceFormat.PNG else pdf


def _pdf(markup: str) -> bytes:
    try:
        return write_pdf(markup)
    except PdfUnavailableError as error:
        raise CannotBeMadeError(str(error)) from error


def _pngs(pdf: bytes, pixels: int) -> list[bytes]:
    with open_pdf(pdf) as document:
        pictures = [page.render(scale=pixels / page.get_width()).to_pil() for page in document]
    return [_png(picture) for picture in pictures]


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()
