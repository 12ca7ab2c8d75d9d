"""On SQLite, who wants to store a request waits for her turn here instead of in the database.

SQLite lets one connection write at a time, and whoever finds it busy looks again after 1, 2, 5 and up to
100 ms: with eight requests at once some are overtaken for half a second. Waiting in a row takes a tenth of
that. The turn is a courtesy: SQLite's own lock decides, and the worker, which writes little, asks for none.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

PATIENCE = 10.0
"""Seconds, as for SQLite's lock; after them the database is asked without a turn, and says what is wrong."""
LOOK = 0.0005
"""Seconds between two looks of the one thread of a process that is next: flock() knows no time limit."""


class _Gate:
    """One lock for the threads of a process, and one for the processes of a host."""

    def __init__(self) -> None:
        self.threads = threading.Lock()
        self.pid, self.file = 0, -1

    def open(self, database: str) -> int:
        """Return this process's own descriptor: one that was inherited shares its lock. Raises OSError."""
        if self.pid != os.getpid():
            # Never the database itself: closing it would end the locks that SQLite holds on it.
            self.file = os.open(f"{database}-turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self.pid = os.getpid()
        return self.file


_gate = _Gate()


@contextmanager
def turn() -> Iterator[None]:
    """Run the block when it is our turn, on SQLite; never raises.

    After PATIENCE the block runs without a turn.
    """
    database = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or not Path(database).is_absolute():
        yield
        return
    until = time.monotonic() + PATIENCE
    is_ours = _gate.threads.acquire(timeout=PATIENCE)
    file = _lock(database, until) if is_ours else None
    try:
        yield
    finally:
        if file is not None:
            fcntl.flock(file, fcntl.LOCK_UN)
        if is_ours:
            _gate.threads.release()


def _lock(database: str, until: float) -> int | None:
    try:
        file = _gate.open(database)
        while time.monotonic() < until:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(LOOK)
            else:
                return file
    except OSError:
        pass  # a full or closed disk: the database will say so
    return None
