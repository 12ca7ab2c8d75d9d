"""From the source of a piece to its file, for who makes files: the PDF by WeasyPrint, the image by PDFium."""

import io
from typing import Any

from PIL import Image

from home.kit.pieces import PIECES, Piece, PieceFormat
from home.making.makers import CannotBeMadeError, Made
from home.pdf import PdfUnavailableError, open_pdf, write_pdf

BY_SLUG = {piece.slug: piece for piece in PIECES}
PREVIEW_PIXELS = 900
SMALL_PIXELS = 320
"""Twice what the page shows it in: for screens of two pixels to a point."""


def make_piece(source: dict[str, Any]) -> Made:
    """Return the file of a piece and, if wanted, a small picture of it. Raises CannotBeMadeError."""
    piece = BY_SLUG[source["piece"]]
    data = produce(piece, source["markup"])
    files = {piece.file_name: data}
    if source.get("small"):
        files["small.webp"] = _small(piece, data)
    return Made(files)


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


def png_of_markup(markup: str, pixels: int) -> bytes:
    """Return the first page of markup as a picture without a ground. Raises CannotBeMadeError."""
    with open_pdf(_pdf(markup)) as document:
        page = document[0]
        scale = pixels / page.get_width()
        picture = page.render(scale=scale, fill_color=(255, 255, 255, 0), rev_byteorder=True).to_pil()
    return _png(picture)


def _small(piece: Piece, data: bytes) -> bytes:
    """Return what the kit's page shows of a piece: its last page, which of a card is the inside."""
    picture = Image.open(io.BytesIO(data if piece.kind is PieceFormat.PNG else _pngs(data, SMALL_PIXELS)[-1]))
    picture.thumbnail((SMALL_PIXELS, SMALL_PIXELS))
    written = io.BytesIO()
    picture.convert("RGB").save(written, "WEBP", quality=72)
    return written.getvalue()


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
