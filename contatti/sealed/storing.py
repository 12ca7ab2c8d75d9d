"""Storing a sealed request so that "received" is only ever said of what a power cut would not lose."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, transaction

from contatti.sealed.turns import turn


class NotStored(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The database refused (locked, full, gone), at commit included: nothing was kept. Carries no detail."""


@contextmanager
def storing() -> Iterator[None]:
    """Run the block in one durable transaction: render the answer inside it, send it after it.

    Raises NotStored for every failure of the database; other exceptions pass, and nothing is kept either.
    """
    try:
        with turn(), transaction.atomic(durable=True):
            yield
    except Error as error:
        # `from None`: PostgreSQL quotes the row in its messages.
        raise NotStored(type(error).__name__) from None
