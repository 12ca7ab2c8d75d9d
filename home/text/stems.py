"""Words cut to what their forms share, so that search finds «denunciare» for «denuncia» on any database.

SQLite's full-text search has no stemming. Snowball's rules cut those languages that it knows; accents go
first, since whoever types on a telephone leaves them out. Chinese parts no words: each two signs that follow
one another stand for one, as is usual where there is no dictionary.
"""

import re
from functools import cache, lru_cache
from typing import Any

from home.text.common_words import COMMON_WORDS
from home.text.letters import WORD, unsigned

HAN = re.compile(r"[\u4e00-\u9fff]+")
RULES = {
    "it": "italian", "it-simple": "italian", "en": "english", "es": "spanish", "fr": "french", "ar": "arabic",
    "ro": "romanian",
}  # fmt: skip

COMMON = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
# «Violentata» is not «violento»: one was raped, the other hits. Snowball cuts both to «violent».
RAPE = re.compile(r"violent(?:at[aeio]|ar(?:e|mi|la|lo|ti|le|li)?|ando|ava(?:no)?|atore)$")


@cache
def _stemmer(language: str) -> Any:
    if language not in RULES:
        return None
    # Late: the rules of 28 languages are three megabytes, and the worker indexes little.
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer(RULES[language])


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    # A language without rules keeps its endings. A stemmer keeps its state: one word at a time.
    if language in {"it", "it-simple"} and RAPE.match(word):
        return "violentat"
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


def plain(text: str) -> list[str]:
    """Return the words of `text` without accents and case."""
    return WORD.findall(HAN.sub(lambda signs: f" {_pairs(signs[0])} ", unsigned(text)))


def _pairs(signs: str) -> str:
    return " ".join(signs[place : place + 2] for place in range(max(1, len(signs) - 1)))


def stems(text: str, language: str) -> str:
    """Return the words of `text` without accents, case and endings, separated by spaces.

    `language` is a BCP 47 code; a language without rules keeps its endings.
    """
    return " ".join(_stem(word, language) for word in plain(text))


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the plain words that stand in every text of a language, or in any language's."""
    return COMMON[""] | COMMON.get(language, frozenset())


def telling_stems(text: str, language: str) -> str:
    """Return the same without the words that stand in every text, unless there are no others."""
    telling = [word for word in plain(text) if word not in common_words(language)]
    return stems(" ".join(telling), language) or stems(text, language)
