"""Sealed requests: S/MIME EnvelopedData (RFC 5652, RFC 8551) made, checked and mailed.

Pure functions: nothing here knows a model, a request or a setting.
"""

from contatti.envelope.entity import PAD, inner_entity
from contatti.envelope.message import SealedMessage
from contatti.envelope.parse import MAX_ENVELOPE_BYTES, ParsedEnvelope, Recipient, identity, parse, verify
from contatti.envelope.public_key import key_of
from contatti.envelope.refused import EnvelopeRefused, Reason
from contatti.envelope.seal import seal

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
