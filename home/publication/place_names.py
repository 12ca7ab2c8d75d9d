"""What a place looks like in the middle of a sentence."""

import re
from collections.abc import Callable, Iterable

# An Italian address, a postal code, a map link or coordinates of northern Italy.
STREET = (
    r"via|viale|v\.?le|vicolo|vic\.|piazza|p\.?\s?zz?a|piazzale|p\.?\s?le|piazzetta|largo|l\.?go|corso|c\.?so"
    r"|strada|str\.|borgo|località|loc\.|frazione|fraz\.|contrada"
)
# The small words between it and the name, elided ones too: «via della Pace», «via dell’Esempio».
BETWEEN = r"(?:[a-zà-ú]+(?:['’]\s?|\s+)){0,2}"
MAP = r"\bmaps?\.|\bgoo\.gl|\bgoogle\.[a-z.]+/maps|\bopenstreetmap\.|\bgeo:|\b4[45]\.\d{3,}|\b4[45]\s?°"
PLACE_WORDS = re.compile(rf"\b(?i:{STREET})\s+{BETWEEN}[A-ZÀ-Ú0-9]|\b\d{{5}}\b|{MAP}")
MAP_WORDS = re.compile(MAP)

Names = Callable[[], Iterable[str]]
_NAMES: list[Names] = []


def place_names(ask: Names) -> Names:
    """Add names of places, such as those of the Comuni; each app does so when it is ready."""
    _NAMES.append(ask)
    return ask


def named_place() -> re.Pattern[str]:
    """Return what finds the known names: capitalised or in capitals, for «però» is no Comune."""
    names = sorted({form for ask in _NAMES for name in ask() for form in (name, name.upper())})
    listed = "|".join(map(re.escape, names)) or r"(?!)"
    return re.compile(rf"\b(?:{listed})\b(?!')")
