"""What a place looks like in the middle of a sentence."""

import re

# An Italian address, a postal code, a map link or coordinates of northern Italy.
STREET = (
    r"via|viale|v\.?le|vicolo|vic\.|piazza|p\.?\s?zz?a|piazzale|p\.?\s?le|piazzetta|largo|l\.?go|corso|c\.?so"
    r"|strada|str\.|borgo|località|loc\.|frazione|fraz\.|contrada"
)
# The small words between it and the name, elided ones too: «via della Pace», «via dell’Esempio».
BETWEEN = r"(?:[a-zà-ú]+(?:['’]\s?|\s+)){0,2}"
PLACE_WORDS = re.compile(
    rf"\b(?i:{STREET})\s+{BETWEEN}[A-ZÀ-Ú0-9]|\b\d{{5}}\b|\bmaps?\.|\bgoo\.gl|\b4[45]\.\d{{3,}}",
)
