"""Notes the texts for which a language has no words: those that gettext asks the main language for."""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any

from django.utils.translation import trans_real


class Noting:
    """Stands before the fallback of a language's catalogue (GNUTranslations.add_fallback)."""

    def __init__(self, fallback: Any, noted: set[str]) -> None:
        self.fallback, self.noted = fallback, noted

    def gettext(self, message: str) -> str:
        return str(self._asked(message).gettext(message))

    def pgettext(self, context: str, message: str) -> str:
        return str(self._asked(message).pgettext(context, message))

    def ngettext(self, one: str, more: str, number: int) -> str:
        return str(self._asked(one).ngettext(one, more, number))

    def npgettext(self, context: str, one: str, more: str, number: int) -> str:
        return str(self._asked(one).npgettext(context, one, more, number))

    def _asked(self, message: str) -> Any:
        self.noted.add(message)
        return self.fallback


@contextmanager
def untranslated(language: str) -> Iterator[set[str]]:
    """Yield the set of what was asked for within the block and is not in the catalogue of `language`."""
    catalogue = trans_real.translation(language)
    noted: set[str] = set()
    before = catalogue._fallback
    # Django's own words may be those of its programmers: English has nothing behind it.
    catalogue._fallback = Noting(before or NullTranslations(), noted)
    try:
        yield noted
    finally:
        catalogue._fallback = before
