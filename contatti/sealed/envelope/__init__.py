"""Sealed requests: S/MIME EnvelopedData (RFC 5652, RFC 8551) made, checked and mailed.

Pure functions: nothing here knows a model, a request or a setting.
"""

from contatti.sealed.envelope.entity import PAD, inner_entity
from contatti.sealed.envelope.message import SealedMessage
from contatti.sealed.envelope.parse import (
    MAX_ENVELOPE_BYTES,
    ParsedEnvelope,
    Recipient,
    identity,
    parse,
    verify,
)
from contatti.sealed.envelope.public_key import key_of
from contatti.sealed.envelope.refused import EnvelopeRefused, Reason
from contatti.sealed.envelope.seal import seal

__all__ = [
    "MAX_ENVELOPE_BYTES",
    "PAD",
    "EnvelopeRefused",
    "ParsedEnvelope",
    "Reason",
    "Recipient",
    "SealedMessage",
    "identity",
    "inner_entity",
    "key_of",
    "parse",
    "seal",
    "verify",
]
