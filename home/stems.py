"""Words cut to what their forms share, so that search finds «querele» for «querela» on any database.

SQLite's full-text search has no stemming. This is a light stemmer: it removes accents and the vowels
that carry gender, number and most verb endings, and nothing inside the word.
"""

import re
import unicodedata
from collections.abc import Callable

WORD = re.compile(r"[^\W_]+")
MIN_STEM = 3
# Longest first: «amiche» and «amica», «uffici» and «ufficio» must meet.
ITALIAN_ENDINGS = (
    "amento", "amenti", "imento", "imenti", "azione", "azioni",
    "ando", "endo", "ata", "ate", "ati", "ato", "ita", "ite", "iti", "ito", "uta", "ute", "uti", "uto",
    "are", "ere", "ire", "che", "chi", "ghe", "ghi", "ca", "ci", "co", "ga", "gi", "go",
    "ia", "ie", "ii", "io", "a", "e", "i", "o",
)  # fmt: skip
ENGLISH_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y", "e")


def _cut(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word


def _italian(word: str) -> str:
    return _cut(word, ITALIAN_ENDINGS)


def _english(word: str) -> str:
    return _cut(word, ENGLISH_ENDINGS)


STEMMERS: dict[str, Callable[[str], str]] = {"it": _italian, "en": _english}


def stems(text: str, language: str) -> str:
    """Return the words of `text` without accents, case and endings, separated by spaces.

    `language` is a BCP 47 code; a language without rules keeps its endings.
    """
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    stem = STEMMERS.get(language, str)
    return " ".join(stem(word) for word in WORD.findall(plain))
