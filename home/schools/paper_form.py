"""A material as one document: the same markup becomes the paper form and the editable form."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.template.loader import render_to_string
from django.utils.translation import override

from home.blocks.lesson import SheetSize
from home.schools.describe import attribution
from home.substitution import substituted

if TYPE_CHECKING:
    from home.models import MaterialPage


POSTER_SIZES = {"a4": "10mm", "a3": "14.142mm"}
"""Of a poster by itself, each with its unit: a sheet is 21 of them wide."""


def paper(page: "MaterialPage") -> str:
    """Return the whole material as HTML, in the language of its page; the same content, the same text."""
    with override(page.locale.language_code):
        context = {"page": page, "attribution": attribution(page), "right_to_left": page.is_right_to_left}
        markup = substituted(render_to_string("schools/paper.html", context))
    # Paper has no address of its own from which a link could start.
    return markup.replace('href="/', f'href="{urljoin(page.full_url, "/")}')


def poster(page: "MaterialPage", size: str) -> str:
    """Return the posters of a material alone, on sheets of one of POSTER_SIZES; empty if it has none."""
    sheets = [
        block
        for block in page.body
        if block.block_type == "sheet" and block.value["size"] == SheetSize.POSTER
    ]
    if not sheets:
        return ""
    with override(page.locale.language_code):
        context = {
            "page": page,
            "sheets": sheets,
            "paper": size.upper(),
            "unit": POSTER_SIZES[size],
            "attribution": attribution(page),
            "right_to_left": page.is_right_to_left,
        }
        return substituted(render_to_string("schools/poster.html", context))
