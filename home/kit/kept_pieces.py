"""Files once made are kept, each under the digest of what it shows, until it shows something else.

So a request makes a file at most once for every text, desk, language and piece that editors published:
that is the limit, and no visitor can ask for anything beyond it.
"""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from home.kit.pieces import Piece
from home.kit.printed_words import Sheet
from home.kit.rendering import markup, produce


def stored(piece: Piece, sheet: Sheet, shelf: str) -> bytes:
    """Return the file of a piece, made now if nothing on `shelf` shows exactly this sheet.

    `shelf` names what the sheet is for (a campaign and a desk): what it held of this piece before is removed.
    Raises KitBusyError and KitUnavailableError.
    """
    source = markup(piece, sheet)
    folder = f"kit/{shelf}/{piece.slug}"
    name = f"{folder}/{hashlib.sha256(source.encode()).hexdigest()[:32]}.{piece.kind}"
    if not default_storage.exists(name):
        data = produce(piece, source)
        _empty(folder)
        default_storage.save(name, ContentFile(data))
        return data
    with default_storage.open(name) as file:
        kept: bytes = file.read()
    return kept


def _empty(folder: str) -> None:
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        default_storage.delete(f"{folder}/{name}")
