"""An answer sealed for a code: HPKE base mode (RFC 9180), DHKEM(X25519), HKDF-SHA256, AES-256-GCM."""

from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from contatti.sealed.conversation.key_derivation import ConversationKeys

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
LABEL = b"amaranta/answer/v1"
ENCAPSULATED_LENGTH = 32
TAG_LENGTH = 16


class AnswerRefused(ValueError):  # noqa: N818 - a verdict on what arrived
    """An answer that was altered, belongs to another code, desk or number, or was never one."""


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where an answer belongs; an answer moved to another place does not open.

    desk: the identifier in the reply code. number: 1 for the first answer to a code.
    """

    site_id: str
    desk: int
    number: int


def info_of(place: AnswerPlace, public: bytes) -> bytes:
    """Return HPKE's info: label, site, key, desk and number, each length-prefixed or of fixed length.

    Desk and number stand here and not in aad: in a single message both bind alike, and libraries' one-shot
    interfaces take no aad.
    """
    site = place.site_id.encode()
    return b"".join(
        (
            LABEL,
            len(site).to_bytes(2, "big"),
            site,
            sha256(public).digest(),
            place.desk.to_bytes(8, "big"),
            place.number.to_bytes(4, "big"),
        )
    )


def seal_answer(text: str, public: bytes, place: AnswerPlace) -> bytes:
    """Return encapsulated key (32 bytes) and ciphertext. Raises ValueError for a key of small order."""
    key = X25519PublicKey.from_public_bytes(public)
    return SUITE.encrypt(text.encode(), key, info_of(place, public))


def open_answer(sealed: bytes, keys: ConversationKeys, place: AnswerPlace) -> str:
    """Return the text of an answer. Raises AnswerRefused."""
    if len(sealed) < ENCAPSULATED_LENGTH + TAG_LENGTH:
        raise AnswerRefused("short")
    private = X25519PrivateKey.from_private_bytes(keys.private)
    try:
        return SUITE.decrypt(sealed, private, info_of(place, keys.public)).decode()
    except (InvalidTag, ValueError):
        raise AnswerRefused("altered") from None
