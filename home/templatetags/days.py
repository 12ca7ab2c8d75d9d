"""A day in words, the same on every page."""

from datetime import date

from django import template
from django.utils.translation import pgettext

from home.text.dates import dated

register = template.Library()


@register.filter
def full_date(day: date) -> str:
    """Such as "9 marzo 2026"."""
    return dated(day, pgettext("giorno, mese e anno", "j F Y"))
