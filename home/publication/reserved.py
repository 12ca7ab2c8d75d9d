"""Words that may never be published, such as a shelter's address: kept as keyed digests, never in clear.

Who steals the database, or reads it in the administration, learns none of them.
"""

import hmac
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.apps import apps
from django.utils.crypto import salted_hmac

from home.publication.reading import Passage
from home.stems import WORD

SALT = "home.ReservedPhrase"
PROBE = "amaranta"


def _key() -> bytes:
    # SECRET_KEY is not in the database: without it the digest of a short address cannot be tried out.
    return salted_hmac(SALT, "", algorithm="sha256").digest()


def plain_words(text: str) -> list[str]:
    """Return the words of `text` without case and accents; hyphens and apostrophes divide words."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))


def digest(words: Iterable[str]) -> str:
    """Return the keyed digest, in hexadecimal, by which a phrase is stored and found again."""
    return hmac.digest(_key(), " ".join(words).encode(), sha256).hex()


def probe() -> str:
    """Return what a row made under today's SECRET_KEY carries."""
    return digest([PROBE])


Row = tuple[str, int, str]


def reserved_phrases() -> list[Row]:
    """Return digest, number of words and probe of every reserved phrase, in one query."""
    rows = apps.get_model("home", "ReservedPhrase").objects.values_list("digest", "words", "probe")
    return list(rows)


def reserved_passages(passages: Iterable[Passage], rows: Iterable[Row]) -> Iterator[Passage]:
    """Yield the passages that hold a phrase of `rows`; all of them if the phrases can no longer be read.

    After a change of SECRET_KEY nothing would match: refusing is the safe answer until they are typed again.
    """
    rows = list(rows)
    if not rows:
        return
    is_readable = all(made_under == probe() for *_row, made_under in rows)
    known = {row[0] for row in rows}
    lengths = {row[1] for row in rows}
    for passage in passages:
        if not is_readable or _holds(plain_words(f"{passage.text} {passage.markup}"), known, lengths):
            yield passage


def _holds(words: list[str], known: set[str], lengths: set[int]) -> bool:
    return any(
        digest(words[start : start + length]) in known
        for length in lengths
        for start in range(len(words) - length + 1)
    )
