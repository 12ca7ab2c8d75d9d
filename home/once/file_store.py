"""The store of one host: a folder of files that is bounded, and from which the oldest go first."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache

SECONDS = 5 * 60
"""How long an answer waits. Long enough for a slow connection to follow the redirect."""
MAX_BYTES = 64 * 1024 * 1024
"""What the folder may hold: thousands of answers, whose lives are a second as a rule."""


class BriefFiles(FileBasedCache):
    """Django's cache in files; it works without a database and for all processes of a host.

    Django's own would delete at random when it is full, and what has expired only when somebody asks for it.
    """

    def _cull(self) -> None:
        self.sweep()
        files = sorted(self._seen())
        size = sum(length for _, length, _ in files)
        while files and (len(files) >= self._max_entries or size > MAX_BYTES):
            _, length, path = files.pop(0)
            size -= length
            path.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Delete what is older than an answer may become."""
        too_old = time.time() - SECONDS
        for written, _, path in self._seen():
            if written < too_old:
                path.unlink(missing_ok=True)

    def _seen(self) -> list[tuple[float, int, Path]]:
        found = []
        for name in self._list_cache_files():
            with suppress(FileNotFoundError):  # opened meanwhile
                facts = Path(name).stat()
                found.append((facts.st_mtime, facts.st_size, Path(name)))
        return found

    def _list_cache_files(self) -> list[Any]:
        files: list[Any] = super()._list_cache_files()  # type: ignore[misc]
        return files
