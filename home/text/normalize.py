"""What people type, as eyes read it: one way to write a text before any rule looks for words in it."""

import re
import unicodedata
from html import unescape
from urllib.parse import unquote_plus

APOSTROPHES = dict.fromkeys(map(ord, "’‘‛ʼʹ′´`＇"), "'")
# Letters and marks that no browser draws, beside the whole category of format characters, such as the soft
# hyphen (Unicode 16, DerivedCoreProperties: Default_Ignorable_Code_Point).
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0").union(
    map(chr, range(0xFE00, 0xFE10))
)
LINES = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
SPACES = re.compile(r"[^\S\n]+")
MOST_CODINGS = 4
"""How often an address may have been coded anew on its way through shorteners and copies."""


def seen(text: str) -> str:
    """Return `text` as it is read: no hidden letters, straight apostrophes, single spaces; lines stay."""
    composed = unicodedata.normalize("NFKC", text.translate(APOSTROPHES))
    drawn = (letter for letter in composed if letter not in UNSEEN and unicodedata.category(letter) != "Cf")
    return SPACES.sub(" ", LINES.sub("\n", "".join(drawn))).strip()


def bare(text: str) -> str:
    """Return `seen(text)` in small letters without accents."""
    letters = unicodedata.normalize("NFKD", seen(text).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def decoded(markup: str) -> str:
    """Return `markup` with its entities and its coded addresses in clear."""
    plain = unescape(markup)
    for _turn in range(MOST_CODINGS):
        before, plain = plain, unescape(unquote_plus(plain))
        if before == plain:
            break
    return plain
