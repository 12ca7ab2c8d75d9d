"""What waits for one GET: ciphertext in a cache, whose key nobody has but the holder of the word."""

import re
import secrets
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache

from home.once.file_store import SECONDS

ALIAS = "once"

_SECRET_BYTES = 16
_WORD = re.compile(r"[A-Za-z0-9_-]{22}")
_NONCE = bytes(12)  # every key seals one text and is forgotten
_PAD = 4096


class NotKept(Exception):  # noqa: N818 - an answer to give her, not a fault to report
    """The store did not take it (full, gone). Carries no detail."""


def keep(place: str, content: bytes) -> str:
    """Seal bytes and return the word that opens them once, at that place only. Raises NotKept."""
    secret = secrets.token_bytes(_SECRET_BYTES)
    name, key = _derived(place, secret)
    try:
        cache = _cache()
        cache.set(name, AESGCM(key).encrypt(_NONCE, _padded(content), place.encode()), SECONDS)
    except Exception as error:  # noqa: BLE001 - each kind of cache fails in its own way
        raise NotKept(type(error).__name__) from None
    return urlsafe_b64encode(secret).decode().rstrip("=")


def take(place: str, word: str) -> bytes | None:
    """Return what the word opens, and delete it; None if there is nothing (more)."""
    if not _WORD.fullmatch(word):
        return None
    name, key = _derived(place, urlsafe_b64decode(word + "=="))
    with suppress(Exception):  # whatever is wrong with the store, there is nothing to show
        cache = _cache()
        sealed = cache.get(name)
        # The deletion decides: of several that read it at once, one is told that it deleted it.
        if sealed is not None and cache.delete(name):
            return _unpadded(AESGCM(key).decrypt(_NONCE, sealed, place.encode()))
    return None


def sweep() -> None:
    """Erase what is too old, where the cache does not do so by itself."""
    sweeper = getattr(_cache(), "sweep", None)
    if sweeper is not None:
        sweeper()


def _cache() -> BaseCache:
    return caches[ALIAS]


def _derived(place: str, secret: bytes) -> tuple[str, bytes]:
    """Return the name under which the cache knows it, and the key; neither leads to the other."""
    both = HKDFExpand(SHA256(), 48, b"amaranta/once/v1/" + place.encode()).derive(secret)
    return both[:16].hex(), both[16:]


def _padded(content: bytes) -> bytes:
    """Compress, and hide the length: the size of a file must not tell how much she wrote."""
    packed = zlib.compress(content)
    framed = len(packed).to_bytes(4, "big") + packed
    return framed + bytes(-len(framed) % _PAD)


def _unpadded(framed: bytes) -> bytes:
    return zlib.decompress(framed[4 : 4 + int.from_bytes(framed[:4], "big")])
