"""Where allauth counts attempts and remembers used codes: one place for all processes.

allauth writes into the default cache, which is each process's own memory, because every page view asks it for
the roots of the sites. What is allauth's goes to the cache "logins" instead.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache

SHARED = "allauth"
"""How all keys of allauth's begin."""


class CountsInFiles(FileBasedCache):
    """Django's cache in files, with an `add` that only one of many processes can win: a code counts once."""

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        with self._alone():
            return super().add(key, value, timeout, version)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        folder = Path(self._dir)  # type: ignore[attr-defined]
        folder.mkdir(0o700, parents=True, exist_ok=True)
        with (folder / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


class LocalButForLogins(LocMemCache):
    """The memory of this process, but for what limits logins."""

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        if _is_shared(key):
            return bool(caches["logins"].add(key, value, timeout, version))
        return super().add(key, value, timeout, version)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        if _is_shared(key):
            return caches["logins"].get(key, default, version)
        return super().get(key, default, version)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        if _is_shared(key):
            caches["logins"].set(key, value, timeout, version)
        else:
            super().set(key, value, timeout, version)

    def delete(self, key: Any, version: int | None = None) -> bool:
        if _is_shared(key):
            return bool(caches["logins"].delete(key, version))
        return super().delete(key, version)


def _is_shared(key: Any) -> bool:
    return isinstance(key, str) and key.startswith(SHARED)
