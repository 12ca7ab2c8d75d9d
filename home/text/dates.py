"""Dates as people write them."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi


def dated(day: dt.date, pattern: str) -> str:
    """A date in a pattern of Django's date filter; in Italian, names are in lower case and 1 is «1º»."""
    if get_language() != "it":
        return date_format(day, pattern)
    if day.day == 1 and "F" in pattern:
        pattern = pattern.replace("j", "jº")
    return date_format(day, pattern).lower()


def in_order(signs: str) -> str:
    """Keep the order of a telephone or of hours, as on the door, in languages that run from the right too.

    The isolates (Unicode, UAX #9) are signs of the text: they hold in files and on paper, without markup.
    """
    return f"\u2066{signs}\u2069" if get_language_bidi() else signs
