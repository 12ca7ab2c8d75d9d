"""Sealing for trial: the one question that finds every reason for which a mailbox would refuse everybody."""

from collections.abc import Sequence

from cryptography import x509

from contatti.sealed.envelope import key_of, seal, verify


def takes_requests(certificates: Sequence[x509.Certificate]) -> bool:
    """Tell whether what is sealed for these certificates, here or in a browser, would be accepted."""
    try:
        verify(seal("", certificates), certificates)
        return len({key_of(certificate) for certificate in certificates}) == len(certificates)
    except Exception:  # noqa: BLE001 - whatever it is, a request would meet it too
        return False


def same_number(one: x509.Certificate, other: x509.Certificate) -> bool:
    """Tell whether mail programs would take one for the other: same issuer, same serial number."""
    return one.issuer == other.issuer and one.serial_number == other.serial_number
