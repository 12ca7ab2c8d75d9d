"""The reply code: what a sealed text carries so that a reader can answer, pasted into the console.

base32 (RFC 4648, 6) of: version, desk, public key, SHA-256 of the locator, four check bytes. No link: whoever
can write to the mailbox could write a false one.
"""

import binascii
import re
from base64 import b32decode, b32encode
from dataclasses import dataclass
from hashlib import sha256
from textwrap import wrap

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from contatti.sealed.conversation.key_derivation import mark_of

VERSION = b"\x01"
DESK_LENGTH = 8
KEY_LENGTH = 32
PLACE_LENGTH = 32
CHECK_LENGTH = 4
LENGTH = len(VERSION) + DESK_LENGTH + KEY_LENGTH + PLACE_LENGTH + CHECK_LENGTH
GROUP = 6
_BETWEEN = re.compile(r"[^A-Z2-7]+")


class ReplyCodeError(ValueError):
    """What was pasted is no whole reply code: cut, mistyped, of another version, or with no usable key."""


@dataclass(frozen=True, slots=True)
class ReplyCode:
    """desk: the mailbox for which the text was sealed. public: her key. place: where her answers lie."""

    desk: int
    public: bytes
    place: bytes

    def __str__(self) -> str:
        """Return groups of letters, which mail programs break into lines as they like."""
        content = VERSION + self.desk.to_bytes(DESK_LENGTH, "big") + self.public + self.place
        return " ".join(wrap(_letters(content + _check(content)), GROUP))

    @property
    def mark(self) -> bytes:
        """Return what is kept of the key with the answers."""
        return mark_of(self.public)


def read_reply_code(pasted: str) -> ReplyCode:
    """Return a pasted reply code, whatever spaces, lines and quotation marks a mail program put between.

    Raises ReplyCodeError.
    """
    letters = _BETWEEN.sub("", pasted.upper())
    try:
        data = b32decode(letters + "=" * (-len(letters) % 8))
    except binascii.Error:
        raise ReplyCodeError("letters") from None
    # Bits behind the last byte would let two spellings be one code.
    if len(data) != LENGTH or not data.startswith(VERSION) or _letters(data) != letters:
        raise ReplyCodeError("length")
    content, check = data[:-CHECK_LENGTH], data[-CHECK_LENGTH:]
    if check != _check(content):
        raise ReplyCodeError("check")
    at = len(VERSION)
    desk = int.from_bytes(content[at : at + DESK_LENGTH], "big")
    at += DESK_LENGTH
    public = content[at : at + KEY_LENGTH]
    if not _is_usable(public):
        raise ReplyCodeError("key")
    return ReplyCode(desk, public, content[at + KEY_LENGTH :])


def _is_usable(public: bytes) -> bool:
    """Tell whether something can be sealed for a key: small order gives zeros with every secret."""
    try:
        X25519PrivateKey.from_private_bytes(bytes(KEY_LENGTH)).exchange(
            X25519PublicKey.from_public_bytes(public)
        )
    except ValueError:
        return False
    return True


def _letters(data: bytes) -> str:
    return b32encode(data).decode().rstrip("=")


def _check(content: bytes) -> bytes:
    return sha256(b"amaranta/reply-code" + content).digest()[:CHECK_LENGTH]
