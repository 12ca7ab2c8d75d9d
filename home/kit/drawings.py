"""The drawings of the kit, and how a slogan is set beside each of them."""

import textwrap
import unicodedata
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A sheet is 21 units wide. Sizes of type in units, largest first; a letter of the slogan's face is on
# average half as wide as its size (that of a script which runs from the right is wider, and a
# Chinese one is a square), a line a little
# higher than it.
SIZES = (4.0, 3.2, 2.6, 2.1, 1.7, 1.35, 1.1)
LETTER = 0.53
WIDE_LETTER = 0.8
SQUARE_LETTER = 1.02
LINE = 1.06
# Lines below the slogan take this much from it, where the drawing stands beside and not below it.
BELOW = 0.8
HIGHEST = 9.0


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


def fit(slogan: str, drawing: Drawing, below: str = "") -> Setting:
    """Set a slogan as large as fits, in the smallest size if none does; its own line breaks are kept.

    `below` is what else stands in its field.
    """
    drawing = _with_room_below(drawing) if below else drawing
    settings = [Setting(size, _wrapped(slogan, _letters(size, drawing, slogan))) for size in SIZES]
    return next((setting for setting in settings if _fits(setting, drawing)), settings[-1])


def fits(slogan: str, drawing: Drawing, below: str = "") -> bool:
    """True when `fit` finds a size in which nothing runs into the drawing."""
    return _fits(fit(slogan, drawing, below), _with_room_below(drawing) if below else drawing)


def _with_room_below(drawing: Drawing) -> Drawing:
    return replace(drawing, height=min(drawing.height, HIGHEST - BELOW))


def _letters(size: float, drawing: Drawing, words: str) -> int:
    return int(drawing.measure / (_letter(words) * size))


def _letter(words: str) -> float:
    """Return how wide a letter is in its size, by the widest script of the words."""
    if any(unicodedata.east_asian_width(sign) in ("W", "F") for sign in words):
        return SQUARE_LETTER
    from_the_right = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in words)
    return WIDE_LETTER if from_the_right else LETTER


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
