"""What a place looks like in the middle of a sentence."""

import re

# An Italian address, a postal code, a map link or coordinates of northern Italy.
PLACE_WORDS = re.compile(
    r"\b(?i:via|viale|vicolo|piazza|piazzale|piazzetta|largo|corso|strada|borgo|località|frazione|contrada)"
    r"\s+(?:[a-z']+\s+){0,2}[A-ZÀ-Ú0-9]|\b\d{5}\b|\bmaps?\.|\bgoo\.gl|\b4[45]\.\d{3,}",
)
