"""Storing a sealed request so that "received" is only ever said of what a power cut would not lose."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, InterfaceError, OperationalError, connection, transaction

from contatti.sealed.turns import turn


class NotStored(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The database refused (locked, full, gone), at commit included: nothing was kept. Carries no detail."""


class PerhapsStored(NotStored):
    """The connection was lost while the database committed: nobody can say whether it was kept."""


@contextmanager
def storing() -> Iterator[None]:
    """Run the block in one durable transaction: render the answer inside it, send it after it.

    Raises NotStored for every failure of the database, PerhapsStored where it went away in the middle of the
    commit; other exceptions pass, and nothing is kept either.
    """
    is_whole = False
    try:
        with turn(), transaction.atomic(durable=True):
            yield
            is_whole = True
    except Error as error:
        if is_whole and _is_lost(error):
            raise PerhapsStored(type(error).__name__) from None
        # `from None`: PostgreSQL quotes the row in its messages.
        raise NotStored(type(error).__name__) from None


def _is_lost(error: Error) -> bool:
    """Tell whether PostgreSQL ended the connection (SQLSTATE 57 and 08), or went away without a word."""
    cause = error.__cause__
    if connection.vendor != "postgresql" or not isinstance(error, OperationalError | InterfaceError):
        return False
    code = getattr(cause, "sqlstate", None)
    return code is None or code.startswith(("57", "08"))
