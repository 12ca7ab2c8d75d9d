"""The owner's logo on paper: from the picture as it was given, for a page's size is too coarse for print."""

import base64
import io
import logging
from functools import lru_cache

from django.core.files.storage import default_storage
from PIL import Image

logger = logging.getLogger(__name__)

MOST = (900, 450)
"""Pixels: some 300 to the inch in the room that a poster has for it."""


@lru_cache(maxsize=4)
def picture_uri(name: str) -> str:
    """Return a stored picture as a `data:` address, empty if it is lost; its name comes from its content."""
    try:
        with default_storage.open(name) as file, Image.open(file) as picture:
            picture.thumbnail(MOST)
            written = io.BytesIO()
            picture.save(written, "PNG", optimize=True)
    except OSError:
        logger.exception("A logo cannot be printed.")
        return ""
    return "data:image/png;base64," + base64.b64encode(written.getvalue()).decode()
