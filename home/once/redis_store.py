"""The store of several hosts: a Redis, and while it is gone this host's own files."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)


class SharedOrOwn(RedisCache):
    """Django's cache in a Redis, with another cache for as long as it does not answer.

    What was put there is found on this host alone: nobody is refused meanwhile, and a visitor whose next page
    comes from another host is told that it is no longer there.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {**params["OPTIONS"]}
        self.spare: str = options.pop("spare")
        super().__init__(server, {**params, "OPTIONS": options})

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(self._try(lambda cache: cache.add(key, value, timeout, version)))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        try:
            found = super().get(key, None, version)
        except Exception:  # noqa: BLE001 - as in _try()
            found = None
        return caches[self.spare].get(key, default, version) if found is None else found

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._try(lambda cache: cache.set(key, value, timeout, version))

    def delete(self, key: Any, version: int | None = None) -> bool:
        try:
            if super().delete(key, version):
                return True
        except Exception:  # noqa: BLE001, S110 - as in _try()
            pass
        return bool(caches[self.spare].delete(key, version))

    def sweep(self) -> None:
        """Erase what is too old in the spare cache, where that does not do so by itself."""
        sweeper = getattr(caches[self.spare], "sweep", None)
        if sweeper is not None:
            sweeper()

    def _try(self, act: Callable[[BaseCache], Any]) -> Any:
        try:
            return act(super())  # type: ignore[arg-type]
        except Exception as error:  # noqa: BLE001 - each version of the client fails in its own way
            logger.warning("The shared cache does not answer: %s", type(error).__name__)
            return act(caches[self.spare])
