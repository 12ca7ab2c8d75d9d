"""Files that are wanted, and what was found of them."""

from typing import Any

from home.models import MadeFile
from home.models.made_files import FileKind


def want(place: str = "kit/1/0/locandina-a4", **source: Any) -> MadeFile:
    return MadeFile.objects.want(FileKind.PIECE, place, source)


def found(place: str = "kit/1/0/locandina-a4") -> MadeFile:
    return MadeFile.objects.get(place=place)
