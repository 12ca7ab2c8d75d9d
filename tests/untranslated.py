"""Notes the texts for which a language has no words: those that gettext asks the main language for."""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Any

import django
from django.utils.translation import trans_real

NEVER_SHOWN = frozenset({"- Select an option -"})
"""What Wagtail 8 says of a choice without an answer, for its editor; asked for wherever blocks are read."""


class Noting:
    """Stands before the fallback of a language's catalogue (GNUTranslations.add_fallback)."""

    def __init__(self, fallback: Any, noted: set[str], known: frozenset[str]) -> None:
        self.fallback, self.noted, self.known = fallback, noted, known

    def gettext(self, message: str) -> str:
        return str(self._asked(message).gettext(message))

    def pgettext(self, context: str, message: str) -> str:
        return str(self._asked(message).pgettext(context, message))

    def ngettext(self, one: str, more: str, number: int) -> str:
        return str(self._asked(one).ngettext(one, more, number))

    def npgettext(self, context: str, one: str, more: str, number: int) -> str:
        return str(self._asked(one).npgettext(context, one, more, number))

    def _asked(self, message: str) -> Any:
        if message not in self.known:
            self.noted.add(message)
        return self.fallback


@contextmanager
def untranslated(language: str) -> Iterator[set[str]]:
    """Yield the set of what was asked for within the block and is not in the catalogue of `language`."""
    catalogue = trans_real.translation(language)
    noted: set[str] = set()
    before = catalogue._fallback
    # English has nothing behind it: what Django says is written in it.
    known = NEVER_SHOWN if before else NEVER_SHOWN | _said_by_django()
    catalogue._fallback = Noting(before or NullTranslations(), noted, known)
    try:
        yield noted
    finally:
        catalogue._fallback = before


def _said_by_django() -> frozenset[str]:
    folder = Path(django.__file__).parent / "conf" / "locale"
    found: Any = translation("django", folder, ["it"])
    keys = (key[0] if isinstance(key, tuple) else key for key in found._catalog)
    return frozenset(key.rpartition("\x04")[2] for key in keys)
