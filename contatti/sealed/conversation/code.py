"""The code that she keeps: 20 random digits (66 bits) and two check digits, written like a loyalty card."""

import re
import secrets
import unicodedata
from enum import StrEnum

DIGITS = 20
LENGTH = 22
GROUP = 4
BETWEEN = re.compile(r"[\s\-–—.·_]+")


class Slip(StrEnum):
    """What is wrong with a typed code: told before anything is asked of the server."""

    SHORT = "short"
    LONG = "long"
    LETTERS = "letters"
    MISTYPED = "mistyped"


class CodeError(ValueError):
    """A typed code that cannot be one of ours. Carries the slip, never what was typed."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.value)
        self.slip = slip


def make_code() -> str:
    """Return a new code of 22 ASCII digits."""
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    return digits + check_digits(digits)


def check_digits(digits: str) -> str:
    """Return the two check digits of ISO 7064, MOD 97-10: any one slip and any swap of neighbours shows."""
    return f"{98 - int(digits) * 100 % 97:02}"


def read_code(typed: str) -> str:
    """Return a code as 22 ASCII digits, from whatever digits and spaces it was typed with.

    Arabic, Persian and full-width digits are digits. Raises CodeError.
    """
    found = "".join(_ascii(sign) for sign in BETWEEN.sub("", unicodedata.normalize("NFKC", typed)))
    if len(found) < LENGTH:
        raise CodeError(Slip.SHORT)
    if len(found) > LENGTH:
        raise CodeError(Slip.LONG)
    if found[DIGITS:] != check_digits(found[:DIGITS]):
        raise CodeError(Slip.MISTYPED)
    return found


def _ascii(sign: str) -> str:
    """Return a decimal digit of any script as an ASCII one, nothing for a mark. Raises CodeError."""
    if unicodedata.category(sign) in {"Cf", "Mn"}:
        return ""
    value = unicodedata.decimal(sign, None)
    if value is None:
        raise CodeError(Slip.LETTERS)
    return str(value)


def grouped(code: str) -> str:
    """Return a code as it is shown: groups of four digits."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
