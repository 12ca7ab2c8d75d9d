"""What a telephone number must be like, so that a tap on it reaches somebody."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ITALY = "+39"
SHORT = 6
"""Digits of the longest number that can be dialled in Italy only (112, 1522, 116117)."""
WRITTEN = re.compile(r"\+?[0-9][0-9 ./-]{1,23}")
# The Italian plan: landlines begin with 0, mobiles with 3; 8 and 1 only in these; nothing with 2, 4, 6, 7, 9.
MOST_DIGITS, MOST_ABROAD, MOBILE = 11, 15, 10
SERVICES = re.compile(r"80[0-3]|84[0-9]|89[2459]|1[79][89]|55")


def valid_number(number: str) -> None:
    """Raise ValidationError if the number can't be dialled as it is written, saying why."""
    if not WRITTEN.fullmatch(number):
        raise ValidationError(
            _("Scrivi solo cifre e spazi, per esempio «02 0000 0001» oppure «+39 02 0000 0001».")
        )
    if problem := _problem(re.sub(r"[^0-9+]", "", number)):
        raise ValidationError(problem)


def _problem(digits: str) -> str:
    italian = re.sub(r"^(\+|00)39(?=[0-9])", "", digits)
    if digits.startswith(("+", "00")) and italian == digits:
        return _two_numbers() if len(digits) > MOST_ABROAD + 1 else ""
    if len(italian) > MOST_DIGITS:
        return _two_numbers()
    if len(italian) <= SHORT or italian.startswith("0") or SERVICES.match(italian):
        return ""
    if italian.startswith("3") and (len(italian) == MOBILE or digits.startswith("+")):
        return ""
    if italian.startswith("3"):
        return _("Se è un telefono fisso manca lo zero davanti; se è un cellulare scrivilo con «+39».")
    return _("Manca lo zero davanti: i fogli di calcolo lo tolgono. Scrivi per esempio «0%(digits)s».") % {
        "digits": italian
    }


def _two_numbers() -> str:
    return _("Qui ci sono due numeri, o troppe cifre: scrivi un numero solo.")


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
