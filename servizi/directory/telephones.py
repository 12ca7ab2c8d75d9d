import re

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

ITALY = "+39"
SHORT = 6
"""Digits of the longest number that can be dialled in Italy only (112, 1522, 116117)."""

valid_number = RegexValidator(
    re.compile(r"^\+?[0-9][0-9 ./-]{1,23}$"),
    _("Scrivi solo cifre e spazi, per esempio «02 0000 0001» oppure «+39 02 0000 0001»."),
)


def uri(number: str) -> str:
    """Return `number` as a tel: address (RFC 3966)."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)


def international(number: str) -> str:
    """Return an Italian number in its international form (ITU-T E.164); one of few digits has none."""
    digits = re.sub(r"[^0-9]", "", number)
    if number.strip().startswith("+"):
        return "+" + digits
    if re.match("00[1-9]", digits):
        return "+" + digits[2:]
    return f"{ITALY}{digits}" if len(digits) > SHORT else digits
