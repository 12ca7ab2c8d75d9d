"""What a file looks like: the pages of a PDF as pictures, made once and kept until the file changes."""

import hashlib
import io
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from home.kit.rendering import KitBusyError, one_turn
from home.pdf import open_pdf

PAGES = 8
"""Enough to know what a file is; whoever wants the rest saves it."""
WIDTH, HEIGHT = 900, 1600
MOST_BYTES = 30 * 1024 * 1024
FOLDER = "viste"


@dataclass(frozen=True, slots=True)
class Look:
    """Pictures of the first pages of a file, as sizes in pixels, out of `total` pages."""

    sizes: tuple[tuple[int, int], ...] = ()
    total: int = 0
    is_late: bool = False


def look_at(address: str, pdf: bytes) -> Look:
    """Return what is to be seen of the PDF at an address, and have its pictures at hand.

    Nothing for one that cannot be opened. When others are being served it is late: a thread that waits
    answers nobody else.
    """
    try:
        with one_turn(), open_pdf(pdf) as document:
            total = len(document)
            scales = [_scale(page) for page in (document[number] for number in range(min(total, PAGES)))]
            shown = tuple(
                (round(document[number].get_width() * scale), round(document[number].get_height() * scale))
                for number, scale in enumerate(scales)
            )
            if not default_storage.exists(_name(address, pdf, len(shown) - 1)):
                forget(address)
                for number, scale in enumerate(scales):
                    _keep(_name(address, pdf, number), document[number].render(scale=scale).to_pil())
    except KitBusyError:
        return Look(is_late=True)
    except (RuntimeError, ValueError):  # what PDFium says of a damaged or locked file
        return Look()
    return Look(shown, total)


def picture(address: str, pdf: bytes, number: int) -> bytes | None:
    """Return the picture of a page as JPEG, None if there is none."""
    name = _name(address, pdf, number)
    if not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        data: bytes = file.read()
    return data


def _scale(page: Any) -> float:
    return float(min(WIDTH / page.get_width(), HEIGHT / page.get_height()))


def _shelf(address: str) -> str:
    return f"{FOLDER}/{hashlib.sha256(address.encode()).hexdigest()[:32]}"


def _name(address: str, pdf: bytes, number: int) -> str:
    return f"{_shelf(address)}/{hashlib.sha256(pdf).hexdigest()[:32]}-{number}.jpg"


def _keep(name: str, image: Any) -> None:
    written = io.BytesIO()
    image.convert("RGB").save(written, "JPEG", quality=82, optimize=True, progressive=True)
    default_storage.save(name, ContentFile(written.getvalue()))


def forget(address: str) -> None:
    """Remove the pictures of a file that has changed or is no more to be had."""
    try:
        _folders, names = default_storage.listdir(_shelf(address))
    except FileNotFoundError:
        return
    for name in names:
        default_storage.delete(f"{_shelf(address)}/{name}")
