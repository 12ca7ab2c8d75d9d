"""What a browser needs to seal for one certificate, and nothing else of it."""

from base64 import b64encode
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from contatti.sealed.envelope.parse import identity

_SEQUENCE = 0x30
_SHORT = 0x80


@lru_cache(maxsize=1024)
def key_of(certificate: x509.Certificate) -> str:
    """Return IssuerAndSerialNumber (DER), modulus (both base64), exponent (decimal), with spaces between.

    A certificate also holds names and addresses, which are for its reader alone. Raises TypeError
    if it holds no RSA key.
    """
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise TypeError("Only RSA certificates receive sealed requests.")
    numbers = key.public_numbers()
    modulus = numbers.n.to_bytes((key.key_size + 7) // 8, "big")
    identifier = _sequence(b"".join(identity(certificate)))
    return f"{b64encode(identifier).decode()} {b64encode(modulus).decode()} {numbers.e}"


def _sequence(value: bytes) -> bytes:
    if len(value) < _SHORT:
        return bytes([_SEQUENCE, len(value)]) + value
    octets = len(value).to_bytes((len(value).bit_length() + 7) // 8, "big")
    return bytes([_SEQUENCE, _SHORT + len(octets)]) + octets + value
