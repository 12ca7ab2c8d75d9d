"""Words about pictures, and whatever a browser would load from elsewhere, as data."""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that say only that there is a picture.
NO_DESCRIPTION = _words(
    """
    alt foto fotografia immagine image img picture disegno logo nessuno photo photograph drawing bella bello
    """
)
SMALL = _words(
    """
    un uno una il lo la gli le di del dello della dei degli delle da dal in nel con per su sul tra fra che
    ed the an of and with in on at by for to
    """
)
FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|gif|heic|svg)$|^(?:img|dsc|pxl|screenshot|whatsapp)[\W_]?\d", re.IGNORECASE
)


def describes(alt: str) -> bool:
    """True when an alternative text says what is seen: three words, of which two say something."""
    words = re.findall(r"[^\W\d_]+", alt.casefold())
    said = {word for word in words if len(word) > 1} - NO_DESCRIPTION - SMALL
    return len(words) >= 3 and len(said) >= 2 and not FILE_NAME.search(alt)


# Whatever a browser would load from elsewhere, or run, while reading the page. A link loads nothing.
FOREIGN = re.compile(
    r"<\s*(?:iframe|object|script|frame|link)\b"
    r"|<\s*embed\b[^>]*embedtype=[\"']media"
    r"|<\s*(?:img|source|video|audio|track|embed)\b[^>]*\b(?:src|srcset|poster)=[\"']?\s*(?:https?:)?//"
    r"|url\(\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)

# A name that need not be hers, or is that of a place.
ANOTHER_NAME = (
    r"(?:inventat\w+|made[- ]up|di fantasia|qualunque|qualsiasi|fint\w+|(?:del(?:la|lo|l['’])?|of the)\s*"
    r"(?:sportello|centro|comune|rete|ente|associazione|scuola|citt[aà]|via|strada|file|documento|desk|centre|"
    r"school|town|street))"
)
ASKS_WHO = re.compile(
    r"\b(?:cognome|codice fiscale|data di nascita|dove abiti|indirizzo di casa|residenza|nominativo|"
    r"generalit[aà]|anagrafic\w+|come (?:ti chiami|si chiama)|chi sei|carta d['’]identit[aà]|passaporto|"
    r"surname|last name|full name|first name|your name|date of birth|home address|tax code|passport|"
    r"what(?: is|['’]s) (?:your|her|his) name|who are you)\b"
    rf"|(?<!any )(?<!made-up )(?<!made up )\b(?:nome|name)\b(?!\W+(?:\w+\W+)?{ANOTHER_NAME})",
    re.IGNORECASE,
)
"""What a question says that asks who somebody is."""
