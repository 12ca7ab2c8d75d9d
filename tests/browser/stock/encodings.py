"""Every way in which a browser may have written down a text."""

import base64
import html
import json
import quopri
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

CHARACTERS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


@lru_cache(maxsize=512)
def needles(text: str) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return what to look for in lower-case data, and what to look for in the data as it is (base64)."""
    folded = {
        spelling.lower().encode(characters)
        for spelling in _spellings(text)
        for characters in CHARACTERS
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
    # Whoever escapes may escape each character; case is folded later.
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
    """Yield each of the texts that stands in `data` in any encoding."""
    folded = data.lower()
    for text in texts:
        in_lower, exact = needles(text)
        if any(needle in folded for needle in in_lower) or any(needle in data for needle in exact):
            yield text
