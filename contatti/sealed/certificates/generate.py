"""Operators' keys for the demo and the tests.

Real ones are born on the operator's own computer only, with the commands of docs/operator-keys.md, which make
the same certificate.
"""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import PBES, serialize_key_and_certificates
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_PUBLIC_EXPONENT = 65537


def make_operator_key(
    name: str, *, days: int = 1095, bits: int = 3072, now: datetime
) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """Return an RSA key and its self-signed certificate for encrypted mail, valid for the days from now on.

    The name is visible in every envelope, so it should be neutral. No mailbox: nothing that opens requests
    needs one, and whatever the certificate says of a mailbox can be read by whoever is given it.
    """
    key = rsa.generate_private_key(_PUBLIC_EXPONENT, bits)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True,
        key_encipherment=True,
        content_commitment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def pkcs12(
    key: rsa.RSAPrivateKey, certificate: x509.Certificate, password: str, *, rounds: int = 50_000
) -> bytes:
    """Return a .p12 file that every mail program imports (RFC 7292).

    3DES and SHA-1, because gpgsm 2.2, macOS, Android 12 and Windows Server 2016 refuse modern ciphers. The
    MAC stays at 2048 rounds whatever `rounds` says, so the password carries the strength: 25 random digits.
    """
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())  # noqa: S303 - see above
        .build(password.encode())
    )
    holder = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    name = holder.encode() if isinstance(holder, str) else holder
    return serialize_key_and_certificates(name, key, certificate, None, encryption)
