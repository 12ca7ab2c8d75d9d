"""The mark of everything that pages may show, the same in all processes: another one after every change.

On one host it is a file that grows by a byte, whose time a disk may keep too coarsely; several hosts share a
Redis. Where there is no mark to be had nothing is kept, and nothing that was kept is shown.
"""

import logging
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from wagtail.models import Site

logger = logging.getLogger(__name__)

KEY = "page-generation"


class FileGeneration:
    """For all processes of one host."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> object:
        """Return the mark. Raises OSError."""
        facts = self.path.stat()
        return facts.st_ino, facts.st_size, facts.st_mtime_ns

    def is_silent(self) -> bool:
        return False

    def change(self) -> None:
        """Raises OSError where the file can be neither written nor taken away."""
        try:
            self._append()
        except OSError:
            # A full disk: without the file nobody keeps or shows anything, until a change can be written.
            self.path.unlink(missing_ok=True)

    def begin(self) -> None:
        """Make the mark where there is none. Raises OSError."""
        self._append()

    def _append(self) -> None:
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, b".")
        finally:
            os.close(file)


SILENT_SECONDS = 1.0
"""A store that did not answer is not asked again for so long: pages are drawn, none waits for it."""


class SharedGeneration:
    """For several hosts, in a cache that they share. Random: a mark that was lost never comes back."""

    silent_until = 0.0

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def read(self) -> object:
        """Return the mark. Raises LookupError where there is none, or what the cache's client raises.

        Raises ConnectionError where it did not answer a moment ago, without asking.
        """
        if self.is_silent():
            raise ConnectionError
        try:
            mark = caches[self.alias].get(KEY)
        except Exception:
            SharedGeneration.silent_until = time.monotonic() + SILENT_SECONDS
            raise
        if mark is None:
            raise LookupError
        return mark

    def is_silent(self) -> bool:
        """Tell whether it did not answer a moment ago."""
        return time.monotonic() < self.silent_until

    def change(self) -> None:
        """Raises what the cache's client raises."""
        caches[self.alias].set(KEY, secrets.token_hex(16), None)

    def begin(self) -> None:
        """Make the mark where there is none. Raises what the cache's client raises."""
        caches[self.alias].add(KEY, secrets.token_hex(16), None)


class _State:
    known: object = None
    owed = False


_state = _State()


def _place() -> FileGeneration | SharedGeneration:
    if alias := settings.GENERATION_CACHE:
        return SharedGeneration(alias)
    return FileGeneration(settings.VAR / "generation")


def current() -> object | None:
    """Return the mark, None while there is none to be had; forget what this process kept under another."""
    if _state.owed and not _place().is_silent():
        change()
    mark = None if _state.owed else _read()
    if mark is None or mark != _state.known:
        # Wagtail keeps it for an hour in the memory of each process, and tells only the one that changed it.
        Site.clear_site_root_paths_cache()
        _state.known = mark
    return mark


def change() -> None:
    """Tell all processes that something has changed; never raises. What can't be told now is told later."""
    try:
        _place().change()
    except Exception as error:  # noqa: BLE001 - each kind of cache fails in its own way
        logger.warning("A change of the pages could not be told to other processes: %s", type(error).__name__)
        _state.owed = True
    else:
        _state.owed = False


def _read() -> object | None:
    place = _place()
    try:
        return place.read()
    except (LookupError, FileNotFoundError):
        with suppress(Exception):
            place.begin()
            return place.read()
    except Exception:  # noqa: BLE001 - the page is drawn instead; the store's own check tells of it
        return None
    return None
