"""A strict reader of DER (ITU-T X.690, 10.1): definite, shortest lengths; single-byte tags.

Positions are offsets into one bytes object, so that reading an envelope copies nothing.
"""

from contatti.sealed.envelope.refused import EnvelopeRefused, Reason

SEQUENCE = 0x30
SET = 0x31
INTEGER = 0x02
OCTET_STRING = 0x04
CONTEXT_0 = 0xA0
CONTEXT_0_PRIMITIVE = 0x80

_LONG_FORM = 0x80
_MAX_LENGTH_OCTETS = 3


def enter(der: bytes, at: int, end: int, tag: int) -> tuple[int, int]:
    """Return start and stop of the value of the element at `at`, which has to lie before `end`.

    Raises EnvelopeRefused: TRUNCATED if the bytes end too early, else MALFORMED.
    """
    too_short = Reason.TRUNCATED if end == len(der) else Reason.MALFORMED
    start = at + 2
    if start > end:
        raise EnvelopeRefused(too_short)
    if der[at] != tag:
        raise EnvelopeRefused(Reason.MALFORMED)
    length = der[at + 1]
    if length >= _LONG_FORM:
        octets = length - _LONG_FORM
        start += octets
        if not 1 <= octets <= _MAX_LENGTH_OCTETS:  # no octets at all is the indefinite form of BER
            raise EnvelopeRefused(Reason.MALFORMED)
        if start > end:
            raise EnvelopeRefused(too_short)
        length = int.from_bytes(der[at + 2 : start], "big")
        if length < _LONG_FORM or der[at + 2] == 0:
            raise EnvelopeRefused(Reason.MALFORMED)
    if start + length > end:
        raise EnvelopeRefused(too_short)
    return start, start + length


def enter_last(der: bytes, at: int, end: int, tag: int) -> tuple[int, int]:
    """Like enter(), for an element that ends exactly at `end`. Raises EnvelopeRefused."""
    start, stop = enter(der, at, end, tag)
    if stop != end:
        raise EnvelopeRefused(Reason.MALFORMED)
    return start, stop


def integer(der: bytes, at: int, end: int) -> tuple[int, int]:
    """Return the INTEGER at `at` and the position after it. Raises EnvelopeRefused."""
    start, stop = enter(der, at, end, INTEGER)
    if start == stop:
        raise EnvelopeRefused(Reason.MALFORMED)
    if stop - start > 1 and (der[start], der[start + 1] >> 7) in ((0x00, 0), (0xFF, 1)):
        raise EnvelopeRefused(Reason.MALFORMED)
    return int.from_bytes(der[start:stop], "big", signed=True), stop


def skip(der: bytes, at: int, expected: bytes, reason: Reason) -> int:
    """Return the position after the expected bytes; refuse with the given reason if others stand there.

    Raises EnvelopeRefused.
    """
    if not der.startswith(expected, at):
        raise EnvelopeRefused(reason)
    return at + len(expected)
