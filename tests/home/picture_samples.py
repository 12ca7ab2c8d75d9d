"""Photographs as a telephone takes them, and what became of them."""

from io import BytesIO
from typing import Any

from PIL import Image

PLACE = 45.123


def photograph(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    """Return a photograph taken with the phone turned, which knows where, when, by whom and with what."""
    picture = Image.new("RGB", size, "navy")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F], exif[0x0110], exif[0x013B] = "Telefono", "Modello 9", "Giulia Ferri"
    exif.get_ifd(0x8825)[2] = (PLACE, 0.0, 0.0)
    written = BytesIO()
    picture.save(written, kind, exif=exif, **options)
    return written.getvalue()


def kept(image: Any) -> tuple[bytes, Image.Image]:
    with image.file.open() as file:
        content = file.read()
    return content, Image.open(BytesIO(content))
