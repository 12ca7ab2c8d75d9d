"""The first pages of a PDF as pictures. Called by who makes files: a PDF may be anybody's, and large."""

import io
from typing import Any

from django.core.files.storage import default_storage

from home.making.makers import Made
from home.pdf import open_pdf

PAGES = 8
"""Enough to know what a file is; whoever wants the rest saves it."""
WIDTH, HEIGHT = 900, 1600


def make_look(source: dict[str, Any]) -> Made:
    """Return the pictures of a stored PDF, and their sizes; none of one that cannot be opened."""
    with default_storage.open(source["file"]) as file:
        pdf = file.read()
    try:
        with open_pdf(pdf) as document:
            shown = [_picture(document[number]) for number in range(min(len(document), PAGES))]
            facts = {"sizes": [picture.size for picture in shown], "total": len(document)}
    except (RuntimeError, ValueError):  # what PDFium says of a damaged or locked file
        return Made(facts={"sizes": [], "total": 0})
    return Made({f"{number}.jpg": _jpeg(picture) for number, picture in enumerate(shown)}, facts)


def _picture(page: Any) -> Any:
    scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
    return page.render(scale=scale).to_pil().convert("RGB")


def _jpeg(image: Any) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=82, optimize=True, progressive=True)
    return written.getvalue()
