"""Folded leaflets: an information page on one A4, three panels on each side.

Outside is nothing that tells what it is about: who folds it shows a drawing and three plain words. Numbers
and the address are on the panel that is folded in. What does not fit in small print is left on the page.
"""

import re
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.models import Site

from home.kit.rendering import INKS, data_uri
from home.leaflets import on_paper, paper_words
from home.making.makers import CannotBeMadeError, Made
from home.models import ContentPage
from home.models.made_files import FileKind, MadeFile
from home.pdf import PdfUnavailableError, open_pdf, write_pdf

NAME = "foglio-piegato.pdf"
FACES = 2
SIZES = ("12.5pt", "11.2pt", "10pt", "9.2pt", "8.6pt")
"""Of type, the largest that fits is taken; smaller than the last nobody reads by a lamp in a corridor."""
SIZE = re.compile(r"(?<=<html style=\"font-size: )[^\"]+")
CUT = "<hr class=cut>"
"""Stands between the blocks, and around the words that say that there is more."""


def want_folded(page: ContentPage, site: Site) -> MadeFile:
    """Return the file of a page's folded leaflet, queued unless it says exactly this."""
    source = {"markup": _markup(page, site)}
    return MadeFile.objects.want(FileKind.FOLDED, f"fogli/{page.pk}-3", source, urgent=True)


def make_folded(source: dict[str, Any]) -> Made:
    """Return the file: two faces, whatever the page holds. Raises CannotBeMadeError without Pango."""
    head, *blocks, more, tail = source["markup"].split(CUT)
    try:
        for size in SIZES:
            pdf = _drawn(size, head, *blocks, tail)
            if _faces(pdf) == FACES:
                return Made({NAME: pdf})
        return Made({NAME: _shortened(head, blocks, more + tail)})
    except PdfUnavailableError as error:
        raise CannotBeMadeError(str(error)) from error


def _shortened(head: str, blocks: list[str], tail: str) -> bytes:
    """Return the file with as many blocks as have room, and the words that say where the others are."""
    fits, too_many = 0, len(blocks)
    pdf = _drawn(SIZES[-1], head, tail)
    while too_many - fits > 1:
        number = (fits + too_many) // 2
        tried = _drawn(SIZES[-1], head, *blocks[:number], tail)
        if _faces(tried) == FACES:
            fits, pdf = number, tried
        else:
            too_many = number
    return pdf


def _drawn(size: str, *parts: str) -> bytes:
    return write_pdf(SIZE.sub(size, "".join(parts), count=1))


def _faces(pdf: bytes) -> int:
    with open_pdf(pdf) as document:
        return len(document)


def _markup(page: ContentPage, site: Site) -> str:
    with override(page.written_in):
        leaves = data_uri(render_to_string("kit/drawings/foglie.svg", INKS["plain"]))
        context = {**paper_words(page, site), "leaves": leaves, "cut": CUT}
        return on_paper(render_to_string("leaflets/folded.html", context), site)
