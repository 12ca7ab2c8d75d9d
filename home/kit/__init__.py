"""What a campaign prints: posters, cards, images and codes, made from what the editor typed.

Nothing here knows a model: a `Sheet` holds every word that goes on paper.
"""

from home.kit.pieces import PIECES, Piece, PieceFormat
from home.kit.printed_words import KitDesk, KitPhone, Sheet
from home.kit.rendering import markup
from home.kit.sources import kit_desks, register_desks

__all__ = [
    "PIECES",
    "KitDesk",
    "KitPhone",
    "Piece",
    "PieceFormat",
    "Sheet",
    "kit_desks",
    "markup",
    "register_desks",
]
