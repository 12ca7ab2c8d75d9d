"""Envelopes put together by hand, right or wrong, and a look inside right ones."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der

from contatti.sealed.envelope import EnvelopeRefused, Reason, parse, verify
from tests.contatti.keys import Operator

ENVELOPED_DATA = bytes.fromhex("06092a864886f70d010703")
VERSION_0 = bytes.fromhex("020100")
RSA_ENCRYPTION = bytes.fromhex("300d06092a864886f70d0101010500")
DATA = bytes.fromhex("06092a864886f70d010701")
AES256_CBC = bytes.fromhex("301d060960864801650304012a0410")
BLOCK = 16


def tlv(tag: int, *parts: bytes) -> bytes:
    """Return a DER element."""
    value = b"".join(parts)
    length = len(value)
    if length < 0x80:
        return bytes([tag, length]) + value
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 + len(octets)]) + octets + value


def serial_of(certificate: x509.Certificate) -> bytes:
    """Return the content of the serial number's INTEGER."""
    serial = certificate.serial_number
    return serial.to_bytes(serial.bit_length() // 8 + 1, "big")


def recipient_info(
    certificate: x509.Certificate, key_length: int | None = None, serial: bytes | None = None
) -> bytes:
    """Return a KeyTransRecipientInfo with a made-up wrapped key."""
    integer = tlv(0x02, serial_of(certificate) if serial is None else serial)
    identifier = tlv(0x30, certificate.issuer.public_bytes(), integer)
    length = certificate.public_key().key_size // 8 if key_length is None else key_length
    return tlv(0x30, VERSION_0, identifier, RSA_ENCRYPTION, tlv(0x04, b"k" * length))


def put_together(infos: Sequence[bytes], ciphertext_length: int = 4096 + BLOCK) -> bytes:
    """Return an envelope with these RecipientInfos, in this order."""
    ciphertext = tlv(0x80, b"c" * ciphertext_length)
    content = tlv(0x30, DATA, AES256_CBC + b"i" * BLOCK, ciphertext)
    enveloped = tlv(0x30, VERSION_0, tlv(0x31, *infos), content)
    return tlv(0x30, ENVELOPED_DATA, tlv(0xA0, enveloped))


class Secrets(NamedTuple):
    """What has to be fresh in every envelope."""

    key: bytes
    vector: bytes
    blocks: frozenset[bytes]


def secrets_of(der: bytes, operator: Operator) -> Secrets:
    """Return the content key, the initialisation vector and all 16-byte blocks of an envelope for one."""
    length = parse(der).ciphertext_length
    vector_at = der.index(AES256_CBC) + len(AES256_CBC)
    wrapped_at = der.index(RSA_ENCRYPTION) + len(RSA_ENCRYPTION) + 4  # the OCTET STRING's own header
    wrapped = der[wrapped_at : wrapped_at + operator.key.key_size // 8]
    ciphertext = der[-length:]
    return Secrets(
        operator.key.decrypt(wrapped, PKCS1v15()),
        der[vector_at : vector_at + BLOCK],
        frozenset(ciphertext[at : at + BLOCK] for at in range(0, length, BLOCK)),
    )


def decrypt(der: bytes, operator: Operator) -> bytes:
    """Return the inner entity."""
    return pkcs7_decrypt_der(der, operator.certificate, operator.key, [])


def reason_to_refuse(der: bytes, *operators: Operator) -> Reason:
    """Return why an envelope is refused at a desk of these operators; fail if it passes."""
    with pytest.raises(EnvelopeRefused) as refusal:
        verify(der, [operator.certificate for operator in operators])
    return refusal.value.reason
