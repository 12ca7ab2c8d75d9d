"""Words that may never be published, such as a shelter's address, found in what a page says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from home.models.reserved_phrase import ReservedPhrase
from home.text.normalize import decoded
from home.text.phrase_digest import digest, plain_words, probe


class Words(Protocol):
    """A passage of a page (home.publication.reading): what is read, and what the browser gets of it."""

    @property
    def text(self) -> str: ...

    @property
    def markup(self) -> str: ...


Some = TypeVar("Some", bound=Words)


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
