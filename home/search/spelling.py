"""A word with one slip of the finger, read as the word that was meant.

Only towards words that search knows what to do with, and only from words of five letters: among short ones
too many are one letter apart.
"""

import re
from collections.abc import Collection, Iterable, Sequence

SHORTEST = 5
DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
# «Mi a violentata», «o picchiato mia moglie»: the silent letter is the one most often left out.
WITH_H = {"o": "ho", "a": "ha", "ai": "hai", "anno": "hanno"}
BEFORE = {"mi", "ti", "ci", "si", "l", "lo", "la", "le", "li", "gli", "ne", "io", "lui", "lei", "loro", "non"}
PARTICIPLE = re.compile(
    r"\w{2,}[aiu]t[oaie]$|(?:mess|fatt|pres|dett|spint|rott|strett|costrett|chius|tolt|lett|scritt|pers)[oaie]$"
)


def with_h(words: Sequence[str]) -> list[str]:
    """Return the words, with the h of «avere» where it was left out before a participle."""
    padded = ["", *words, ""]
    return [
        WITH_H[word] if word in WITH_H and _goes_before(ahead, word) and PARTICIPLE.match(then) else word
        for ahead, word, then in zip(padded, words, padded[2:], strict=False)
    ]


def _goes_before(ahead: str, word: str) -> bool:
    return ahead in BEFORE or (not ahead and word == "o")


def mended(words: Iterable[str], known: Collection[str]) -> list[str]:
    """Return the words, each that is unknown replaced by the known one that is a single slip away."""
    return [_nearest(word, known) for word in words]


def _nearest(word: str, known: Collection[str]) -> str:
    if DRAWN_OUT.search(word) and word not in known:
        # «Aiutooo»; «mammma» keeps the two that belong.
        double = DRAWN_OUT.sub(r"\1\1", word)
        word = double if double in known else DRAWN_OUT.sub(r"\1", word)
    if len(word) < SHORTEST or word in known:
        return word
    near = sorted(other for other in known if len(other) >= SHORTEST and is_a_slip(word, other))
    # A slip in the first letter is rare: prefer the words that begin alike.
    alike = [other for other in near if other[0] == word[0]]
    return (alike or near or [word])[0]


def is_a_slip(one: str, other: str) -> bool:
    """Tell whether a letter too many, one missing, one wrong or two swapped make `one` out of `other`."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
