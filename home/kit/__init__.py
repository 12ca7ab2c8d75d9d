"""What a campaign prints: posters, cards, images and codes, made from what the editor typed.

Nothing here knows a model: a `Sheet` holds every word that goes on paper.
"""

from home.kit.pieces import PIECES, Kind, Piece
from home.kit.printed_words import KitDesk, KitPhone, Sheet
from home.kit.rendering import KitBusyError, KitUnavailableError, markup, produce
from home.kit.sources import kit_desks, register_desks
from home.kit.store import stored

__all__ = [
    "PIECES",
    "Kind",
    "KitBusyError",
    "KitDesk",
    "KitPhone",
    "KitUnavailableError",
    "Piece",
    "Sheet",
    "kit_desks",
    "markup",
    "produce",
    "register_desks",
    "stored",
]
