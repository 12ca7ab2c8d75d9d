"""Bytes to text: which alphabet a sheet was saved in, and what to ask where two are possible."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

UTF8 = gettext_lazy("UTF-8")
WINDOWS = "cp1252"
"""By far the most frequent: wherever it is possible it is offered, whatever the others make of the file."""
# What programs on an Italian desk write when they are asked for a "CSV".
ALPHABETS = {
    WINDOWS: gettext_lazy("Windows-1252, «CSV» di Excel"),
    "mac_roman": gettext_lazy("Mac OS Roman, «CSV» di Excel per Mac"),
    "cp850": gettext_lazy("DOS 850, «CSV (MS-DOS)» di Excel"),
}
SIGNS = "£¥¢•×÷®©™½¼¾²³¹±¿¡ªº"
"""Signs of prices, lists, marks and measures, which stand in a sheet but within no word."""
ITALIAN = set("àèéìòùÀÈÉÌÒÙ«»“”‘’–—…€°·§") | set(SIGNS)
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# In no word: "perchÈ" and "M³ller" are what another alphabet makes of "perché" and "Müller".
IN_NO_WORD = re.compile(rf"[a-zà-öø-ÿ][À-ÖØ-Þ]|[^\W\d_][{SIGNS}][^\W\d_]")
TWICE = re.compile("[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""A letter of two bytes of UTF-8 that were read as two letters, and saved so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a file; `how` says so to whoever sent it, empty where there is nothing to say."""

    how: Any
    text: str
    sheet: str = ""


def readings(data: bytes) -> list[Reading]:
    """Return every way in which the bytes may be meant, the likeliest first; none if they are no text."""
    for mark, alphabet in MARKS.items():
        if data.startswith(mark):
            return _one(alphabet, data)
    if b"\0" in data:
        # Without a mark: in Latin letters, every second byte is zero.
        found = _one("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", data)
        return [reading for reading in found if reading.text[:4].isascii()]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _of_one_byte(data)
    return _perhaps_twice(text)


def _one(alphabet: str, data: bytes) -> list[Reading]:
    try:
        text = data.decode(alphabet)
    except UnicodeDecodeError:
        return []
    return [Reading("" if alphabet == "utf-8-sig" else "UTF-16", text)] if _is_text(text) else []


def _perhaps_twice(text: str) -> list[Reading]:
    as_it_stands = Reading("" if text.isascii() else UTF8, text)
    if not _is_text(text):
        return []
    if TWICE.search(text):
        try:
            mended = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return [as_it_stands]
        return [Reading(gettext_lazy("UTF-8 salvato due volte"), mended), as_it_stands]
    return [as_it_stands]


def _of_one_byte(data: bytes) -> list[Reading]:
    found = []
    for alphabet, how in ALPHABETS.items():
        try:
            text = data.decode(alphabet)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            found.append(Reading(how, text))
    likely = [reading for reading in found if _is_italian(reading.text)]
    likely = likely or [reading for reading in found if _is_words(reading.text)]
    # Last, unless it is a likely one already: then she is asked.
    return _different([*likely, *(reading for reading in found if reading.how is ALPHABETS[WINDOWS])])


def _different(found: Iterable[Reading]) -> list[Reading]:
    first: dict[str, Reading] = {}
    for reading in found:
        first.setdefault(reading.text, reading)
    return list(first.values())


def _is_text(text: str) -> bool:
    return not any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n" for sign in text)


def _is_italian(text: str) -> bool:
    return _strange(text) <= ITALIAN and not IN_NO_WORD.search(text)


def _is_words(text: str) -> bool:
    return all(sign.isalpha() or sign in ITALIAN for sign in _strange(text)) and not IN_NO_WORD.search(text)


def _strange(text: str) -> set[str]:
    return {sign for sign in text if not sign.isascii()}
