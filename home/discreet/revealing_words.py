"""Words that tell what the site is about: none may stay in a history, a tab or on the face of a card."""

import re
from functools import cache

from home.discreet.stems_by_language import ANYWHERE, STEMS
from home.text.normalize import bare

TELLING = re.compile(
    # Wherever they stand, since Italian puts words together: «antiviolenza».
    r"violen|stalk|abus|maltratt|pericol|sicur|ammonim|antiv|femm?i(?:ni)?cid|vittim|victim|querel|denunc|aggress"
    r"|sessual|stupr|minacc|rifugi|molest|percoss|pestagg|harass|gaslight|1522"
    # At the start of a word: «spicchio» and «preferito» are harmless.
    r"|(?<![^\W_])(?:picchi|persecu|schiaff|uccid|uccis|ricatt|ostagg|ferit|livid)"
    # Whole words: «bottega» is harmless, and so is the «rape» in «terapeuta».
    r"|(?<![^\W_])(?:botte|rape[ds]?|rapist|assault(?:s|ed)?|danger(?:s|ous)?|safe|safer|safety|shelters?|refuges?"
    r"|batter(?:ed|ing)|beaten|beats|threat(?:s|en|ened)?|sexual|domestic)(?![^\W_])"
)
TOPIC = re.compile(
    # Whoever reads a list of titles adds them up: what a page is about is told by harmless words, too.
    r"diritt|questur|polizi|carabin|divis[ae]|avvocat|tribunal|giudic|legg[ei]|legal|ospedal|soccors|figli|bambin|donn"
    r"|aiut|solidal|consultor|permess|document|scadenz|termin|lavor|reddit|sold[io]|scuol|servizi|capir|cambiar"
    r"|uscirn|piano|sportell|right|polic|lawyer|court|hospital|child|wom[ae]n|support|deadline|money|income|school"
    r"|understand|leaving"
    r"|(?<![^\W_])(?:cas[ae]|cura|law|work|help|home|papers|permits?|time limits|news|change|plan)(?![^\W_])"
)
"""What the title of a help page must not hold either: its subject."""
ON_A_CARD = re.compile(r"\d|(?<![^\W_])(?:donn|aiut|wom[ae]n|help)")
"""What the outer face of a card must not hold either: a number to call, and for whom it is."""


def revealing_word(text: str, language: str = "") -> str:
    """Return the first telling word of `text`, or as much of it as gives it away; empty if none does.

    Italian and English words tell everywhere; those of another `language` (BCP 47) on its own pages.
    """
    return _first(text, TELLING, _of(language, "telling"))


def telling_in_a_title(text: str, language: str = "") -> str:
    """Return what would tell the subject of a help page in a list of visited ones, empty if nothing does."""
    return revealing_word(text, language) or _first(text, TOPIC, _of(language, "topic"))


def revealing_word_on_a_card(text: str, language: str = "") -> str:
    """Return what would tell a stranger what a card is for, empty if nothing does."""
    return revealing_word(text, language) or _first(text, ON_A_CARD, _of(language, "card"))


def _first(text: str, *patterns: re.Pattern[str] | None) -> str:
    letters = bare(text)
    found = (pattern.search(letters) for pattern in patterns if pattern)
    return next((each[0] for each in found if each), "")


@cache
def _of(language: str, what: str) -> re.Pattern[str] | None:
    if (stems := STEMS.get(language)) is None:
        return None
    start = "" if language in ANYWHERE else r"(?<![^\W_])"
    return re.compile(f"{start}(?:{getattr(stems, what)})")
