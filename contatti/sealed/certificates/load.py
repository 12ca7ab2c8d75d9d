"""Reading an uploaded certificate file, and refusing what must never have left the operator's computer."""

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_der_private_key
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MAX_FILE_BYTES = 64 * 1024
"""Bytes. A certificate takes 1 to 4 KB."""

UNREADABLE = (ValueError, x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType)
"""What cryptography raises for bytes that are no certificate, or one with a broken field."""

_PEM_CERTIFICATE = b"-----BEGIN CERTIFICATE-----"
_PEM_PRIVATE_KEY = b"PRIVATE KEY"
_PFX_START = bytes.fromhex("020103")  # version 3, the first element of a PKCS #12 file (RFC 7292, 4)
_OUTER_HEADER_LENGTHS = (2, 3, 4, 5)


def load_certificate(data: bytes) -> x509.Certificate:
    """Return the one certificate of a PEM or DER file.

    Raises ValidationError with code private_key, several_certificates or not_certificate; no message repeats
    anything of the file.
    """
    if len(data) > MAX_FILE_BYTES:
        raise _not_a_certificate()
    if _holds_private_key(data):
        raise ValidationError(
            _(
                "Questo file contiene una chiave privata, che non deve mai lasciare il computer "
                "dell’operatrice. Il portale non l’ha conservata, ma consideratela persa: fate una chiave "
                "nuova e caricate solo il certificato (.pem, .crt o .cer)."
            ),
            code="private_key",
        )
    if data.count(_PEM_CERTIFICATE) > 1:
        raise ValidationError(
            _("Il file contiene più certificati: caricate solo quello dell’operatrice."),
            code="several_certificates",
        )
    try:
        certificate = (
            x509.load_pem_x509_certificate(data)
            if _PEM_CERTIFICATE in data
            else x509.load_der_x509_certificate(data)
        )
        read_what_the_rules_read(certificate)
    except UNREADABLE as error:
        raise _not_a_certificate() from error
    return certificate


def _not_a_certificate() -> ValidationError:
    return ValidationError(
        _("Il file non è un certificato leggibile: serve un certificato X.509 (.pem, .crt, .cer)."),
        code="not_certificate",
    )


def _holds_private_key(data: bytes) -> bool:
    """Recognise PEM keys of every kind, PKCS #12 files, and bare PKCS #1, SEC 1 and PKCS #8 keys."""
    if _PEM_PRIVATE_KEY in data or any(data.startswith(_PFX_START, at) for at in _OUTER_HEADER_LENGTHS):
        return True
    try:
        load_der_private_key(data, password=None)
    except ValueError:
        return False
    except (TypeError, UnsupportedAlgorithm):  # encrypted, or a key of a kind that cryptography doesn't know
        return True
    return True


def read_what_the_rules_read(certificate: x509.Certificate) -> None:
    """Raise one of UNREADABLE for a broken field, which would else be found only when a rule asks for it."""
    for field in ("extensions", "subject", "issuer", "not_valid_before_utc", "not_valid_after_utc"):
        getattr(certificate, field)
    try:
        certificate.public_key()
    except UnsupportedAlgorithm:
        return  # a readable certificate, which the rules refuse for its key
