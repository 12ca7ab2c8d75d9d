"""What a certificate says of people: mailboxes that it gives away, and letters that mislead who reads it."""

import unicodedata
from collections.abc import Iterator

from cryptography import x509
from cryptography.x509.oid import NameOID

_MISLEADING = {"Cc", "Cf", "Zl", "Zp"}


def mailboxes_of_issuer(certificate: x509.Certificate) -> set[str]:
    """Return the mailboxes in the issuer's name, which everybody who opens the form can read."""
    return set(_in_name(certificate.issuer))


def mailboxes(certificate: x509.Certificate) -> set[str]:
    """Return every mailbox in a certificate, in small letters."""
    return {*_in_name(certificate.issuer), *_in_name(certificate.subject), *_in_alternatives(certificate)}


def misleads(certificate: x509.Certificate) -> bool:
    """Tell whether a name holds controls, or marks that turn the direction of the letters after them."""
    values = (_text(attribute) for name in (certificate.subject, certificate.issuer) for attribute in name)
    return any(unicodedata.category(letter) in _MISLEADING for value in values for letter in value)


def _text(attribute: x509.NameAttribute[str | bytes]) -> str:
    value = attribute.value
    return value if isinstance(value, str) else value.decode(errors="replace")


def _in_name(name: x509.Name) -> Iterator[str]:
    for attribute in name:
        text = _text(attribute)
        if attribute.oid == NameOID.EMAIL_ADDRESS or "@" in text:
            yield text.lower()


def _in_alternatives(certificate: x509.Certificate) -> Iterator[str]:
    for extension in certificate.extensions:
        if isinstance(extension.value, x509.SubjectAlternativeName | x509.IssuerAlternativeName):
            yield from (name.lower() for name in extension.value.get_values_for_type(x509.RFC822Name))
