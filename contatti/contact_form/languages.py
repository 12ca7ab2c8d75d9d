"""Languages in which a woman may read an answer: each named in itself for her, in Italian for the desk."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contatti.contact_form.question_types import Choice
from servizi.vocabulary import Language

READABLE = {
    Language.ITALIAN: _("italiano"),
    Language.ENGLISH: _("inglese"),
    Language.ARABIC: _("arabo"),
    Language.CHINESE: _("cinese"),
    Language.SPANISH: _("spagnolo"),
    Language.FRENCH: _("francese"),
    Language.ROMANIAN: _("romeno"),
    Language.ALBANIAN: _("albanese"),
    Language.UKRAINIAN: _("ucraino"),
    Language.RUSSIAN: _("russo"),
    Language.BENGALI: _("bengalese"),
    Language.URDU: _("urdu"),
    Language.PORTUGUESE: _("portoghese"),
    Language.SINHALA: _("singalese"),
    Language.TAGALOG: _("tagalog"),
}
PUNJABI = Choice("pa", "ਪੰਜਾਬੀ", _("punjabi"))
"""Spoken at no desk yet, so it is not in the vocabulary of desks, but many read it."""


def language_of_the_page() -> str:
    """Return the choice of the language in which she opened the form; empty in Italian, which a desk expects.

    Her language travels with the request, so that she is answered in it: she may choose another.
    """
    code = (get_language() or "").partition("-")[0]
    return code if code in set(READABLE) - {Language.ITALIAN} else ""


def languages_first(spoken: Iterable[str]) -> tuple[Choice, ...]:
    """Return every language as a choice, those that a desk speaks before the others."""
    here = set(spoken)
    codes = sorted(READABLE, key=lambda code: code not in here)
    return (*(Choice(code.value, code.label, READABLE[code]) for code in codes), PUNJABI)
