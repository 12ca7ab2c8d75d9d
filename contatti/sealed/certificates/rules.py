"""What a certificate has to be before requests are sealed for it (RFC 8550)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import ExtendedKeyUsageOID, PublicKeyAlgorithmOID
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contatti.sealed.certificates import names
from contatti.sealed.certificates.load import load_certificate

__all__ = [
    "UPLOAD_RULES",
    "CertificateFinding",
    "CertificateRule",
    "Severity",
    "expires_soon",
    "findings",
    "fingerprint",
    "load_certificate",
    "rsa_bits",
    "usable",
]

MIN_BITS = 2048
ADVISED_BITS = 3072
MAX_BITS = 8192
MAX_SERIAL_BITS = 159
LONGEST_ADVISED = timedelta(days=3660)
EXPIRY_NOTICE = timedelta(days=60)


class Severity(StrEnum):
    """An error bars a certificate from receiving requests; a warning is advice to the editor."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class CertificateFinding:
    """One rule that a certificate breaks, in words for whoever uploads it."""

    code: str
    severity: Severity
    message: str | Promise


@dataclass(frozen=True, slots=True)
class CertificateRule:
    """A question to a certificate at an aware moment, and what to say if the answer is yes."""

    code: str
    severity: Severity
    message: str | Promise
    broken: Callable[[x509.Certificate, datetime], bool]


def rsa_bits(certificate: x509.Certificate) -> int | None:
    """Return the length of the RSA modulus in bits, None for a key that is not made for RSA encryption."""
    if certificate.public_key_algorithm_oid != PublicKeyAlgorithmOID.RSAES_PKCS1_v1_5:
        return None  # elliptic curves, but also RSASSA-PSS keys, which may only sign
    key = certificate.public_key()
    return key.key_size if isinstance(key, RSAPublicKey) else None


def expires_soon(certificate: x509.Certificate, now: datetime) -> bool:
    """Tell whether the certificate is still valid but ends within 60 days."""
    return now <= certificate.not_valid_after_utc < now + EXPIRY_NOTICE


def _not_rsa(certificate: x509.Certificate, now: datetime) -> bool:
    return rsa_bits(certificate) is None


def _shorter_than_allowed(certificate: x509.Certificate, now: datetime) -> bool:
    bits = rsa_bits(certificate)
    return bits is not None and bits < MIN_BITS


def _shorter_than_advised(certificate: x509.Certificate, now: datetime) -> bool:
    bits = rsa_bits(certificate)
    return bits is not None and MIN_BITS <= bits < ADVISED_BITS


def _expired(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_after_utc < now


def _not_yet_valid(certificate: x509.Certificate, now: datetime) -> bool:
    return now < certificate.not_valid_before_utc


def _forbids_encipherment(certificate: x509.Certificate, now: datetime) -> bool:
    """RFC 8550, 4.4.2: a certificate without the extension may be used for anything."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    except x509.ExtensionNotFound:
        return False
    return not usage.value.key_encipherment


def _forbids_mail(certificate: x509.Certificate, now: datetime) -> bool:
    """RFC 8550, 4.4.4: likewise for the extended key usage."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        return False
    mail = {ExtendedKeyUsageOID.EMAIL_PROTECTION, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE}
    return mail.isdisjoint(usage.value)


def _is_authority(certificate: x509.Certificate, now: datetime) -> bool:
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    except x509.ExtensionNotFound:
        return False
    return constraints.value.ca


def _has_odd_number(certificate: x509.Certificate, now: datetime) -> bool:
    """RFC 5280, 4.1.2.2: positive, at most twenty octets; programs read others differently."""
    return not 0 <= certificate.serial_number < 1 << MAX_SERIAL_BITS


def _has_misleading_name(certificate: x509.Certificate, now: datetime) -> bool:
    return names.misleads(certificate)


def _names_a_mailbox_in_its_issuer(certificate: x509.Certificate, now: datetime) -> bool:
    return bool(names.mailboxes_of_issuer(certificate))


def _names_a_mailbox(certificate: x509.Certificate, now: datetime) -> bool:
    return bool(names.mailboxes(certificate) - names.mailboxes_of_issuer(certificate))


def _lasts_long(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_after_utc > now + LONGEST_ADVISED


def _is_too_large(certificate: x509.Certificate, now: datetime) -> bool:
    return (rsa_bits(certificate) or 0) > MAX_BITS


UPLOAD_RULES: tuple[CertificateRule, ...] = (
    CertificateRule(
        "not_rsa",
        Severity.ERROR,
        _("Serve una chiave RSA per cifrare: le altre non si aprono in molti programmi di posta."),
        _not_rsa,
    ),
    CertificateRule(
        "rsa_short",
        Severity.ERROR,
        _("La chiave RSA è troppo corta: servono almeno 2048 bit."),
        _shorter_than_allowed,
    ),
    CertificateRule(
        "rsa_advised",
        Severity.WARNING,
        _("La chiave RSA ha meno di 3072 bit: va bene, ma per la prossima scegliete 3072 bit."),
        _shorter_than_advised,
    ),
    CertificateRule(
        "expired",
        Severity.ERROR,
        _("Il certificato è scaduto: ne serve uno nuovo. Il vecchio serve ancora per la posta vecchia."),
        _expired,
    ),
    CertificateRule(
        "not_yet_valid",
        Severity.ERROR,
        _("Il certificato non vale ancora: controllate data e ora del computer su cui è stato fatto."),
        _not_yet_valid,
    ),
    CertificateRule(
        "no_key_encipherment",
        Severity.ERROR,
        _("Il certificato non consente di cifrare (manca «keyEncipherment»): forse serve a firmare."),
        _forbids_encipherment,
    ),
    CertificateRule(
        "not_for_mail",
        Severity.WARNING,
        _("Il certificato non è fatto per la posta: controllate che sia quello dell’operatrice."),
        _forbids_mail,
    ),
    CertificateRule(
        "rsa_long",
        Severity.ERROR,
        _("La chiave RSA è troppo lunga: al massimo 8192 bit, ne bastano 3072."),
        _is_too_large,
    ),
    CertificateRule(
        "odd_number",
        Severity.ERROR,
        _("Il numero di serie del certificato non è valido: alcuni programmi di posta lo leggerebbero male."),
        _has_odd_number,
    ),
    CertificateRule(
        "misleading_name",
        Severity.ERROR,
        _("Nel nome ci sono caratteri invisibili o che rovesciano le lettere: scegliete un nome semplice."),
        _has_misleading_name,
    ),
    CertificateRule(
        "authority",
        Severity.WARNING,
        _("È il certificato di un’autorità (CA), non di una persona: controllate che sia quello giusto."),
        _is_authority,
    ),
    CertificateRule(
        "mailbox_in_issuer",
        Severity.WARNING,
        _("L’emittente contiene un indirizzo di posta, e chi apre il modulo può leggerlo: fatene uno senza."),
        _names_a_mailbox_in_its_issuer,
    ),
    CertificateRule(
        "mailbox",
        Severity.WARNING,
        _("Il certificato contiene un indirizzo di posta: per aprire le richieste non serve, meglio senza."),
        _names_a_mailbox,
    ),
    CertificateRule(
        "lasts_long",
        Severity.WARNING,
        _("Il certificato vale per più di dieci anni: una chiave si cambia più spesso, ogni tre anni."),
        _lasts_long,
    ),
    CertificateRule(
        "expires_soon",
        Severity.WARNING,
        _("Il certificato scade entro 60 giorni: preparate il nuovo e caricatelo accanto a questo."),
        expires_soon,
    ),
)


def findings(certificate: x509.Certificate, now: datetime) -> list[CertificateFinding]:
    """Return what the rules find at an aware moment, in the order of the rules."""
    return [
        CertificateFinding(rule.code, rule.severity, rule.message)
        for rule in UPLOAD_RULES
        if rule.broken(certificate, now)
    ]


def usable(certificate: x509.Certificate, now: datetime) -> bool:
    """Tell whether requests may be sealed for the certificate at an aware moment."""
    return not any(rule.broken(certificate, now) for rule in UPLOAD_RULES if rule.severity is Severity.ERROR)


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 fingerprint as mail programs and `openssl x509 -fingerprint` show it: AB:CD:…"""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()
