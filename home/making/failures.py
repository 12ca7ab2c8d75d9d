"""What could not be made, in words for staff."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from home.kit import PIECES
from home.models.made_files import FileKind, MadeFile

LABELS = {piece.slug: piece.label for piece in PIECES}


def failures() -> list[str]:
    """Return a line for each file that was given up: whose it is, and which."""
    return list(_lines(list(MadeFile.objects.failed())))


def _lines(rows: list[MadeFile]) -> Iterator[str]:
    pages = dict(Page.objects.filter(pk__in=[_page(row) for row in rows]).values_list("pk", "title"))
    for row in rows:
        title = pages.get(_page(row), "")
        yield _("%(title)s: %(what)s") % {"title": title, "what": _what(row)} if title else _what(row)


def _page(row: MadeFile) -> int:
    number = re.match(r"(?:kit|campagne|materiali|anteprime|fogli)/(\d+)", row.place)
    return int(number[1]) if number else 0


def _what(row: MadeFile) -> str:
    if row.kind in {FileKind.PIECE, FileKind.PREVIEW}:
        slugs = row.place.split("/")
        return str(next((label for slug, label in LABELS.items() if slug in slugs), ""))
    if row.kind == FileKind.LOOK:
        return _("le immagini delle pagine di un file")
    return _("i file da scaricare")
