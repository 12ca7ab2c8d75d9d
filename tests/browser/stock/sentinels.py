"""Words that exist nowhere but in one test's own writing."""

import random

VOWELS, CONSONANTS = "aeiou", "bdfglmnprstvz"
SYLLABLES = 6


def word() -> str:
    """Return a made-up word of plain letters: whatever writes it down, no letter has to be changed."""
    chance = random.SystemRandom()
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(SYLLABLES))
