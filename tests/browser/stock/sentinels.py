"""Words that exist nowhere but in one test's own writing."""

import random
from collections import defaultdict

from tests.browser.stock.encodings import STEM

VOWELS, CONSONANTS = "aeiou", "bdfglmnprstvz"
SYLLABLES = 6
CHANCE = random.SystemRandom()


def _syllables(count: int) -> str:
    return "".join(CHANCE.choice(CONSONANTS) + CHANCE.choice(VOWELS) for _ in range(count))


def word(stem: str = "") -> str:
    """Return a made-up word of plain letters: whatever writes it down, no letter has to be changed."""
    return stem + _syllables(SYLLABLES - len(stem) // 2)


class Words(defaultdict[str, str]):
    """Words of one test by what they were written into; all have the same first letters."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = _syllables(STEM // 2)

    def __missing__(self, place: str) -> str:
        self[place] = word(self.stem)
        return self[place]
