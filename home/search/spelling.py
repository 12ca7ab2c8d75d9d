"""A word with one slip of the finger, read as the word that was meant.

Only towards words that search knows what to do with, and only from words of five letters: among short ones
too many are one letter apart.
"""

from collections.abc import Collection, Iterable

SHORTEST = 5


def mended(words: Iterable[str], known: Collection[str]) -> list[str]:
    """Return the words, each that is unknown replaced by the known one that is a single slip away."""
    return [_nearest(word, known) for word in words]


def _nearest(word: str, known: Collection[str]) -> str:
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
