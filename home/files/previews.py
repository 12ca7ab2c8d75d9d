"""What a file looks like: the first pages of a PDF as pictures, made once and kept until the file changes."""

import hashlib
from dataclasses import dataclass
from typing import Any

from home.models.made_files import FileKind, MadeFile

MOST_BYTES = 30 * 1024 * 1024
FOLDER = "viste"


@dataclass(frozen=True, slots=True)
class Look:
    """Pictures of the first pages of a file, as sizes in pixels, out of `total` pages.

    late: the row of what is still being made.
    """

    sizes: tuple[tuple[int, int], ...] = ()
    total: int = 0
    late: MadeFile | None = None


def look_at(address: str, stored_as: dict[str, Any]) -> Look:
    """Return what is to be seen of the PDF at an address, wanted now if nobody looked at it before."""
    made = MadeFile.objects.want(FileKind.LOOK, _place(address), stored_as, urgent=True)
    if made.is_made:
        return Look(tuple((width, height) for width, height in made.facts["sizes"]), made.facts["total"])
    return Look() if made.has_failed else Look(late=made)


def picture(address: str, stored_as: dict[str, Any], number: int) -> bytes | None:
    """Return the picture of a page as JPEG, None if there is none."""
    return MadeFile.objects.want(FileKind.LOOK, _place(address), stored_as).read(number)


def forget(address: str) -> None:
    """Remove the pictures of a file that is no more to be had."""
    MadeFile.objects.filter(place=_place(address)).discard()


def _place(address: str) -> str:
    return f"{FOLDER}/{hashlib.sha256(address.encode()).hexdigest()[:32]}"
