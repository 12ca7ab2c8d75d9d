"""Words that may never be published, such as a shelter's address: kept as keyed digests, never in clear.

Who steals the database, or reads it in the administration, learns none of them.
"""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, Self, TypeVar

from django.utils.crypto import salted_hmac

from home.models.reserved_phrase import ReservedPhrase
from home.text.normalize import bare, decoded
from home.text.stems import WORD


class Words(Protocol):
    """A passage of a page (home.publication.reading): what is read, and what the browser gets of it."""

    @property
    def text(self) -> str: ...

    @property
    def markup(self) -> str: ...


Some = TypeVar("Some", bound=Words)

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


@dataclass(frozen=True, slots=True)
class ReservedPhrases:
    """The reserved phrases, read from the database once for any number of pages."""

    digests: frozenset[str]
    lengths: frozenset[int]
    is_readable: bool

    @classmethod
    def load(cls) -> Self:
        rows = list(ReservedPhrase.objects.values_list("digest", "words", "probe"))
        return cls(
            frozenset(row[0] for row in rows),
            frozenset(row[1] for row in rows),
            all(made_under == probe() for *_row, made_under in rows),
        )

    def found_in(self, passages: Iterable[Some]) -> Iterator[Some]:
        """Yield the passages that hold a reserved phrase; all of them if the phrases can no longer be read.

        After a change of SECRET_KEY nothing would match: refusing is the safe answer until they are typed
        again.
        """
        for passage in passages:
            if not self.is_readable or self._holds(plain_words(f"{passage.text} {decoded(passage.markup)}")):
                yield passage

    def _holds(self, words: list[str]) -> bool:
        return any(
            digest(words[start : start + length]) in self.digests
            for length in self.lengths
            for start in range(len(words) - length + 1)
        )
