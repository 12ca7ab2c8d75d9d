"""What a browser shows in the place of a number: 16 bytes in base64url (RFC 4648, 5)."""

import binascii
import secrets
from base64 import urlsafe_b64decode

from contatti.sealed.conversation.key_derivation import LOCATOR_LENGTH

LOCATOR = "l"


def locator_in(value: str) -> bytes:
    """Return a posted locator; for anything that is none, one that nobody has."""
    try:
        locator = urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (binascii.Error, ValueError):
        locator = b""
    return locator if len(locator) == LOCATOR_LENGTH else secrets.token_bytes(LOCATOR_LENGTH)
