"""Twenty operators with real keys, made once per test run, for every test that seals or opens."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.oid import NameOID

from contatti.sealed.certificates.generate import make_operator_key

OTHER_LENGTHS = {0: 3072, 1: 4096}


class Operator(NamedTuple):
    """Who opens requests: an RSA key and the certificate that a desk lists."""

    key: RSAPrivateKey
    certificate: x509.Certificate


@cache
def make_operator(number: int, *, start_days: int = -1, days: int = 1095) -> Operator:
    """Return the operator of that number; 2048 bits, because making longer keys takes most of a test run."""
    return Operator(
        *make_operator_key(
            f"Operatrice {number}",
            bits=OTHER_LENGTHS.get(number, 2048),
            days=days,
            now=datetime.now(UTC) + timedelta(days=start_days),
        )
    )


def issue(
    key: RSAPrivateKey | EllipticCurvePrivateKey,
    *,
    issuer: x509.Name | None = None,
    serial: int = 4660,
    extensions: Sequence[x509.ExtensionType] = (),
) -> x509.Certificate:
    """Return a certificate of another make than ours for a key; its issuer is the holder unless named."""
    holder = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Operatrice")])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(holder)
        .issuer_name(issuer or holder)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(key, hashes.SHA256())


@pytest.fixture(scope="session")
def operator_keys() -> list[Operator]:
    """Return twenty operators: one with 3072 bits, one with 4096, eighteen with 2048; valid since yesterday."""
    return [make_operator(number) for number in range(20)]
