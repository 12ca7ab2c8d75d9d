"""Sealing on the server, for visitors without JavaScript; static/sealed/seal.js makes the same structure."""

from collections.abc import Sequence

from cryptography import x509
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7EnvelopeBuilder, PKCS7Options

from contatti.sealed.envelope.entity import inner_entity


def seal(text: str, certificates: Sequence[x509.Certificate]) -> bytes:
    """Return the text sealed for every certificate: a DER ContentInfo with EnvelopedData (RFC 5652, 6.1).

    AES-256-CBC under a fresh key and IV, the key under RSAES-PKCS1-v1_5 once per certificate. The caller
    chooses usable certificates (certificates.rules.usable): expiry and key usage are not looked at.
    Raises ValueError without certificates, TypeError if one holds no RSA key.
    """
    if not certificates:
        raise ValueError("An envelope needs at least one certificate.")
    builder = (
        PKCS7EnvelopeBuilder()
        .set_data(inner_entity(text))
        .set_content_encryption_algorithm(algorithms.AES256)
    )
    for certificate in dict.fromkeys(certificates):
        builder = builder.add_recipient(certificate)
    return builder.encrypt(Encoding.DER, [PKCS7Options.Binary])
