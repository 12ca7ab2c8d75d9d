import re

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

valid_number = RegexValidator(
    re.compile(r"^\+?[0-9][0-9 ./-]{1,23}$"),
    _("Scrivi solo cifre e spazi, per esempio «02 0000 0001» oppure «+39 02 0000 0001»."),
)


def uri(number: str) -> str:
    """Return `number` as a tel: address (RFC 3966)."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)
