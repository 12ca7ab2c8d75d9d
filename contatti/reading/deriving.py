"""Deriving what a number opens, on the server: for browsers without JavaScript, behind a limit of its own."""

from threading import BoundedSemaphore, Lock

from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import ConversationKeys, keys_of

WAITING = 4
"""How many may wait for their turn in one process; whoever comes then is told to come back."""
PATIENCE = 5.0
"""Seconds after which somebody who waits is told the same."""

_places = BoundedSemaphore(1 + WAITING)
_turn = Lock()


class DerivationBusy(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """Too many numbers are being opened at this moment."""


def derive(code: str) -> ConversationKeys:
    """Return the keys of a number, one at a time: a flood of numbers costs one processor and no more.

    Never called in a transaction, which would hold the database for as long. Raises DerivationBusy.
    """
    if not _places.acquire(blocking=False):
        raise DerivationBusy
    try:
        if not _turn.acquire(timeout=PATIENCE):
            raise DerivationBusy
        try:
            return keys_of(code, sealed_settings.SITE_ID)
        finally:
            _turn.release()
    finally:
        _places.release()
