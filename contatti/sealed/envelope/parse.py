"""Strict reading of what a browser posts: exactly our structure, for exactly the given certificates."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from contatti.sealed.envelope import der as d
from contatti.sealed.envelope.entity import PAD
from contatti.sealed.envelope.refused import EnvelopeRefused, Reason

MAX_ENVELOPE_BYTES = 128 * 1024
"""Bytes of DER. A text of 50 KB for twenty operators with RSA 4096 takes about 86 KB."""

_ENVELOPED_DATA = bytes.fromhex("06092a864886f70d010703")
_VERSION_0 = bytes.fromhex("020100")
_RSA_ENCRYPTION = bytes.fromhex("300d06092a864886f70d0101010500")
_DATA = bytes.fromhex("06092a864886f70d010701")
_AES256_CBC = bytes.fromhex("301d060960864801650304012a0410")  # the initialisation vector follows
_BLOCK = 16


class Recipient(NamedTuple):
    """IssuerAndSerialNumber (RFC 5652, 10.2.4): the issuer's Name as raw DER, the serial number."""

    issuer: bytes
    serial: int


class ParsedEnvelope(NamedTuple):
    """What an envelope shows without a key, recipients in its own order; lengths in bytes."""

    recipients: tuple[Recipient, ...]
    key_lengths: tuple[int, ...]
    ciphertext_length: int


def parse(der: bytes) -> ParsedEnvelope:
    """Read a ContentInfo with EnvelopedData as contatti.sealed.envelope.seal writes it (RFC 5652, 6.1).

    Raises EnvelopeRefused for everything else, whatever the bytes.
    """
    if len(der) > MAX_ENVELOPE_BYTES:
        raise EnvelopeRefused(Reason.OVERSIZED)
    at, end = d.enter_last(der, 0, len(der), d.SEQUENCE)
    at = d.skip(der, at, _ENVELOPED_DATA, Reason.NOT_ENVELOPED)
    at, _ = d.enter_last(der, at, end, d.CONTEXT_0)
    at, _ = d.enter_last(der, at, end, d.SEQUENCE)
    at = d.skip(der, at, _VERSION_0, Reason.MALFORMED)
    infos_at, infos_end = d.enter(der, at, end, d.SET)
    recipients, key_lengths = _recipient_infos(der, infos_at, infos_end)
    return ParsedEnvelope(recipients, key_lengths, _ciphertext_length(der, infos_end, end))


def verify(der: bytes, certificates: Iterable[x509.Certificate]) -> ParsedEnvelope:
    """Read an envelope and refuse it unless it is sealed once for each of the certificates and nobody else.

    Raises EnvelopeRefused as parse() does, and for recipients, key lengths (RSA modulus) or a content length
    (padded entity, one block of CBC padding) that a sealing of ours can't have. What the ciphertext holds
    can't be known. Raises TypeError if a certificate holds no RSA key.
    """
    envelope = parse(der)
    expected = dict(_recipient_and_key_length(certificate) for certificate in certificates)
    if len(envelope.recipients) != len(expected) or expected.keys() != set(envelope.recipients):
        raise EnvelopeRefused(Reason.WRONG_RECIPIENTS)
    if any(
        expected[recipient] != length
        for recipient, length in zip(envelope.recipients, envelope.key_lengths, strict=True)
    ):
        raise EnvelopeRefused(Reason.WRONG_KEY_LENGTH)
    if envelope.ciphertext_length <= _BLOCK or envelope.ciphertext_length % PAD != _BLOCK:
        raise EnvelopeRefused(Reason.WRONG_CONTENT_LENGTH)
    return envelope


def _recipient_infos(der: bytes, at: int, end: int) -> tuple[tuple[Recipient, ...], tuple[int, ...]]:
    recipients: list[Recipient] = []
    key_lengths: list[int] = []
    previous = b""
    while at < end:
        start, stop = d.enter(der, at, end, d.SEQUENCE)
        recipient, key_length = _recipient_info(der, start, stop)
        recipients.append(recipient)
        key_lengths.append(key_length)
        if der[at:stop] < previous:  # readers that insist on DER can't open an unsorted SET OF
            raise EnvelopeRefused(Reason.MALFORMED)
        previous = der[at:stop]
        at = stop
    if not recipients:
        raise EnvelopeRefused(Reason.WRONG_RECIPIENTS)
    return tuple(recipients), tuple(key_lengths)


def _recipient_info(der: bytes, at: int, end: int) -> tuple[Recipient, int]:
    """Read the inside of a KeyTransRecipientInfo (RFC 5652, 6.2.1): who, and the wrapped key's length.

    Raises EnvelopeRefused.
    """
    at = d.skip(der, at, _VERSION_0, Reason.MALFORMED)
    issuer_at, identifier_end = d.enter(der, at, end, d.SEQUENCE)
    _, issuer_end = d.enter(der, issuer_at, identifier_end, d.SEQUENCE)
    serial, serial_end = d.integer(der, issuer_end, identifier_end)
    if serial_end != identifier_end:
        raise EnvelopeRefused(Reason.MALFORMED)
    at = d.skip(der, identifier_end, _RSA_ENCRYPTION, Reason.WRONG_ALGORITHM)
    start, stop = d.enter_last(der, at, end, d.OCTET_STRING)
    return Recipient(der[issuer_at:issuer_end], serial), stop - start


def _ciphertext_length(der: bytes, at: int, end: int) -> int:
    """Read an EncryptedContentInfo that ends at `end`."""
    at, _ = d.enter_last(der, at, end, d.SEQUENCE)
    at = d.skip(der, at, _DATA, Reason.MALFORMED)
    at = d.skip(der, at, _AES256_CBC, Reason.WRONG_ALGORITHM) + _BLOCK
    start, stop = d.enter_last(der, at, end, d.CONTEXT_0_PRIMITIVE)
    return stop - start


@lru_cache(maxsize=1024)
def _recipient_and_key_length(certificate: x509.Certificate) -> tuple[Recipient, int]:
    """Return a certificate's identity and the bytes that its RSA modulus takes. Raises TypeError."""
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise TypeError("Only RSA certificates receive sealed requests.")
    issuer, _serial = identity(certificate)
    return Recipient(issuer, certificate.serial_number), (key.key_size + 7) // 8


def identity(certificate: x509.Certificate) -> tuple[bytes, bytes]:
    """Return issuer and serial number, each as the DER that stands in the certificate."""
    tbs = certificate.tbs_certificate_bytes
    at, end = d.enter_last(tbs, 0, len(tbs), d.SEQUENCE)
    if tbs[at] == d.CONTEXT_0:  # the version field, absent from X.509 v1
        _, at = d.enter(tbs, at, end, d.CONTEXT_0)
    _, serial_end = d.integer(tbs, at, end)
    _, issuer_at = d.enter(tbs, serial_end, end, d.SEQUENCE)
    _, issuer_end = d.enter(tbs, issuer_at, end, d.SEQUENCE)
    return tbs[issuer_at:issuer_end], tbs[at:serial_end]
