"""Keyed digests of phrases that are kept to be recognised and never read, such as a shelter's address.

Who steals the database, or reads it in the administration, learns none of them.
"""

import hmac
from collections.abc import Iterable
from hashlib import sha256

from django.utils.crypto import salted_hmac

from home.text.letters import WORD
from home.text.normalize import bare

SALT = "home.ReservedPhrase"
PROBE = "amaranta"


def _key() -> bytes:
    # SECRET_KEY is not in the database: without it the digest of a short address cannot be tried out.
    return salted_hmac(SALT, "", algorithm="sha256").digest()


def plain_words(text: str) -> list[str]:
    """Return the words of `text` without case and accents; hyphens and apostrophes divide words."""
    return WORD.findall(bare(text))


def digest(words: Iterable[str]) -> str:
    """Return the keyed digest, in hexadecimal, by which a phrase is stored and found again."""
    return hmac.digest(_key(), " ".join(words).encode(), sha256).hex()


def probe() -> str:
    """Return what a row made under today's SECRET_KEY carries."""
    return digest([PROBE])
