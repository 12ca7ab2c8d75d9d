"""Every way in which a browser may have written down a text."""

import base64
import html
import json
import quopri
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

CHARACTERS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


ZEROS = re.compile(rb"\0{64,}")
STEM = 6
"""Letters that the made-up words of one test share (tests/browser/stock/sentinels.py)."""


@lru_cache(maxsize=512)
def needles(text: str) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return what to look for in lower-case data, and what to look for in the data as it is (base64)."""
    written = [(each, CHARACTERS) for each in _spellings(text)]
    escaped = [(each, CHARACTERS[:2]) for each in _escaped(text)]
    folded = {
        spelling.lower().encode(characters)
        for spelling, possible in (*written, *escaped)
        for characters in possible
        if _can_encode(spelling.lower(), characters)
    }
    exact = {piece for data in _bytes(text) for piece in _base64(data)}
    return frozenset(folded), frozenset(exact)


def _spellings(text: str) -> Iterator[str]:
    yield text
    yield quote_plus(text, safe="")
    yield quote(text, safe="")
    yield json.dumps(text)[1:-1]
    yield html.escape(text)
    yield text.replace(" ", "\N{NO-BREAK SPACE}")
    yield quopri.encodestring(text.encode()).decode().replace("=\n", "")


def _escaped(text: str) -> Iterator[str]:
    """Yield the text with each character escaped, as whoever escapes may do; case is folded later."""
    yield "".join(f"%{byte:02x}" for byte in text.encode())
    yield "".join(f"={byte:02x}" for byte in text.encode())
    yield "".join(f"\\u{ord(letter):04x}" for letter in text)
    yield "".join(f"\\x{ord(letter):02x}" for letter in text)
    yield "".join(f"&#{ord(letter)};" for letter in text)
    yield "".join(f"&#x{ord(letter):x};" for letter in text)


def _can_encode(text: str, characters: str) -> bool:
    try:
        text.encode(characters)
    except UnicodeEncodeError:
        return False
    return True


def _bytes(text: str) -> Iterable[bytes]:
    return {text.encode(characters) for characters in CHARACTERS if _can_encode(text, characters)}


def _base64(data: bytes) -> Iterator[bytes]:
    """Yield what base64 makes of `data` wherever it begins, without the characters that its neighbours share."""
    for offset in range(3):
        encoded = base64.b64encode(bytes(offset) + data)
        first = -(-offset * 8 // 6)
        last = (offset + len(data)) * 8 // 6
        yield encoded[first:last]
        yield encoded[first:last].translate(bytes.maketrans(b"+/", b"-_"))


def found_in(data: bytes, texts: Iterable[str]) -> Iterator[str]:
    """Yield each of the texts that stands in `data` in any encoding.

    Texts with the same beginning are looked for by it first: a profile is large, and ways to write are many.
    """
    data = ZEROS.sub(b"\0", data)
    folded = data.lower()

    def stands(text: str) -> bool:
        in_lower, exact = needles(text)
        return any(needle in folded for needle in in_lower) or any(needle in data for needle in exact)

    families: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        families[text[:STEM]].append(text)
    for stem, family in families.items():
        if len(family) == 1 or stands(stem):
            yield from filter(stands, family)
