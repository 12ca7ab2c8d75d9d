"""The drawings of the kit, and how a slogan is set beside each of them."""

import textwrap
import unicodedata
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A sheet is 21 units wide. Sizes of type in units, largest first; a letter of the slogan's face is on
# average half as wide as its size (that of a script which runs from the right is wider), a line a little
# higher than it.
SIZES = (4.0, 3.2, 2.6, 2.1, 1.7, 1.35, 1.1)
LETTER = 0.53
WIDE_LETTER = 0.8
LINE = 1.06


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of ours. `measure` and `height` are the room that it leaves for the slogan, in units."""

    name: str
    label: str | Promise
    measure: float
    height: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A slogan in lines of type of one size, in units."""

    size: float
    lines: tuple[str, ...]


DRAWINGS = {
    drawing.name: drawing
    for drawing in (
        Drawing("ramo", _("Ramo di amaranto"), 11.4, 9.0),
        Drawing("porta", _("Porta aperta"), 11.4, 9.0),
        Drawing("pane", _("Pane"), 17.8, 5.8),
    )
}


def fit(slogan: str, drawing: Drawing) -> Setting:
    """Set a slogan as large as fits, in the smallest size if none does; its own line breaks are kept."""
    settings = [Setting(size, _wrapped(slogan, _letters(size, drawing, slogan))) for size in SIZES]
    return next((setting for setting in settings if _fits(setting, drawing)), settings[-1])


def fits(slogan: str, drawing: Drawing) -> bool:
    """True when `fit` finds a size in which nothing runs into the drawing."""
    return _fits(fit(slogan, drawing), drawing)


def _letters(size: float, drawing: Drawing, words: str) -> int:
    wide = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in words)
    return int(drawing.measure / ((WIDE_LETTER if wide else LETTER) * size))


def _wrapped(slogan: str, letters: int) -> tuple[str, ...]:
    return tuple(
        line
        for typed in slogan.splitlines()
        for line in textwrap.wrap(typed, letters, break_long_words=False, break_on_hyphens=False)
    )


def _fits(setting: Setting, drawing: Drawing) -> bool:
    letters = _letters(setting.size, drawing, "".join(setting.lines))
    high_enough = len(setting.lines) * setting.size * LINE <= drawing.height
    return high_enough and all(len(line) <= letters for line in setting.lines)
