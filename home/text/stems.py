"""Words cut to what their forms share, so that search finds «denunciare» for «denuncia» on any database.

SQLite's full-text search has no stemming. Snowball's rules cut Italian and English; accents go first, since
whoever types on a telephone leaves them out.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

WORD = re.compile(r"[^\W_]+")
LANGUAGES = {"it": "italian", "en": "english"}

# Of both languages: whoever is on the page of one may type the other.
COMMON_WORDS = """
a ad ai al alla alle allo agli anche che chi ci come con cosa cui da dai dal dalla dalle dei del della delle
dello degli di dopo dove due e ed era essere fa fare fatto fra gli ha hai hanno ho i il in io la le lei li lo
loro lui ma me mi mia mie miei mio molto ne nei nel nella nelle no noi non o od ogni per perche piu poi posso
puo quando quella quello questa questo qui se sei sempre senza si sia siamo solo sono sta sto su sua sue sui
sul sulla suo suoi te ti tra troppo tu tua tue tuo tutti tutto un una uno vi voi vorrei voglio c d l m n s t
about after all am an and any are as at be because been but by can could did do does for from get got had
has have he her hers him his how if into is it its just me my not of off on or our out she should so some
that the their them then there they this to too up us was we were what when where which who why will with
would you your
"""
COMMON = frozenset(COMMON_WORDS.split())
# «Violentata» is not «violento»: one was raped, the other hits. Snowball cuts both to «violent».
RAPE = re.compile(r"violent(?:at[aeio]|ar(?:e|mi|la|lo|ti|le|li)?|ando|ava(?:no)?|atore)$")


@cache
def _stemmer(language: str) -> Any:
    if language not in LANGUAGES:
        return None
    # Late: the rules of 28 languages are three megabytes, and the worker indexes little.
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer(LANGUAGES[language])


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    # A language without rules keeps its endings. A stemmer keeps its state: one word at a time.
    if language == "it" and RAPE.match(word):
        return "violentat"
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


def plain(text: str) -> list[str]:
    """Return the words of `text` without accents and case."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))


def stems(text: str, language: str) -> str:
    """Return the words of `text` without accents, case and endings, separated by spaces.

    `language` is a BCP 47 code; a language without rules keeps its endings.
    """
    return " ".join(_stem(word, language) for word in plain(text))


def telling_stems(text: str, language: str) -> str:
    """Return the same without the words that stand in every text, unless there are no others."""
    telling = [word for word in plain(text) if word not in COMMON]
    return stems(" ".join(telling), language) or stems(text, language)
