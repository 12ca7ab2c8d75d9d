"""What a code opens: a name under which answers lie, and the key that reads them. Nothing of it is stored."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import pbkdf2_hmac, sha256

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from contatti.sealed.conversation.code import DIGITS

ITERATIONS = 100_000
"""The code is random: 2**66 guesses of 2**17 steps each. Six times as many took Firefox 6.5 seconds."""
ROOT_LENGTH = 32
LOCATOR_LENGTH = 16
KEY_LENGTH = 32
SALT = b"amaranta/conversation/v1/"
MARK = b"amaranta/conversation-key/v1"


@dataclass(frozen=True)
class ConversationKeys:
    """locator: 16 bytes, shown to the server when she reads. private: her X25519 key (RFC 7748), 32 bytes."""

    locator: bytes
    private: bytes

    @cached_property
    def public(self) -> bytes:
        """Return the public key, 32 bytes: it travels inside sealed texts alone."""
        return X25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()

    @property
    def place(self) -> bytes:
        """Return the 32 bytes under which answers are stored: the locator stands in no table."""
        return place_of(self.locator)

    @property
    def mark(self) -> bytes:
        """Return the 32 bytes that tie answers to this key."""
        return mark_of(self.public)


def mark_of(public: bytes) -> bytes:
    """Return SHA-256 of a label and a public key: kept with answers, so that a place alone earns none."""
    return sha256(MARK + public).digest()


def place_of(locator: bytes) -> bytes:
    """Return SHA-256 of a locator."""
    return sha256(locator).digest()


def keys_of(code: str, site_id: str) -> ConversationKeys:
    """Return what a code opens on one site: PBKDF2-HMAC-SHA256 (RFC 8018), then HKDF-Expand (RFC 5869, 2.3).

    `code`: 22 digits as read_code() returns them. Takes some hundredths of a second.
    """
    salt = sha256(SALT + site_id.encode()).digest()
    root = pbkdf2_hmac("sha256", code[:DIGITS].encode("ascii"), salt, ITERATIONS, ROOT_LENGTH)
    return ConversationKeys(
        HKDFExpand(SHA256(), LOCATOR_LENGTH, b"locator").derive(root),
        HKDFExpand(SHA256(), KEY_LENGTH, b"x25519").derive(root),
    )
