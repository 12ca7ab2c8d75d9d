"""Dates as people write them."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import get_language


def dated(day: dt.date, pattern: str) -> str:
    """A date in a pattern of Django's date filter; in Italian, names of days and months are in lower case."""
    written = date_format(day, pattern)
    return written.lower() if get_language() == "it" else written
