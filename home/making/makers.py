"""Who makes which kind of file. Named, not imported: what draws paper loads libraries of many megabytes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.module_loading import import_string

from home.models.made_files import FileKind


class CannotBeMadeError(Exception):
    """Raised where trying again is of no use: a library of the system is missing."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a maker gives back: files by their names, in order, and what else is to be remembered."""

    files: dict[str, bytes] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


Maker = Callable[[dict[str, Any]], Made]

MAKERS: dict[str, str] = {
    FileKind.CAMPAIGN: "home.making.campaigns.prepare",
    FileKind.PIECE: "home.kit.making.make_piece",
    FileKind.PREVIEW: "home.kit.making.make_preview",
    FileKind.LOOK: "home.files.looks.make_look",
    FileKind.LEAFLET: "home.leaflets.make_leaflet",
    FileKind.FOLDED: "home.folded_leaflets.make_folded",
    FileKind.PRESS: "home.press.making.make_press_kit",
    FileKind.MATERIAL: "home.schools.package.make_material",
}


def maker_of(kind: str) -> Maker:
    """Return the function that makes files of a kind from what their row says."""
    maker: Maker = import_string(MAKERS[kind])
    return maker
