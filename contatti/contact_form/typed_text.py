"""What is kept of typed text. static/js/answers.js has the same rules: both texts have to be equal."""

import re
import unicodedata

LINE_BREAK = re.compile(r"\r\n|\r")
# Controls, and the marks that turn the direction of what follows: with one of them a code word or a number
# reads backwards for the operator. Joiners stay: Arabic, Persian and emoji need them.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
# Of these nothing shows, although Unicode counts some of them as letters or signs.
# Signs that are not assigned yet stay: a newer emoji is one of them for an older Python.
BLANK = re.compile(
    r"[\u115f\u1160\u2065\u2800\u3164\ufdd0-\ufdef\uffa0\ufff0-\ufff8\ufffe\uffff\U0001d159\U000e0000-\U000e0fff]"
)
BLANK_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Mn", "Mc", "Me", "Zs", "Zl", "Zp"}


def tidy(value: str) -> str:
    """Return typed text without what nobody can see at its ends or could be misled by; LF line breaks.

    Empty if nothing in it shows: spaces of every width, marks without a letter, fillers.
    """
    text = UNSEEN.sub("", LINE_BREAK.sub("\n", value)).strip(" \t\n")
    return text if shows(text) else ""


def shows(text: str) -> bool:
    """Tell whether anything of a text can be seen."""
    return any(
        unicodedata.category(letter) not in BLANK_CATEGORIES and not BLANK.match(letter) for letter in text
    )
