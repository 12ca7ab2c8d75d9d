"""Pieces of the kit as a printer, an eye and another program read them."""

from typing import Any

import pypdfium2
import zxingcpp
from django.test import Client
from PIL import Image

from servizi.models import DeskPage
from tests.making import fetched

MM_PER_POINT = 25.4 / 72
PRINTER_DPI = 150
POSTERS = ("locandina-a4", "locandina-a3", "locandina-a4-nero")
CARDS = ("cartoncino", "cartoncini-a4")


def get(client: Client, desk: DeskPage | None, slug: str) -> Any:
    return fetched(client, f"/campagne/25-novembre/kit/{desk.pk if desk else 0}/{slug}/")


def printed(data: bytes, page: int = 0, dpi: int = PRINTER_DPI) -> Image.Image:
    """Return a page of a PDF as a printer of that resolution sees it."""
    with pypdfium2.PdfDocument(data) as document:
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil()
    return picture


def words(data: bytes, page: int = 0) -> str:
    """Return the text of a page that can be selected and read aloud."""
    with pypdfium2.PdfDocument(data) as document:
        return str(document[page].get_textpage().get_text_bounded())


def codes(picture: Image.Image) -> list[Any]:
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
