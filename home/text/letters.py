"""Words as they are typed by who has no key for their letters, and names in the order in which one looks."""

import re
import unicodedata

from home.text.normalize import APOSTROPHES

WORD = re.compile(r"[^\W_]+")
# Unicode takes no sign off these: each is a letter of its own, and typed as its neighbour.
NEIGHBOURS = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th"}
)


def unsigned(text: str) -> str:
    """Return `text` in small letters without accents, its apostrophes straight, however it is composed."""
    letters = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).casefold().translate(NEIGHBOURS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def by_name(name: str) -> str:
    """Return the key by which people sort names: a database puts É behind Z, and d’Aragona behind both."""
    return " ".join(WORD.findall(unsigned(name)))
