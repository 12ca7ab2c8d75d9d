"""The one line that a poster says in every language in which somebody answers here."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line, its language by BCP 47, and whether it runs from the right."""

    language: str
    words: str
    right_to_left: bool


def spoken_lines(first: str) -> list[SpokenLine]:
    """Return the line in each language of the site, that of the sheet first.

    One without words of its own is left out: easy Italian, or a language added without a catalogue.
    """
    lines: dict[str, SpokenLine] = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            # Translators: read by visitors.
            words = _("Hai paura di qualcuno? Chiama: è gratis.")
        lines.setdefault(words, SpokenLine(_tag(code), words, bool(get_language_info(code)["bidi"])))
    return sorted(lines.values(), key=lambda line: line.language != _tag(first))


def _tag(code: str) -> str:
    """Return a code with its script written as BCP 47 does: programs choose letters by it."""
    language, *more = code.split("-")
    return "-".join([language, *(part.title() for part in more)])
