"""What a campaign prints: posters, cards, images and codes, made from what the editor typed.

Nothing here knows a model: a `Sheet` holds every word that goes on paper.
"""

from .make import KitBusyError, KitUnavailableError, markup, produce
from .pieces import PIECES, Kind, Piece
from .sheet import KitDesk, KitPhone, Sheet
from .sources import kit_desks, register_desks
from .store import stored

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
