"""From the source of a press kit to its archive: sheets by WeasyPrint, pictures by PDFium."""

import io
import zipfile
from datetime import date
from typing import Any

from home.kit.making import png_of_markup
from home.making.makers import CannotBeMadeError, Made
from home.pdf import PdfUnavailableError, write_pdf
from home.press.kit import NAME

PIXELS = 2000


def make_press_kit(source: dict[str, Any]) -> Made:
    """Return the archive. Raises CannotBeMadeError without Pango."""
    day = date.fromisoformat(source["day"])
    try:
        sheets = {f"{name}.pdf": write_pdf(markup) for name, markup in source["sheets"].items()}
    except PdfUnavailableError as error:
        raise CannotBeMadeError(str(error)) from error
    pictures = {f"{name}.png": png_of_markup(page, PIXELS) for name, page in source["pictures"].items()}
    texts = {name: text.encode() for name, text in source["texts"].items()}
    return Made({NAME: _packed({**texts, **sheets, **pictures}, day)})


def _packed(members: dict[str, bytes], day: date) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            dated = zipfile.ZipInfo(f"amaranta/{name}", (day.year, day.month, day.day, 0, 0, 0))
            dated.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(dated, data)
    return written.getvalue()
