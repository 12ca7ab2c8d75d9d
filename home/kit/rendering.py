"""From a sheet to the source of its file, by a template. home.kit.making makes the file of it."""

from urllib.parse import quote

from django.template.loader import render_to_string
from django.utils.translation import get_language_info, override

from home.kit.languages_line import spoken_lines
from home.kit.pieces import Piece
from home.kit.printed_words import Sheet

# Colours of a sheet: its field, type on the field, accents, and of a drawing its lines, lit areas and cuts.
INKS = {
    "colour": {
        "field": "#9d1d48", "on_field": "#fff", "accent": "#9d1d48",
        "line": "#f3b9cb", "light": "#f3b9cb", "cut": "#9d1d48",
    },
    "black": {
        "field": "#fff", "on_field": "#000", "accent": "#000",
        "line": "#000", "light": "#fff", "cut": "#000",
    },
    # The card's outside must not recall the posters.
    "plain": {"field": "#e8f3ef", "on_field": "#1f6153", "line": "#1f6153"},
}  # fmt: skip


def data_uri(svg: str) -> str:
    """Return an SVG drawing as a `data:` address (RFC 2397)."""
    return "data:image/svg+xml," + quote(svg)


def qr_svg(address: str) -> str:
    """Return the QR code of an address (ISO/IEC 18004, level M: 15 % may be damaged), quiet zone included."""
    import segno

    code = segno.make(address, error="m", micro=False)
    return str(code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True))


def markup(piece: Piece, sheet: Sheet) -> str:
    """Return the source of a piece: the same sheet always gives the same text."""
    ink = INKS[piece.options.get("ink", "colour")]
    code = qr_svg(sheet.address)
    context = {
        **piece.options,
        "name": piece.label,
        "sheet": sheet,
        "colours": ink,
        "plain": INKS["plain"],
        "drawing": data_uri(render_to_string(f"kit/drawings/{sheet.drawing}.svg", ink)),
        "leaves": data_uri(render_to_string("kit/drawings/foglie.svg", INKS["plain"])),
        "code": data_uri(code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)),
        "code_svg": code,
        "lines": spoken_lines(sheet.language),
        "right_to_left": get_language_info(sheet.language)["bidi"],
    }
    with override(sheet.language):
        return render_to_string(piece.template, context)
